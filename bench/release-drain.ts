/**
 * Release drain: approved collaborations whose hold has just ended, until the last of their transfers is settled in the books. Each
 * passes its deadline (state, entries to the clearing account, movement, outbox: one commit), is handed by the app's relay to
 * Inngest's stand-in, comes back as a job, is sent to Stripe's stand-in with its own key and settled with the answer (a second commit, with
 * the letters it calls for). Stripe's webhook about the transfer comes as well and finds the work done. App, Inngest, Stripe and mail are processes
 * on the same cores, and the letters are written while the transfers run: a machine for each of them would drain faster.
 *
 * Bare limit 1: 25 transfers a second, what Stripe takes at one endpoint (https://docs.stripe.com/rate-limits). Above that a ratio
 * says how much room there is: the drain would wait for Stripe, not Stripe for the drain. The stand-in counts no rate here.
 * Bare limit 2: the same number of transfers asked of the same stand-in directly, ten at once as the job allows itself, without
 * books, outbox or jobs. It shows what of the time is the stand-in's and the wire's.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { and, count, eq, inArray, isNull, sql as query } from "drizzle-orm";
import { SYSTEM } from "@/app/domain/actor";
import { acceptOffer } from "@/app/domain/collaboration/accept-offer";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { decideSubmission } from "@/app/domain/collaboration/decide-submission";
import { makeMove } from "@/app/domain/collaboration/make-move";
import { passDeadline } from "@/app/domain/collaboration/pass-deadline";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { settleCheckout } from "@/app/stripe/checkout";
import { stripe } from "@/app/stripe/client";
import { db, type Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { money_movements } from "@/db/schema/ledger";
import { fundings } from "@/db/schema/offer";
import { outbox } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { makeBrand } from "@/tests/factories/people";
import { makeWorldCreator, type WorldCreator } from "@/tests/factories/world-creators";
import { workThrough } from "./load";
import { payCheckout } from "./paid-checkout";
import { type Compared, compare, type Run } from "./pairs";
import type { Place } from "./place";

const STRIPE_PER_ENDPOINT_S = 25;
const AT_ONCE = 10; // as jobs/functions/send-movement.ts allows itself
const FEE_MINOR = 10_000;
const PATIENCE_MS = 120_000;

type Deal = { id: string; version: number };
type Plan = { pairs: number; releases: number };

export type Drain = Compared & { stripe_per_endpoint_s: number; ratio_to_stripe: number };

/** Creators who take part in every round, with their accounts at Stripe. */
export async function makePayees(place: Place, many: number): Promise<WorldCreator[]> {
  const payees: WorldCreator[] = [];
  for (let made = 0; made < many; made++) payees.push(await makeWorldCreator(place));
  return payees;
}

export async function benchReleaseDrain(
  place: Place,
  payees: WorldCreator[],
  { pairs, releases }: Plan,
): Promise<Drain> {
  const rounds: Deal[][] = [];
  for (let round = 0; round <= pairs; round++) rounds.push(await approveMany(place, payees, releases));
  const charge_id = await bigCharge(place, releases * (pairs + 1));
  const contest = {
    name: "release drain",
    unit: "transfers",
    bare_limit: "the same transfers asked of the same stand-in directly, ten at once",
    ours: () => drain(rounds.pop()!),
    bare: () => askDirectly(charge_id, payees, releases),
    settle: place.rest,
  };
  const compared = await compare(contest, pairs);
  return {
    ...compared,
    stripe_per_endpoint_s: STRIPE_PER_ENDPOINT_S,
    ratio_to_stripe: compared.ours_per_s.median / STRIPE_PER_ENDPOINT_S,
  };
}

async function approveMany(place: Place, payees: WorldCreator[], many: number): Promise<Deal[]> {
  const brand = await makeBrand();
  const deals: Deal[] = [];
  while (deals.length < many) {
    const slots = Math.min(payees.length, many - deals.length);
    const offer = { slots, sample_mode: "none" as const, fee_minor: FEE_MINOR };
    const { offer_id, session_id } = await payCheckout(place, brand, offer);
    await settleCheckout(session_id);
    for (const creator of payees.slice(0, slots))
      deals.push(await transact((tx) => approveOne(tx, { brand, creator, offer_id })));
  }
  await place.rest();
  return deals;
}

type Sides = { brand: Awaited<ReturnType<typeof makeBrand>>; creator: WorldCreator; offer_id: string };

/** The whole way to an approval by the real commands, in one transaction; its hold is over at once, and its jobs and letters are left out. */
async function approveOne(tx: Tx, { brand, creator, offer_id }: Sides): Promise<Deal> {
  const { id } = await applyToOffer(tx, creator, { offer_id, channel_id: creator.channel_id, pitch: "" });
  const collaboration_id = id;
  await makeMove(tx, brand, { collaboration_id, event: "offer_slot" });
  await acceptOffer(tx, creator, { collaboration_id });
  const post = Math.random().toString(36).slice(2).padEnd(11, "x").slice(0, 11);
  const submission_id = await submitPost(tx, creator, {
    collaboration_id,
    url: `https://www.youtube.com/watch?v=${post}`,
  });
  await decideSubmission(tx, SYSTEM, { submission_id, verdict: "passed" });
  const { version } = await reviewSubmission(tx, brand, { collaboration_id, decision: "approve" });
  await tx
    .update(collaborations)
    .set({ due_at: query`now() - interval '1 minute'` })
    .where(eq(collaborations.id, id));
  await tx.update(outbox).set({ sent_at: query`now()` }).where(isNull(outbox.sent_at));
  return { id, version };
}

/** @throws when the transfers are not settled in time */
async function drain(deals: Deal[]): Promise<Run> {
  const began = performance.now();
  await workThrough(deals, ({ id, version }) =>
    transact((tx) => passDeadline(tx, { collaboration_id: id, version })),
  );
  const ids = deals.map(({ id }) => id);
  while ((await countSettled(ids)) < deals.length) {
    if (performance.now() - began > PATIENCE_MS) throw new Error("The transfers were not settled in time");
    await sleep(10);
  }
  return { rate_per_s: (deals.length * 1_000) / (performance.now() - began) };
}

async function countSettled(ids: string[]): Promise<number> {
  const [row] = await db
    .select({ many: count() })
    .from(money_movements)
    .where(and(inArray(money_movements.collaboration_id, ids), eq(money_movements.status, "settled")));
  return row?.many ?? 0;
}

async function askDirectly(charge_id: string, payees: WorldCreator[], many: number): Promise<Run> {
  const turns = Array.from({ length: many }, (_, turn) => payees[turn % payees.length]!);
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
  const { session_id, funding_id } = await payCheckout(place, await makeBrand(), {
    slots: many,
    fee_minor: FEE_MINOR,
  });
  await settleCheckout(session_id);
  const [funding] = await db.select().from(fundings).where(eq(fundings.id, funding_id));
  return funding!.charge_id!;
}
