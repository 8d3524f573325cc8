/** One address in front of several servers, as a load balancer is: each connection goes to the next one that takes it. */

import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { required } from "@/app/lib/one";

export type Front = { url: string; close: () => Promise<void> };

export async function openPublicServer(ports: readonly number[]): Promise<Front> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    open.add(client.on("close", () => open.delete(client)));
    client.on("error", () => client.destroy());
    const first = turn++;
    forward(
      client,
      ports.map((_, place) => required(ports[(first + place) % ports.length], "a port")),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Tries the servers in turn; what a server that dies had begun to answer breaks off for the client too. */
function forward(client: Socket, [port, ...others]: number[]): void {
  if (port === undefined) return void client.destroy();
  const server = connect(port, "127.0.0.1");
  server.once("connect", () => {
    client.pipe(server).pipe(client);
    client.once("close", () => server.destroy());
    server.once("close", () => client.destroy());
  });
  server.on("error", () =>
    server.connecting || server.pending ? forward(client, others) : client.destroy(),
  );
}
