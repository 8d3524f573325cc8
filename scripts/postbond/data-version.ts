/** Keeps track of which version of Postbond wrote a data folder, so that one it cannot read is refused before it is touched. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartError } from "./progress";

/** The version of the data, not of the code: it changes only when older data can no longer be migrated. */
const DATA_VERSION = "0.2";

/** What a start leaves in its folder. Version 0.1 wrote these too, and no version file. */
const CONTENTS = ["postgres", "sandbox"];

/**
 * Only reads: call it before anything is written to `folder`.
 *
 * @throws StartError when another version wrote the folder
 */
export function assertReadableData(folder: string): void {
  const written_by = versionOf(folder);
  if (written_by === null || written_by === DATA_VERSION) return;
  throw new StartError(
    `The data in ${resolve(folder)} was written by Postbond ${written_by}. This version reads only data of ${DATA_VERSION}. Nothing was changed.\n` +
      "To begin anew, delete that folder or set POSTBOND_DATA to another one. To keep using the old data, run the version that wrote it.",
  );
}

/** Call it once the folder is locked. */
export function stampData(folder: string): void {
  writeFileSync(versionFile(folder), `${DATA_VERSION}\n`);
}

function versionOf(folder: string): string | null {
  if (existsSync(versionFile(folder))) return readFileSync(versionFile(folder), "utf8").trim();
  return CONTENTS.some((name) => existsSync(join(folder, name))) ? "0.1" : null;
}

function versionFile(folder: string): string {
  return join(folder, "version");
}
