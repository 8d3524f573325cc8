/** `node scripts/run.mjs db/embedded/cli.ts start|stop|url`: the embedded database of POSTBOND_DATA without the app. */
import { join } from "node:path";
import { startEmbedded, stopEmbedded } from "./server";

const home = join(process.env.POSTBOND_DATA || ".data", "postgres");

switch (process.argv[2]) {
  case "start":
  case "url": {
    const server = await startEmbedded({ home });
    console.log(server.url);
    break;
  }
  case "stop":
    console.log(stopEmbedded(home) ? "PostgreSQL is stopped." : "No PostgreSQL was running.");
    break;
  default:
    console.error("Usage: node scripts/run.mjs db/embedded/cli.ts start|stop|url");
    process.exitCode = 2;
}
