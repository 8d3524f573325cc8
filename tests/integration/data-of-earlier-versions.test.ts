/** Data migrates: a database that an earlier version wrote is brought to today's schema and keeps every row and every invariant. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { runChecks } from "@/db/checks";
import { migrateDatabase, UnreadableDatabaseError } from "@/db/migrate";
import { keptVersions, restoreKept } from "../setup/kept-database";

const admin = new URL(inject("template_url"));
admin.pathname = "/postbond";

let url: string;
beforeEach(async () => {
  const name = `kept_${process.pid}_${randomBytes(4).toString("hex")}`;
  await on(admin.href, (sql) => sql.unsafe(`create database ${name}`));
  const address = new URL(admin);
  address.pathname = `/${name}`;
  url = address.href;
});
afterEach(() =>
  on(admin.href, (sql) => sql.unsafe(`drop database ${new URL(url).pathname.slice(1)} with (force)`)),
);

async function on<T>(address: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Every column, constraint, index and trigger in words, so that two databases can be compared. */
const schemaOf = (sql: postgres.Sql) => sql`
  select table_name || '.' || column_name as name, data_type || coalesce(' ' || column_default, '') || is_nullable as what
    from information_schema.columns where table_schema = 'public'
  union all select conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select indexname, indexdef from pg_indexes where schemaname = 'public'
  union all select tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  order by 1, 2`;

test("there is a database of every version that can be migrated", () => {
  expect(keptVersions()).toContain("0.2");
});

describe.each(keptVersions())("a database of version %s", (version) => {
  test("keeps its rows and its invariants, and has the schema of an empty one", async () => {
    const rows = await restoreKept(url, version);
    await migrateDatabase(url);
    await on(url, async (sql) => {
      const { collaborations = 0, ledger_entries = 0 } = rows;
      expect(collaborations).toBeGreaterThan(10);
      expect(ledger_entries).toBeGreaterThan(100);
      for (const [table, count] of Object.entries(rows)) {
        const [found] = await sql`select count(*)::int as n from ${sql(table)}`;
        expect([table, found?.n]).toEqual([table, count]);
      }
      const broken = (await runChecks(sql)).filter(({ violations }) => violations.length > 0);
      expect(broken).toEqual([]);
      const fresh = await on(inject("template_url"), schemaOf);
      expect(await schemaOf(sql)).toEqual(fresh);
    });
  });
});

test("a database of 0.1 is refused in words and left as it was", async () => {
  await on(url, async (sql) => {
    await sql`create schema drizzle`;
    await sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of-0.1', 1763000000000)`;
    await sql`create table fundings (id text primary key)`;
  });
  const before = await on(url, schemaOf);
  await expect(migrateDatabase(url)).rejects.toThrow(UnreadableDatabaseError);
  await expect(migrateDatabase(url)).rejects.toThrow(/Nothing was changed[\s\S]*begin anew/);
  expect(await on(url, schemaOf)).toEqual(before);
});
