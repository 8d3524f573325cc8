/** A PostgreSQL of the simulation's own: a server in a temporary folder, or a database of its own on a server that is given. */
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded/server";
import { migrateDatabase } from "@/db/migrate";
import { createDb } from "@/db/open";

/** Bytes that a long simulation may need. */
const MIN_FREE_BYTES = 6 * 1024 ** 3;

export type OwnDatabase = { url: string; close: () => Promise<void> };

/** @param server address of any database on a server where databases may be made; without it a server is started */
export async function openDatabase(server: string | undefined): Promise<OwnDatabase> {
  const own = server ? await makeDatabase(server) : await startServer();
  await migrateDatabase(own.url);
  return own;
}

async function startServer(): Promise<OwnDatabase> {
  const home = mkdtempSync(join(memoryFolder() ?? tmpdir(), "postbond-simulation-"));
  chmodSync(home, 0o711); // a run as root hands PostgreSQL to `nobody`, who must get in
  const running = await startEmbedded({ home, durable: false, settings: SETTINGS });
  const stop = () => {
    running.stop();
    rmSync(home, { recursive: true, force: true });
  };
  const onSignal = () => {
    stop();
    process.exit(130);
  };
  process.once("SIGINT", onSignal);
  process.once("SIGTERM", onSignal);
  return { url: running.url, close: async () => stop() };
}

/** Nothing runs by the machine's clock: rows are cleared away when the simulation says so, and a deadlock is found at once. */
const SETTINGS = {
  deadlock_timeout: "50ms",
  shared_buffers: "512MB",
  max_wal_size: "4GB",
  checkpoint_timeout: "30min",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
};

async function makeDatabase(server: string): Promise<OwnDatabase> {
  const name = `simulation_${process.pid}_${Date.now().toString(36)}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const statement = async (text: string) => {
    const { sql } = createDb(server, { max: 1, timeouts: false });
    await sql.unsafe(text);
    await sql.end();
  };
  await statement(`create database ${name}`);
  return { url: url.href, close: () => statement(`drop database ${name} with (force)`) };
}

/** A file system in memory, where there is one with room. */
function memoryFolder(): string | undefined {
  const folder = "/dev/shm";
  if (!existsSync(folder)) return undefined;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > MIN_FREE_BYTES ? folder : undefined;
}
