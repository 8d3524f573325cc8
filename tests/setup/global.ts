/**
 * Once per test run, for all projects that need one: a throw-away PostgreSQL, and in it a migrated template that each test file clones in
 * milliseconds.
 */
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded/server";
import { migrateDatabase } from "@/db/migrate";
import { createDb } from "@/db/open";

declare module "vitest" {
  interface ProvidedContext {
    /** address of the template; tests clone it and never connect to it */
    template_url: string;
  }
}

const TEMPLATE = "postbond_template";

/** Room that cloned databases may need, in bytes. */
const MIN_FREE_BYTES = 2 * 1024 ** 3;

/** A file system in memory, where there is one with room: a clone is hundreds of small files. */
function memoryFolder(): string | undefined {
  const folder = "/dev/shm";
  if (!existsSync(folder)) return undefined;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > MIN_FREE_BYTES ? folder : undefined;
}

type TestServer = { template_url: string; stop: () => void };

/** Vitest loads this file anew for each project; the projects of one run share the server through the process. */
const shared = process as unknown as {
  postbond_test_server?: { users: number; started: Promise<TestServer> };
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.postbond_test_server ??= { users: 0, started: startServer() };
  const server = shared.postbond_test_server;
  server.users += 1;
  const { template_url, stop } = await server.started;
  project.provide("template_url", template_url);
  return async () => {
    server.users -= 1;
    if (server.users > 0) return;
    delete shared.postbond_test_server;
    stop();
  };
}

async function startServer(): Promise<TestServer> {
  const home = mkdtempSync(join(memoryFolder() ?? tmpdir(), "postbond-test-"));
  chmodSync(home, 0o711); // a run as root hands PostgreSQL to `nobody`, who must get in
  const server = await startEmbedded({
    home,
    durable: false,
    settings: { max_connections: "400", deadlock_timeout: "50ms" },
  });
  const teardown = () => {
    server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const { sql } = createDb(server.url, { max: 1 });
    await sql.unsafe(`create database ${TEMPLATE}`);
    await sql.end();
    const template = new URL(server.url);
    template.pathname = `/${TEMPLATE}`;
    await migrateDatabase(template.href);
    return { template_url: template.href, stop: teardown };
  } catch (error) {
    teardown();
    throw error;
  }
}
