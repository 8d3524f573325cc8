/** The webhook inbox: each event is stored once, acknowledged, then worked on until it is done. */
import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { now } from "@/app/lib/clock";
import { log } from "@/app/lib/log";
import { db } from "@/db/client";
import { stripe_events } from "@/db/schema/ledger";
import { HANDLERS, type Outcome } from "./handlers";
import { Unacceptable } from "./unacceptable";

/** Stores an event; the same one twice is one row. @returns whether it is new */
export async function receiveEvent(event: Stripe.Event): Promise<boolean> {
  const stored = await db
    .insert(stripe_events)
    .values({
      id: event.id,
      type: event.type,
      api_version: event.api_version,
      account: event.account,
      payload: event as unknown as Record<string, unknown>,
      received_at: now(),
    })
    .onConflictDoNothing()
    .returning({ id: stripe_events.id });
  return stored.length === 1;
}

/**
 * Works on a stored event. Handlers are idempotent, so a second run (a crash before the mark, two processes) has no second effect;
 * the mark is written only after the handler's own transaction has committed. What can never be acted on is marked with its reason.
 *
 * @throws what the handler threw, after noting it on the row
 */
export async function processEvent(id: string): Promise<void> {
  const [row] = await db.select().from(stripe_events).where(eq(stripe_events.id, id));
  if (!row || row.processed_at) return;
  const event = row.payload as unknown as Stripe.Event;
  // Its own keys only: a type may be any word, `constructor` too.
  const handle = Object.hasOwn(HANDLERS, event.type) ? HANDLERS[event.type] : undefined;
  try {
    await mark(id, handle ? await handle(event) : "ignored");
  } catch (error) {
    if (error instanceof Unacceptable) return mark(id, "ignored", error.message);
    await db
      .update(stripe_events)
      .set({
        attempts: sql`${stripe_events.attempts} + 1`,
        error: error instanceof Error ? error.message : String(error),
      })
      .where(eq(stripe_events.id, id));
    throw error;
  }
}

/** @param reason why it was not acted on */
async function mark(id: string, outcome: Outcome | "ignored", reason: string | null = null): Promise<void> {
  await db
    .update(stripe_events)
    .set({ processed_at: now(), outcome, error: reason })
    .where(eq(stripe_events.id, id));
}

/** The sweep's part: works on what an earlier try left over. @returns how many were finished */
export async function processLeftOver(limit = 200): Promise<number> {
  const waiting = await db
    .select({ id: stripe_events.id })
    .from(stripe_events)
    .where(and(isNull(stripe_events.processed_at), lt(stripe_events.attempts, 50)))
    .orderBy(asc(stripe_events.received_at))
    .limit(limit);
  let done = 0;
  for (const { id } of waiting) {
    try {
      await processEvent(id);
      done++;
    } catch (error) {
      log.warn({ event_id: id, err: error }, "a Stripe event could not be worked on yet");
    }
  }
  return done;
}
