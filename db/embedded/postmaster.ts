/** Reads and ends a running server by what PostgreSQL itself writes down: `postmaster.pid`. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account";

export type Postmaster = { pid: number; port: number; ready: boolean };

/** What the server of the cluster in `folder` says of itself (line 1 pid, line 4 port, line 8 status), if it left word. */
function readPostmaster(folder: string): Postmaster | undefined {
  const path = join(folder, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * The server that runs the cluster in `folder`, if one does: for example one whose Node was killed. The word left by a server
 * that died with its machine is removed, since its pid may by now be somebody else's and PostgreSQL would then refuse to start.
 */
export function findRunning(folder: string): Postmaster | undefined {
  const left = readPostmaster(folder);
  if (!left) return undefined;
  if (isAlive(left.pid) && commandLine(left.pid).includes(folder)) return left;
  rmSync(join(folder, "postmaster.pid"), { force: true });
  return undefined;
}

/** How the process was called; empty when there is none (any more). */
export function commandLine(pid: number): string {
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync(proc)) return readFileSync(proc, "utf8");
  if (process.platform === "win32") return readPidOnWindows(pid);
  return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

function readPidOnWindows(pid: number): string {
  const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
  return spawnSync("powershell", ["-NoProfile", "-Command", query], { encoding: "utf8" }).stdout ?? "";
}

/** Waits until the server says that it takes connections. @throws when it ends first or `timeout_ms` pass */
export async function untilReady(
  folder: string,
  ended: () => boolean,
  timeout_ms = 60_000,
): Promise<Postmaster> {
  const deadline = Date.now() + timeout_ms;
  while (Date.now() < deadline) {
    const found = readPostmaster(folder);
    if (found?.ready) return found;
    if (ended()) throw new Error("PostgreSQL ended while it started");
    await sleep(10);
  }
  throw new Error(`PostgreSQL was not ready after ${timeout_ms / 1000} s`);
}

/** Stops the server in `folder` (transactions under way are rolled back) and waits until it is gone. */
export function stopServer(binaries: string, folder: string, account: Account): void {
  if (!findRunning(folder)) return;
  execFileSync(join(binaries, "bin", "pg_ctl"), ["stop", "-D", folder, "-m", "fast", "-w", "-t", "30"], {
    stdio: "ignore",
    cwd: folder,
    ...account,
  });
}
