/** Serves a web-standard handler on a loopback port. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve as serveNode } from "@hono/node-server";

/** The second argument is Node's own pair of request and answer, for an emulator that has to cut a line. */
type Fetch = (request: Request, bindings?: object) => Response | Promise<Response>;

export type Served = { port: number; url: string; close: () => Promise<void> };

export class PortTaken extends Error {
  constructor(
    readonly port: number,
    name: string,
    variable?: string,
  ) {
    const way_out = variable ? ` or set ${variable} to another port` : "";
    super(`Port ${port}, wanted for ${name}, is already in use. Stop what listens there${way_out}.`);
    this.name = "PortTaken";
  }
}

/**
 * Listens on 127.0.0.1:`port` (0 = a free one) and resolves once connections are accepted. `fetch` may be given late
 * (`handle`), because an emulator learns its own address only from listening. `variable` names what sets the port.
 *
 * @throws PortTaken
 */
export async function listen(options: {
  name: string;
  port: number;
  variable?: string;
}): Promise<Served & { handle: (fetch: Fetch) => void }> {
  let handler: Fetch = () => new Response("Starting.\n", { status: 503, headers: { "retry-after": "1" } });
  const server = serveNode({
    fetch: (request, bindings) => handler(request, bindings),
    hostname: "127.0.0.1",
    port: options.port,
    overrideGlobalObjects: false,
  }) as Server;
  // A long poll or an idle keep-alive connection must not keep a process that wants to end.
  server.keepAliveTimeout = 20_000;
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE" ? new PortTaken(options.port, options.name, options.variable) : error,
      );
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    handle: (fetch) => {
      handler = fetch;
    },
    close: () => closeServer(server),
  };
}

/** Serves `fetch` on 127.0.0.1:`port` (0 = a free one). @throws PortTaken */
export async function serve(options: {
  name: string;
  port: number;
  variable?: string;
  fetch: Fetch;
}): Promise<Served> {
  const served = await listen(options);
  served.handle(options.fetch);
  return served;
}

/** Lets answers under way finish for a moment, then ends every connection. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}
