/** Whether the database answers and the outbox is being handed on. */
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { outbox } from "@/db/schema/outbox";

/** Machine time: a relay that is this far behind hands nothing out any more. */
const OUTBOX_LATE_MS = 60_000;

/** @throws the database's error when it does not answer */
export async function readHealth(tx: Queryable) {
  const asked = performance.now();
  const [row] = await tx.execute<{ pending: number; oldest_age_ms: number | null }>(sql`
    select count(*)::int as pending,
      (extract(epoch from clock_timestamp() - min(created_at)) * 1000)::float8 as oldest_age_ms
    from ${outbox} where sent_at is null`);
  const latency_ms = Math.round((performance.now() - asked) * 10) / 10;
  const oldest_age_ms = Math.max(0, Math.round(row?.oldest_age_ms ?? 0));
  return {
    ok: oldest_age_ms <= OUTBOX_LATE_MS,
    database: { ok: true, latency_ms },
    outbox: { pending: row?.pending ?? 0, oldest_age_ms },
  };
}
