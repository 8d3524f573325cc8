/** `npm start`: everything Postbond needs, on a machine that has only Node. */
import { run } from "./run.mjs";

await run("scripts/start.ts", process.argv.slice(2));
