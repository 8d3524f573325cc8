/** One Postbond per data folder: two would take turns stopping each other's database. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine, isAlive } from "@/db/embedded/postmaster";
import { StartError } from "./progress";

type Holder = { pid: number; command: string };

/**
 * Takes the folder and answers how to give it back. A holder that was killed does not count, nor a pid that is somebody else's now.
 *
 * @throws StartError when another Postbond runs on it
 */
export function lockData(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "running.json");
  const holder = readHolder(path);
  if (
    holder &&
    holder.pid !== process.pid &&
    isAlive(holder.pid) &&
    commandLine(holder.pid) === holder.command
  )
    throw new StartError(
      `Postbond already runs on ${folder} (process ${holder.pid}). Stop it, or set POSTBOND_DATA to another folder.`,
    );
  const own: Holder = { pid: process.pid, command: commandLine(process.pid) };
  writeFileSync(path, JSON.stringify(own));
  return () => rmSync(path, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined; // none, or cut short by a kill
  }
}
