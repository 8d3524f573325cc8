/**
 * The server as it is built, together with the pages, into `build/server/index.js`: all of it shares one clock and one pool of connections.
 */
import { fileURLToPath } from "node:url";
import * as build from "virtual:remix/server-build";
import { createRequestHandler } from "@remix-run/node";
import { runServer } from "./run";

runServer({
  handler: createRequestHandler(build, "production"),
  client_folder: fileURLToPath(new URL("../client", import.meta.url)),
});
