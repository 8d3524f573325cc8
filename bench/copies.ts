/**
 * A market of millions out of one that was lived through: every row that the books are checked by, again and again, each time with ids of its
 * own. What holds for the one holds for all of them together, and what is wrong in it would be wrong in every copy.
 */
import type { Sql } from "postgres";

/** The tables that db/checks reads. */
const TABLES = [
  "disputes",
  "clawbacks",
  "collaboration_events",
  "collaborations",
  "offer_payments",
  "ledger_accounts",
  "ledger_entries",
  "ledger_transactions",
  "money_movements",
  "offers",
  "outbox",
  "post_observations",
  "submissions",
];

/** An id of ours or of Stripe's, wherever it stands in a text: `collab_01h…`, `settled:movement_01h…`. */
const ID = "(_[0-9][0-9a-z]{8,})";

type Column = { name: string; type: string; counted: boolean };

/** Every table of the first market, kept apart: what is copied must not grow with its copies. */
export async function keepFirst(sql: Sql): Promise<void> {
  await sql`create schema first_market`;
  for (const table of TABLES)
    await sql`create table first_market.${sql(table)} as select * from public.${sql(table)}`;
}

/**
 * Copies the first market until there are `copies` of it. Triggers and foreign keys rest meanwhile, and the indexes are built again at the
 * end: the database would otherwise ask of each row what is known of all of them.
 */
export async function copyFirst(sql: Sql, { from, to }: { from: number; to: number }): Promise<void> {
  await sql`set session_replication_role = replica`;
  await sql`set statement_timeout = 0`;
  const [{ stride }] = await sql<[{ stride: number }]>`
    select max(id)::int as stride from first_market.ledger_accounts`;
  for (const table of TABLES) {
    const columns = await columnsOf(sql, table);
    await restIndexes(sql, table, false);
    await sql.unsafe(statement(table, columns, { from, to, stride }));
    await restIndexes(sql, table, true);
    await sql`reindex table ${sql(table)}`;
  }
  // The platform's own accounts are one for all copies.
  await sql.unsafe(`
    update ledger_accounts a set balance_minor = f.balance_minor * ${to + 1}
    from first_market.ledger_accounts f where f.id = a.id and f.code !~ '${ID}'`);
  await sql`set session_replication_role = origin`;
  await sql`vacuum analyze`;
}

async function columnsOf(sql: Sql, table: string): Promise<Column[]> {
  return sql<Column[]>`
    select column_name as name, data_type as type, coalesce(column_default like 'nextval%', false) as counted
    from information_schema.columns where table_schema = 'public' and table_name = ${table} order by ordinal_position`;
}

type Numbers = { from: number; to: number; stride: number };

function statement(table: string, all: Column[], { from, to, stride }: Numbers): string {
  // Accounts are named by number in the entries; every other counted column counts on by itself.
  const columns = all.filter(({ counted }) => !counted || table === "ledger_accounts");
  const account = (id: string) => `case when a.code ~ '${ID}' then ${id} + k * ${stride} else ${id} end`;
  const value = ({ name, type }: Column) => {
    if (name === "account_id" || (table === "ledger_accounts" && name === "id")) return account(`f.${name}`);
    if (type === "text") return `regexp_replace(f.${name}, '${ID}', '\\1k' || k, 'g')`;
    if (type === "jsonb") return `regexp_replace(f.${name}::text, '${ID}', '\\1k' || k, 'g')::jsonb`;
    return `f.${name}`;
  };
  const accounts =
    table === "ledger_accounts"
      ? `join first_market.ledger_accounts a on a.id = f.id and a.code ~ '${ID}'`
      : table === "ledger_entries"
        ? "join first_market.ledger_accounts a on a.id = f.account_id"
        : "";
  return `
    insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(", ")})
    select ${columns.map(value).join(", ")}
    from generate_series(${from}, ${to}) k cross join first_market.${table} f ${accounts}`;
}

async function restIndexes(sql: Sql, table: string, ready: boolean): Promise<void> {
  await sql`update pg_index set indisready = ${ready} where indrelid = ${table}::regclass`;
}
