/** How a connection to PostgreSQL is made here: its limits, its zone, and Drizzle around it. */
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase, PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";
import { guardTransactions } from "./lost-connection";

/** A statement that takes longer is a fault, not a wait. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** Locks are taken in one order, so a longer wait means that somebody holds one far too long. */
const LOCK_TIMEOUT_MS = 8_000;
/** A transaction that does nothing keeps locks and dead rows; the app never leaves one open on purpose. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;

const POOL_SIZE = 10; // connections

/** What a read runs on: the pool or a transaction, of which it uses nothing that writes. */
export type Queryable = Pick<
  PgDatabase<PostgresJsQueryResultHKT, typeof schema>,
  "select" | "selectDistinct" | "selectDistinctOn" | "$with" | "with" | "$count" | "execute"
>;

/** What a command runs on. The pool is not one: on it each statement commits by itself, and a row lock ends at once. */
export type Tx = PgTransaction<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;

export type DbOptions = {
  /** connections at most */
  max?: number;
  /** false for long jobs of one connection, such as migrations */
  timeouts?: boolean;
};

/** Opens a pool on `url`. Nothing connects before the first query; end it with `sql.end()`. */
export function createDb(url: string, { max = POOL_SIZE, timeouts = true }: DbOptions = {}) {
  const limits = {
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  };
  const sql = postgres(url, {
    max,
    idle_timeout: 60, // seconds
    connect_timeout: 10, // seconds
    onnotice: () => {},
    connection: { application_name: "postbond", TimeZone: "UTC", ...(timeouts ? limits : {}) },
  });
  guardTransactions(sql);
  return { sql, db: drizzle(sql, { schema }) };
}
