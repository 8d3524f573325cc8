/** The rows that an earlier version of Postbond left, brought back into a database with the schema of that version. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";

type Kept = {
  /** How many migrations there were; the schema of the rows. */
  migrations: number;
  tables: Record<string, Array<Record<string, unknown>>>;
};

const FOLDER = "tests/fixtures/databases";

export function keptVersions(): string[] {
  return readdirSync(FOLDER).map((file) => file.replace(/\.json\.gz$/, ""));
}

/** @returns how many rows each table got */
export async function restoreKept(url: string, version: string): Promise<Record<string, number>> {
  const text = gunzipSync(readFileSync(join(FOLDER, `${version}.json.gz`))).toString("utf8");
  const kept = JSON.parse(text) as Kept;
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migrateTo(sql, kept.migrations);
    // Rows arrive in the order of the tables' names: keys and triggers guarded them when they were written.
    await sql`set session_replication_role = replica`;
    for (const [table, rows] of Object.entries(kept.tables))
      if (rows.length)
        await sql`insert into ${sql(table)} select * from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(rows as never)})`;
    await sql`set session_replication_role = origin`;
    await continueSequences(sql);
    return Object.fromEntries(Object.entries(kept.tables).map(([table, rows]) => [table, rows.length]));
  } finally {
    await sql.end();
  }
}

/** Applies only the first `count` migrations, from a copy of the folder whose journal ends there. */
async function migrateTo(sql: Sql, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "postbond-migrations-"));
  try {
    cpSync("db/migrations", folder, { recursive: true });
    const path = join(folder, "meta/_journal.json");
    const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: unknown[] };
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await migrate(drizzle(sql), { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Inserting rows with their ids leaves the sequences behind them at 1. */
async function continueSequences(sql: Sql): Promise<void> {
  const owned = await sql<Array<{ table: string; column: string }>>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_default like 'nextval(%'`;
  for (const { table, column } of owned)
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${sql(column)}), 0) + 1, false) from ${sql(table)}`;
}
