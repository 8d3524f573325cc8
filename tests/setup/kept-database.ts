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
    const order = await referencedFirst(sql, Object.keys(kept.tables));
    // In one transaction: that a ledger transaction sums to zero is checked at its end.
    await sql.begin(async (tx) => {
      for (const table of order) {
        const rows = kept.tables[table] ?? [];
        if (rows.length)
          await tx`insert into ${tx(table)} select * from jsonb_populate_recordset(null::${tx(table)}, ${tx.json(rows as never)})`;
      }
    });
    await continueSequences(sql);
    return Object.fromEntries(Object.entries(kept.tables).map(([table, rows]) => [table, rows.length]));
  } finally {
    await sql.end();
  }
}

/** The tables so that each comes after those that it references. @throws when they reference each other in a circle */
async function referencedFirst(sql: Sql, tables: readonly string[]): Promise<string[]> {
  const references = await sql<Array<{ from: string; to: string }>>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`;
  const ordered: string[] = [];
  for (let left = [...tables]; left.length > 0; ) {
    const free = left.filter(
      (table) => !references.some(({ from, to }) => from === table && left.includes(to)),
    );
    if (free.length === 0) throw new Error(`These tables reference each other: ${left.join(", ")}`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
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
