/**
 * PostgreSQL 18 for a machine that has none: real binaries that npm brought, one cluster in a folder, on a loopback port of its
 * own. The server runs apart from Node, so that a killed Node never takes a database down in the middle of a write; the next
 * start finds it and goes on with it.
 */
import { spawn } from "node:child_process";
import { closeSync, existsSync, fchownSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Account, clusterFolder, reachableBinaries, serverAccount } from "./account";
import { BINARIES_VERSION, findBinaries } from "./binaries";
import { isOurs, keptPassword, makeAppDatabase, makeCluster } from "./cluster";
import { freePort } from "./free-port";
import { findRunning, stopServer, untilReady } from "./postmaster";

export type EmbeddedOptions = {
  /** where the cluster, its password, port and log are kept */
  home: string;
  /** false trades safety for speed: for data that nobody will miss (tests) */
  durable?: boolean;
  /** further settings, given to the server as `-c name=value` */
  settings?: Record<string, string>;
};

export type EmbeddedServer = {
  /** the app's database, as DATABASE_URL wants it */
  url: string;
  pid: number;
  /** true when the server was already running */
  adopted: boolean;
  /** ends the server in order and waits until it is gone */
  stop: () => void;
};

const LOOPBACK = "127.0.0.1";

const SETTINGS = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: "", // a socket would need a folder with a short path that both of us may use
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off", // compiling costs more than our short queries
  shared_buffers: "128MB",
  max_connections: "120",
};

const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };

/** Nothing of ours reaches the server through its environment, above all no PG* variable. */
const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV, // only because the type demands it
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
  SystemRoot: process.env.SystemRoot,
};

/**
 * Starts the server of the cluster in `home` (making the cluster first where there is none), or adopts the one that runs.
 *
 * @throws with the end of the server's log when it does not come up
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = resolve(options.home);
  const durable = options.durable ?? true;
  const account = serverAccount();
  const binaries = reachableBinaries(findBinaries(), account, BINARIES_VERSION);
  const folder = clusterFolder(home, account);
  const password = keptPassword(home);
  makeCluster(binaries, folder, password, account, durable);

  const server =
    (await adopt(folder, password)) ?? (await launchOnceFree(binaries, home, folder, account, options));
  writeFileSync(join(home, "port"), `${server.port}\n`);
  const url = await makeAppDatabase(server.port, password);
  const stop = () => stopServer(binaries, folder, account);
  return { url, pid: server.pid, adopted: server.adopted, stop };
}

/** Stops the server of the cluster in `home`, if one runs. Answers whether there was one. */
export function stopEmbedded(homeFolder: string): boolean {
  const home = resolve(homeFolder);
  if (!existsSync(home)) return false;
  const account = serverAccount();
  const folder = clusterFolder(home, account);
  if (!findRunning(folder)) return false;
  stopServer(reachableBinaries(findBinaries(), account, BINARIES_VERSION), folder, account);
  return true;
}

type Running = { pid: number; port: number; adopted: boolean };

async function adopt(folder: string, password: string): Promise<Running | undefined> {
  if (!findRunning(folder)) return undefined;
  const found = await untilReady(folder, () => !findRunning(folder)).catch(() => findRunning(folder));
  if (!found) return undefined; // it was about to end
  const { pid, port } = found;
  if (await isOurs(port, password, folder)) return { pid, port, adopted: true };
  if (!findRunning(folder)) return undefined;
  throw new Error(`A PostgreSQL (pid ${pid}) runs on the data in ${folder} but does not take our password`);
}

/** The children of a server that was killed live on until they notice; meanwhile its shared memory is taken. */
const ORPHANS_LEAVE_WITHIN_MS = 30_000;
const TAKEN = "pre-existing shared memory block";

async function launchOnceFree(...parts: Parameters<typeof launch>): Promise<Running> {
  const deadline = Date.now() + ORPHANS_LEAVE_WITHIN_MS;
  for (;;) {
    try {
      return await launch(...parts);
    } catch (error) {
      if (!(error as Error).message.includes(TAKEN) || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

async function launch(
  binaries: string,
  home: string,
  folder: string,
  account: Account,
  { durable = true, settings = {} }: EmbeddedOptions,
): Promise<Running> {
  const port = await choosePort(join(home, "port"));
  const all = { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), port: String(port), ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const logPath = join(home, "server.log");
  const said_before = existsSync(logPath) ? statSync(logPath).size : 0;
  const output = openSync(logPath, "a", 0o640);
  if (account) fchownSync(output, account.uid, account.gid);
  const child = spawn(join(binaries, "bin", "postgres"), ["-D", folder, ...flags], {
    cwd: folder,
    detached: true, // Ctrl-C reaches Node first, which then stops PostgreSQL last
    stdio: ["ignore", output, output],
    env: SERVER_ENVIRONMENT,
    ...account,
  });
  closeSync(output);
  child.unref();
  let failure: Error | undefined;
  child.on("error", (error) => {
    failure = error;
  });
  try {
    await untilReady(
      folder,
      () => failure !== undefined || child.exitCode !== null || child.signalCode !== null,
    );
  } catch (error) {
    const log = readFileSync(logPath)
      .subarray(said_before)
      .toString()
      .trim()
      .split("\n")
      .slice(-8)
      .join("\n");
    throw new Error(`${(failure ?? (error as Error)).message}; its log (${logPath}) ends with:\n${log}`);
  }
  return { pid: child.pid as number, port, adopted: false };
}

/** The port of the last start when it is still free, so that a kept DATABASE_URL stays right; otherwise any free one. */
async function choosePort(path: string): Promise<number> {
  const kept = existsSync(path) ? Number(readFileSync(path, "utf8")) : 0;
  return (kept > 0 ? await freePort(LOOPBACK, kept) : undefined) ?? (await freePort(LOOPBACK)) ?? 0;
}
