/**
 * Release drain: approved collaborations whose hold has just ended, until the last of their transfers is settled in the books. Each
 * passes its deadline (state, entries to the clearing account, movement, outbox: one commit), is handed by the app's relay to
 * Inngest's stand-in, comes back as a job, is sent to Stripe's stand-in with its own key and settled with the answer (a second commit, with
 * the letters it calls for). Stripe's webhook about the transfer comes as well and finds the work done. App, Inngest, Stripe and mail are processes
 * on the same cores, and the letters are written while the transfers run: a machine for each of them would drain faster.
 *
 * Bare limit 1: 25 transfers a second, what Stripe takes at one endpoint (https://docs.stripe.com/rate-limits). Above that a ratio
 * says how much room there is: the drain would wait for Stripe, not Stripe for the drain. The stand-in counts no rate here.
 * Bare limit 2: the same number of transfers asked of the same stand-in directly, fifty at once as the job allows itself, without
 * books, outbox or jobs. It shows what of the time is the stand-in's and the wire's.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { and, count, eq, inArray } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { settleCheckout } from "@/app/stripe/checkout";
import { stripe } from "@/app/stripe/client";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { type ApprovedDeal, approveMany, endHold, FEE_MINOR } from "@/tests/factories/approved-deals";
import type { WorldCreator } from "@/tests/factories/onboarded-creators";
import { payCheckout } from "@/tests/factories/paid-checkout";
import { makeBrand } from "@/tests/factories/people";
import { workThrough } from "./load";
import { type Compared, compare, type Run } from "./pairs";
import type { Place } from "./place";

const STRIPE_PER_ENDPOINT_S = 25;
const AT_ONCE = 50; // as jobs/functions/send-movement.ts allows itself
const PATIENCE_MS = 120_000;

type Plan = { pairs: number; releases: number };

export type Drain = Compared & { stripe_per_endpoint_s: number; ratio_to_stripe: number };

export async function benchReleaseDrain(
  place: Place,
  payees: WorldCreator[],
  { pairs, releases }: Plan,
): Promise<Drain> {
  const rounds: ApprovedDeal[][] = [];
  for (let round = 0; round <= pairs; round++) rounds.push(await approveMany(place, payees, releases));
  const charge_id = await bigCharge(place, releases * (pairs + 1));
  const comparison = {
    name: "release drain",
    unit: "transfers",
    bare_limit: "the same transfers asked of the same stand-in directly, fifty at once",
    ours: () => drain(required(rounds.pop(), "the next of rounds")),
    bare: () => askDirectly(charge_id, payees, releases),
    settle: place.rest,
  };
  const compared = await compare(comparison, pairs);
  return {
    ...compared,
    stripe_per_endpoint_s: STRIPE_PER_ENDPOINT_S,
    ratio_to_stripe: compared.ours_per_s.median / STRIPE_PER_ENDPOINT_S,
  };
}

/** @throws when the transfers are not settled in time */
async function drain(deals: ApprovedDeal[]): Promise<Run> {
  const began = performance.now();
  await workThrough(deals, (deal) => transact((tx) => endHold(tx, deal)));
  const ids = deals.map(({ id }) => id);
  while ((await countSettled(ids)) < deals.length) {
    if (performance.now() - began > PATIENCE_MS) throw new Error("The transfers were not settled in time");
    await sleep(10);
  }
  return { rate_per_s: (deals.length * 1_000) / (performance.now() - began) };
}

async function countSettled(ids: CollaborationId[]): Promise<number> {
  const [row] = await db
    .select({ many: count() })
    .from(money_movements)
    .where(and(inArray(money_movements.collaboration_id, ids), eq(money_movements.status, "settled")));
  return row?.many ?? 0;
}

async function askDirectly(charge_id: string, payees: WorldCreator[], many: number): Promise<Run> {
  const turns = Array.from({ length: many }, (_, turn) => required(payees[turn % payees.length], "a payee"));
  const { rate_per_s } = await workThrough(
    turns,
    ({ account }) =>
      stripe().transfers.create({
        amount: FEE_MINOR,
        currency: "usd",
        destination: account,
        source_transaction: charge_id,
      }),
    AT_ONCE,
  );
  return { rate_per_s };
}

/** A charge from which `many` transfers can be asked. */
async function bigCharge(place: Place, many: number): Promise<string> {
  const { session_id, payment_id } = await payCheckout(place, await makeBrand(), {
    slots: many,
    fee_minor: FEE_MINOR,
  });
  await settleCheckout(session_id);
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
    "the payment",
  );
  return required(payment.charge_id, "the charge");
}
