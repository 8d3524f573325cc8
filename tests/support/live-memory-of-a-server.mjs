/**
 * Loaded into a server before its own code (see `live-memory.ts`): at SIGUSR2 it writes down how much memory is in use once nothing dead is
 * left in it. What the system counts for a process also holds what Node has not tidied up yet.
 */
import { renameSync, writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

process.on("SIGUSR2", () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  const file = `${process.env.LIVE_MEMORY_FILE}.${process.pid}`;
  writeFileSync(`${file}.part`, String(heapUsed + external));
  renameSync(`${file}.part`, file);
});
