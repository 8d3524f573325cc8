/**
 * The queue after an outage: every release of `releases` collaborations is intended while the app is away; then two processes of it drain
 * the queue over one address, and one of them is killed half-way and started again. The sandbox's Stripe counts the rate itself and answers
 * 429 to whatever is one too many in a second.
 *
 * Bare limit 1: the ceiling, 25 transfers a second at Stripe's endpoint (https://docs.stripe.com/rate-limits).
 * Bare limit 2, without a ceiling: pgbench's TPC-B transaction (tpcb.ts) through postgres.js on the same server with as many workers.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { and, count, eq } from "drizzle-orm";
import { stripe } from "@/app/stripe/client";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { type ApprovedDeal, approveMany, endHold, makePayees } from "@/tests/factories/approved-deals";
import type { AppPair } from "@/tests/setup/app-pair";
import { workThrough } from "./load";

const PATIENCE_MS = 20 * 60_000;

export type DrainPlan = { releases: number; payees: number; kill: boolean };

export type DrainResult = {
  releases: number;
  /** from the start of the two processes to the last settlement in the books: what they need to come up counts */
  took_s: number;
  per_s: number;
  /** transfers at Stripe, and collaborations among them */
  transfers: number;
  paid: number;
};

type Say = (words: string) => void;

export async function drainQueue(pair: AppPair, plan: DrainPlan, say: Say): Promise<DrainResult> {
  const { releases } = plan;
  say(`approving ${releases} posts`);
  const before = await countSettled();
  const payees = await makePayees(pair, Math.min(plan.payees, releases));
  const deals = await approveMany(pair, payees, releases);
  say("the app goes away; its releases are intended");
  await pair.killBoth();
  await workThrough(deals, (deal) => transact((tx) => endHold(tx, deal)));
  // Before they are back: the first one drains while it makes itself ready and while the second one starts.
  const began = performance.now();
  await pair.startAgain();
  await pair.startSecondAgain();
  let killed = !plan.kill;
  let told = 0;
  for (;;) {
    const settled = (await countSettled()) - before;
    const passed_s = (performance.now() - began) / 1_000;
    if (passed_s - told >= 10) {
      told = passed_s;
      say(`${settled} settled, ${(settled / passed_s).toFixed(1)}/s`);
    }
    if (settled === releases) break;
    if (!killed && settled * 2 >= releases) {
      killed = true;
      say(`killing one of the two at ${settled}, and starting it again`);
      await pair.kill();
      await pair.startAgain();
    }
    if (passed_s * 1_000 > PATIENCE_MS)
      throw new Error(`Only ${settled} of ${releases} were settled in time`);
    await sleep(100);
  }
  const took_s = (performance.now() - began) / 1_000;
  return { releases, took_s, per_s: releases / took_s, ...(await countTransfers(deals)) };
}

async function countSettled(): Promise<number> {
  const [row] = await db
    .select({ many: count() })
    .from(money_movements)
    .where(and(eq(money_movements.kind, "transfer"), eq(money_movements.status, "settled")));
  return row?.many ?? 0;
}

/** Asked of Stripe itself. */
async function countTransfers(deals: readonly ApprovedDeal[]) {
  const ours = new Set<string>(deals.map(({ id }) => id));
  const paid = new Set<string>();
  let transfers = 0;
  for await (const { metadata } of stripe().transfers.list({ limit: 100 })) {
    const { collaboration_id = "" } = metadata;
    if (!ours.has(collaboration_id)) continue;
    transfers++;
    paid.add(collaboration_id);
  }
  return { transfers, paid: paid.size };
}
