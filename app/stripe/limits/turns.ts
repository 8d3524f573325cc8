/**
 * Turns at Stripe, shared by every process on this database. A row says when its endpoint is free again, one more says the same of
 * all endpoints together; whoever takes turns moves both on, under their locks, in one statement. The database's own clock counts,
 * so machines whose clocks differ still agree; business time has no part in this.
 */
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { stripe_call_slots } from "@/db/schema/ledger";

/** Calls a second that Stripe takes. */
export type Rates = { per_endpoint_s: number; total_s: number };

/**
 * `taken` turns, the first in `wait_ms`, each further one `gap_ms` later. None taken: the first free one is still too far away, and
 * may be asked for in `wait_ms`.
 */
export type Turns = { taken: number; wait_ms: number; gap_ms: number };

/**
 * How far ahead turns are given out. Enough for a process that is held up for a moment to lose none; little enough that calls to
 * other endpoints are kept waiting no longer than this by a busy one, and that a process that dies takes few turns with it.
 */
const AHEAD_MS = 250;

/** No turn is ever given out for later than this: a row that says so was written before the database's clock was set back. */
const BELIEVABLE = sql.raw("interval '1 minute'");

const TOTAL = "all";

/** Takes up to `wanted` turns at an endpoint. @throws when the database does not answer */
export async function takeTurns(endpoint: string, wanted: number, rates: Rates): Promise<Turns> {
  const found = await ask(endpoint, wanted, rates);
  if (found) return found;
  await db
    .insert(stripe_call_slots)
    .values([TOTAL, endpoint].map((name) => ({ name, next_at: sql`clock_timestamp()` })))
    .onConflictDoNothing();
  const now_known = await ask(endpoint, wanted, rates);
  if (!now_known) throw new Error(`No turns are kept for ${endpoint}`);
  return now_known;
}

/** @returns undefined when this endpoint has no row yet */
async function ask(endpoint: string, wanted: number, rates: Rates): Promise<Turns | undefined> {
  const total_ms = 1_000 / rates.total_s;
  const gap_ms = Math.max(1_000 / rates.per_endpoint_s, total_ms);
  const names = sql`(${TOTAL}, ${endpoint})`;
  const [row] = await db.execute<{ rows: number; taken: number; wait_ms: number }>(sql`
    with kept as materialized (
      select next_at from stripe_call_slots where name in ${names} order by name for update
    ), free as materialized (
      select count(*)::int as rows, clock_timestamp() as at,
        greatest(max(next_at) filter (where next_at < clock_timestamp() + ${BELIEVABLE}), clock_timestamp()) as first_at
      from kept
    ), plan as materialized (
      select rows, first_at, extract(epoch from first_at - at)::float8 * 1000 as wait_ms,
        least(${wanted}::int, 1 + floor((${AHEAD_MS} - extract(epoch from first_at - at) * 1000) / ${gap_ms}::float8))::int as taken
      from free
    ), moved as (
      update stripe_call_slots set next_at = first_at + interval '1 millisecond'
        * ((taken - 1) * ${gap_ms}::float8 + case name when ${TOTAL} then ${total_ms}::float8 else ${gap_ms}::float8 end)
      from plan where name in ${names} and taken > 0 and rows = 2
    )
    select rows, taken, wait_ms from plan`);
  if (row?.rows !== 2) return undefined;
  const taken = Math.max(0, row.taken);
  return { taken, wait_ms: Math.max(0, taken ? row.wait_ms : row.wait_ms - AHEAD_MS), gap_ms };
}
