/**
 * PostgreSQL refuses to run as root. A root start therefore hands it to `nobody`, who must be able to enter every folder on the
 * way to its binaries and its data; under a closed folder such as /root both move to a place that is open.
 */

import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The user that runs PostgreSQL when we are root; undefined keeps our own. */
export type Account = { uid: number; gid: number } | undefined;

const NOBODY = { uid: 65_534, gid: 65_534 };

/** Where a root start puts what `nobody` must reach when the checkout lies in a closed folder. */
const OPEN_FOLDER = "/var/lib/postbond";

export function serverAccount(): Account {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/** True when `account` may enter every folder from the root down to `path` (or its nearest ancestor that exists). */
export function canReach(path: string, account: Account): boolean {
  if (!account) return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/** The binaries themselves when `account` can run them, otherwise a copy that it can. */
export function reachableBinaries(native: string, account: Account, version: string): string {
  if (canReach(join(native, "bin"), account)) return native;
  const copy = join(OPEN_FOLDER, `postgresql-${version}`);
  if (!existsSync(join(copy, "complete"))) {
    makeOpenFolder(copy);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
    writeFileSync(join(copy, "complete"), ""); // last, so that a copy cut short is made again
  }
  return copy;
}

/**
 * Where the cluster's files go: `<home>/data`, or, when `account` cannot reach that, a folder of its own that a note in `home`
 * points to. Deleting `home` thus starts afresh in either case. The folder itself is not made here.
 */
export function clusterFolder(home: string, account: Account): string {
  makeOpenFolder(home);
  const note = join(home, "elsewhere");
  if (!existsSync(note) && canReach(home, account)) return join(home, "data");
  makeOpenFolder(OPEN_FOLDER);
  if (existsSync(note)) return readFileSync(note, "utf8").trim();
  const elsewhere = join(OPEN_FOLDER, `data-${randomBytes(6).toString("hex")}`);
  writeFileSync(note, `${elsewhere}\n`);
  return elsewhere;
}

/** Makes `folder` and what is missing above it, each open to pass through whatever the umask is, but not to list. */
function makeOpenFolder(folder: string): void {
  const path = resolve(folder);
  if (existsSync(path)) return;
  makeOpenFolder(dirname(path));
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o711);
}
