/** A real PostgreSQL database for a test: a clone of the migrated template, empty of rows. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, inject } from "vitest";
import { closeDb, createDb, sql } from "@/db/client";

export type TestDatabase = {
  /** as DATABASE_URL wants it: for a child process that shall work on the same data */
  url: string;
};

let made = false;

/**
 * Gives this test file's `db` (from `@/db/client`) a fresh database. Call it in `beforeAll` for one per file or in `beforeEach` for
 * one per test: a later call replaces the database under the same name, so everything that holds on to `db` sees the new one.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const url = process.env.DATABASE_URL as string;
  const name = databaseOf(url);
  const template_url = inject("template_url");
  let stale = 0;
  await asAdmin(template_url, async (admin) => {
    if (made) stale = await dropOld(admin, name);
    await admin.unsafe(`create database ${name} template ${databaseOf(template_url)} strategy file_copy`);
  });
  if (made) await meetNewDatabase(stale);
  made = true;
  return { url };
}

const databaseOf = (url: string) => new URL(url).pathname.slice(1);

async function asAdmin(url: string, work: (admin: typeof sql) => Promise<void>): Promise<void> {
  const address = new URL(url);
  address.pathname = "/postbond";
  const admin = createDb(address.href, { max: 1, timeouts: false });
  try {
    await work(admin.sql);
  } finally {
    await admin.sql.end();
  }
}

/** Drops the database and answers how many connections it had. Its FORCE would poll ten times a second; this asks sooner. */
async function dropOld(admin: typeof sql, name: string): Promise<number> {
  const ended = await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  for (let round = 0; round < 500; round++) {
    const [open] = await admin`select count(*)::int as n from pg_stat_activity where datname = ${name}`;
    if (!open?.n) break;
    await sleep(2);
  }
  await admin.unsafe(`drop database ${name} with (force)`);
  return ended.length;
}

/** Asks on as many connections as the pool had open until none of them is one to the old database. */
async function meetNewDatabase(connections: number): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const answers = Array.from({ length: connections }, () => sql`select 1`);
    const results = await Promise.allSettled(answers);
    if (results.every((result) => result.status === "fulfilled")) return;
    await sleep(5);
  }
  throw new Error("The pool does not reach the new test database");
}

afterAll(async () => {
  await closeDb(0.1);
  if (!made) return;
  const name = databaseOf(process.env.DATABASE_URL as string);
  await asAdmin(inject("template_url"), async (admin) => {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
  });
});
