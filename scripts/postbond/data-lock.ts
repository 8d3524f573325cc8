/** One Postbond per data folder: two would take turns stopping each other's database. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine, isAlive } from "@/db/embedded/postmaster";
import { StartError } from "./progress";

type Holder = { pid: number; command: string };

const fileOf = (folder: string) => join(folder, "running.json");

/**
 * Takes the folder and answers how to give it back.
 *
 * @throws StartError when another Postbond runs on it
 */
export function lockData(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const holder = holderOf(folder);
  if (holder !== undefined && holder !== process.pid)
    throw new StartError(
      `Postbond already runs on ${folder} (process ${holder}). Stop it, or set POSTBOND_DATA to another folder.`,
    );
  const own: Holder = { pid: process.pid, command: commandLine(process.pid) };
  writeFileSync(fileOf(folder), JSON.stringify(own));
  return () => rmSync(fileOf(folder), { force: true });
}

/** The process that runs on the folder. One that was killed does not count, nor a pid that is somebody else's now. */
export function holderOf(folder: string): number | undefined {
  const holder = readHolder(fileOf(folder));
  return holder && isAlive(holder.pid) && commandLine(holder.pid) === holder.command ? holder.pid : undefined;
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined; // none, or cut short by a kill
  }
}
