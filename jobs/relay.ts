/**
 * Hands the outbox to Inngest, in order and at least once. Rows are taken with SKIP LOCKED, so several processes share the work;
 * a crash between sending and marking sends a row again under the same event id, which Inngest knows for 24 hours and the
 * commands behind it never need.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { asc, inArray, isNull, sql } from "drizzle-orm";
import { log } from "@/app/lib/log";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { inngest } from "./client";

const BATCH = 100;
/**
 * How long the relay rests: little after it sent something, since jobs soon answer with more, then ever longer. Polling one partial
 * index is cheap; NOTIFY would make all commits wait for each other.
 */
const BUSY_MS = 10;
const IDLE_MS = 150;
const LONGEST_PAUSE_MS = 10_000;

/** Sends one batch. @returns how many rows were sent */
export async function relayOnce(): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(outbox)
      .where(isNull(outbox.sent_at))
      .orderBy(asc(outbox.id))
      .limit(BATCH)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return 0;
    await inngest.send(rows.map(({ id, name, data }) => ({ id: `outbox-${id}`, name, data })));
    const ids = rows.map((row) => row.id);
    await tx
      .update(outbox)
      .set({ sent_at: sql`clock_timestamp()`, attempts: sql`${outbox.attempts} + 1` })
      .where(inArray(outbox.id, ids));
    return rows.length;
  });
}

/** Relays until `signal` aborts; resolves when the batch under way is done. An Inngest that is down is asked again, ever more slowly. */
export async function startRelay(signal: AbortSignal): Promise<void> {
  let pause_ms = IDLE_MS;
  while (!signal.aborted) {
    try {
      const sent = await relayOnce();
      if (sent === BATCH) continue;
      pause_ms = sent > 0 ? BUSY_MS : Math.min(pause_ms * 2, IDLE_MS);
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error }, "the outbox could not be relayed, trying again");
      pause_ms = Math.min(pause_ms * 2, LONGEST_PAUSE_MS);
    }
    await sleep(pause_ms, undefined, { signal }).catch(() => {});
  }
}
