/**
 * `npm run db:keep -- 0.2 [FOLDER]`: writes the rows of DATABASE_URL (or of the embedded database of POSTBOND_DATA) to tests/fixtures/databases,
 * so that every later version is tested on data of this one. Run it once per version, on the demo market.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import postgres from "postgres";
import { booksUrl } from "./books-url";

/** A picture takes most of the room and no rule reads its bytes. */
const LEFT_OUT: Readonly<Record<string, string>> = { assets: "bytes" };

const [version, folder = "tests/fixtures/databases"] = process.argv.slice(2);
if (!version || !/^\d+\.\d+$/.test(version)) {
  console.error("Usage: npm run db:keep -- VERSION [FOLDER], for example 0.2");
  process.exit(2);
}

const { url, close } = await booksUrl();
const sql = postgres(url, { max: 1, onnotice: () => {} });
try {
  const migrations = readdirSync("db/migrations").filter((file) => file.endsWith(".sql")).length;
  const names = await sql<Array<{ name: string }>>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  const tables: Record<string, unknown[]> = {};
  for (const { name } of names) {
    const rows = await sql`select to_jsonb(t) as row from ${sql(name)} t`;
    tables[name] = rows.map(({ row }) => withoutBytes(name, row));
  }
  const path = `${folder}/${version}.json.gz`;
  writeFileSync(path, gzipSync(JSON.stringify({ migrations, tables }), { level: 9 }));
  const count = Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
  console.log(`${path}: ${count} rows of ${names.length} tables after ${migrations} migrations.`);
} finally {
  await sql.end();
  await close();
}

function withoutBytes(table: string, row: Record<string, unknown>): Record<string, unknown> {
  const column = LEFT_OUT[table];
  return column ? { ...row, [column]: "\\x00" } : row;
}
