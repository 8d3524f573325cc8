/** The webhook inbox: each event is stored once, acknowledged, then worked on until it is done. */
import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { now } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import { log } from "@/app/lib/log";
import { db } from "@/db/client";
import { stripe_events } from "@/db/schema/ledger";
import { stripe } from "./client";
import { HANDLERS } from "./handlers";

/** @returns the event, or null when the signature is wrong or older than five minutes */
export function readEvent(body: string, signature: string | null): Stripe.Event | null {
  try {
    return stripe().webhooks.constructEvent(body, signature ?? "", env.STRIPE_WEBHOOK_SECRET);
  } catch {
    return null;
  }
}

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
 * the mark is written only after the handler's own transaction has committed.
 *
 * @throws what the handler threw, after noting it on the row
 */
export async function processEvent(id: string): Promise<void> {
  const [row] = await db.select().from(stripe_events).where(eq(stripe_events.id, id));
  if (!row || row.processed_at) return;
  const event = row.payload as unknown as Stripe.Event;
  const handle = HANDLERS[event.type];
  try {
    const outcome = handle ? await handle(event) : "ignored";
    await db
      .update(stripe_events)
      .set({ processed_at: now(), outcome, error: null })
      .where(eq(stripe_events.id, id));
  } catch (error) {
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
