/** `npm run gallery`: serves the component gallery on a loopback port. `GALLERY_PORT` sets the port (0: any free one). */
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { renderGallery } from "./index";

const DEFAULT_PORT = 3100;

/** Answers at `/` with the whole gallery. */
export function galleryApp(): Hono {
  const app = new Hono();
  app.get("/", async (context) => context.html(await renderGallery()));
  return app;
}

/** @throws RangeError when the text is not a port */
export function galleryPort(text: string | undefined): number {
  if (!text?.trim()) return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`GALLERY_PORT=${text} is not a port; give a number from 0 to 65535.`);
  return port;
}

function main(): void {
  const port = galleryPort(process.env.GALLERY_PORT);
  const server = serve({ fetch: galleryApp().fetch, hostname: "127.0.0.1", port });
  server.once("listening", () => {
    const address = server.address() as AddressInfo;
    console.log(`The component gallery is at http://127.0.0.1:${address.port}`);
  });
  server.once("error", (error: NodeJS.ErrnoException) => {
    const taken = error.code === "EADDRINUSE";
    console.error(taken ? `Port ${port} is already in use; set GALLERY_PORT to another one.` : error.message);
    process.exit(1);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
