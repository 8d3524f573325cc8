/** The sweep's part for webhooks that never came: Stripe knows which ones it could not deliver. */
import { now } from "@/app/lib/clock";
import { stripe } from "./client";
import { receiveEvent } from "./inbox";

/** Stripe itself tries for three days; a day more covers an app that was away for as long. */
const REACH_BACK_S = 4 * 86_400;
/** As many as one sweep takes on, the newest first; what is left is as old as it was. */
const MAX = 1_000;

/**
 * Puts undelivered events into the inbox, which works on each once, delivered later or not. Events of connected accounts are not
 * among them: reconciliation reads those accounts afresh.
 *
 * @returns how many were new
 */
export async function fetchMissedEvents(): Promise<number> {
  const since = Math.floor(now().getTime() / 1000) - REACH_BACK_S;
  let seen = 0;
  let fresh = 0;
  for await (const event of stripe().events.list({
    delivery_success: false,
    created: { gte: since },
    limit: 100,
  })) {
    if (await receiveEvent(event)) fresh++;
    if (++seen === MAX) break;
  }
  return fresh;
}
