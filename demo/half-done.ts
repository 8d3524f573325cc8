/**
 * A demo market takes half a minute to live through, step by committed step. A mark on the schema says while it is under way, so that
 * one that was interrupted is thrown away and begun anew instead of being taken for a whole one.
 */
import { sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/open";

const MARK = "demo market: loading";

export async function isHalfDone(db: Queryable): Promise<boolean> {
  const [row] = await db.execute<{ mark: string | null }>(
    sql`select obj_description('public'::regnamespace, 'pg_namespace') as mark`,
  );
  return row?.mark === MARK;
}

export async function markBegun(tx: Tx): Promise<void> {
  await tx.execute(sql.raw(`comment on schema public is '${MARK}'`));
}

export async function markDone(tx: Tx): Promise<void> {
  await tx.execute(sql.raw("comment on schema public is null"));
}

/** Only for a database that bears the mark: nobody but the demo has written to it. Books cannot be emptied, so the tables go with them. */
export async function dropHalfDone(tx: Tx): Promise<void> {
  if (!(await isHalfDone(tx))) throw new Error("This database holds no interrupted demo market");
  await tx.execute(
    sql.raw("drop schema if exists drizzle cascade; drop schema public cascade; create schema public"),
  );
}
