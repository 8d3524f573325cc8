/** The process's own pool, made on import (DATABASE_URL must be set by then) and connected at its first query. */
import { databaseUrl } from "@/app/lib/env";
import { createDb } from "./open";

export { createDb, type Queryable, type Tx } from "./open";

export const { sql, db } = createDb(databaseUrl());

/** Lets running queries finish for `patience_s` seconds at most, then closes every connection. */
export async function closeDb(patience_s = 5): Promise<void> {
  await sql.end({ timeout: patience_s });
}
