/**
 * Funding webhook: a signed `checkout.session.completed` is sent to the app's own route and answered once the offer is live. On the way
 * the signature is checked, the event stored in the inbox, the session with its intent, charge and fee looked up at Stripe over HTTP, and
 * in one transaction the payment marked paid, the capture booked (three entries, three balances, checked at commit), the offer brought live and the
 * outbox written; then the event is marked as done. That is three commits, a round trip to another process, and the JSON of both. What the
 * bookings call for (jobs, letters) begins at once in the same process and takes its share of the same cores while they are measured.
 *
 * Bare limit: pgbench's TPC-B transaction (tpcb.ts) through postgres.js on the same durable server with as many workers. A booking moves
 * several balances and writes history in one commit, and TPC-B is what a database is known to do of exactly that; no webhook that
 * moves money can be cheaper than one of these.
 */

import { count, inArray } from "drizzle-orm";
import { env } from "@/app/lib/env";
import { required } from "@/app/lib/one";
import { stripe } from "@/app/stripe/client";
import { db, sql } from "@/db/client";
import { offer_payments } from "@/db/schema/offer";
import { type PaidCheckout, payCheckout } from "@/tests/factories/paid-checkout";
import { makeBrand } from "@/tests/factories/people";
import { workThrough } from "./load";
import { type Compared, compare, type Run } from "./pairs";
import type { Place } from "./place";
import { runTpcb } from "./tpcb";

type Plan = { pairs: number; webhooks: number };

export async function benchPaymentWebhook(place: Place, { pairs, webhooks }: Plan): Promise<Compared> {
  const rounds: PaidCheckout[][] = [];
  for (let round = 0; round <= pairs; round++) rounds.push(await payMany(place, webhooks));
  const tpcb = Array.from({ length: webhooks * 10 });
  const comparison = {
    name: "payment webhook",
    unit: "bookings",
    bare_limit: "pgbench's TPC-B transaction through postgres.js",
    ours: () => deliver(place, required(rounds.pop(), "the next of rounds")),
    bare: () => workThrough(tpcb, () => runTpcb(sql)),
    settle: place.rest, // the letters and jobs that the bookings called for
  };
  return compare(comparison, pairs);
}

async function payMany(place: Place, many: number): Promise<PaidCheckout[]> {
  const brand = await makeBrand();
  const paid: PaidCheckout[] = [];
  await workThrough(Array.from({ length: many }), async () => {
    paid.push(await payCheckout(place, brand, {}));
  });
  return paid;
}

/** @throws when one of them was not booked: a rate of failures would say nothing */
async function deliver(place: Place, paid: PaidCheckout[]): Promise<Run> {
  const bodies = await Promise.all(paid.map(({ session_id }) => eventAbout(session_id)));
  const run = await workThrough(bodies, (body) => send(place, body));
  const [booked] = await db
    .select({ many: count() })
    .from(offer_payments)
    .where(
      inArray(
        offer_payments.id,
        paid.map(({ payment_id }) => payment_id),
      ),
    )
    .groupBy(offer_payments.status);
  if (booked?.many !== paid.length) throw new Error("Not every webhook was booked");
  return run;
}

async function eventAbout(session_id: string): Promise<string> {
  const session = await stripe().checkout.sessions.retrieve(session_id);
  return JSON.stringify({
    id: `evt_bench_${session_id}`,
    object: "event",
    api_version: "2025-01-27.acacia",
    created: Math.floor(Date.now() / 1_000),
    type: "checkout.session.completed",
    livemode: false,
    data: { object: session },
  });
}

async function send(place: Place, body: string): Promise<void> {
  const signature = stripe().webhooks.generateTestHeaderString({
    payload: body,
    secret: env.STRIPE_WEBHOOK_SECRET,
  });
  const answer = await fetch(`${place.app_url}/webhooks/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": signature },
    body,
  });
  await answer.text();
  if (!answer.ok) throw new Error(`The webhook was answered with ${answer.status}`);
}
