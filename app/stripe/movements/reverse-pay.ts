/** An operator takes pay back: as much of what is owed as the creator's account still has, never leaving it below zero. */

import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import type { OperatorActor } from "@/app/domain/actor";
import { createReversal } from "@/app/domain/ledger/create-reversal";
import type { ClawbackId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { clawbacks } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { answerOrRefuse } from "../answer-or-refuse";
import { stripe } from "../client";
import { isOutOfReach } from "../out-of-reach";

/** @throws Refusal 404 · 409 `nothing_to_reverse` · 409 `rest_was_never_sent` · 409 `balance_too_low` · 503 `stripe_silent` */
export async function reversePay(actor: OperatorActor, clawback_id: ClawbackId): Promise<void> {
  const [debt] = await db
    .select({ account: creators.stripe_account_id, currency: clawbacks.currency })
    .from(clawbacks)
    .innerJoin(creators, eq(creators.id, clawbacks.creator_id))
    .where(eq(clawbacks.id, clawback_id));
  if (!debt) throw notFound("clawback");
  if (!debt.account) throw new Refusal("balance_too_low", { status: 409 });
  const balance_minor = await balanceAt(debt.account, debt.currency);
  await transact((tx) => createReversal(tx, actor, { clawback_id, balance_minor }));
}

/** Available and pending together, in minor units; 0 when it is below zero. */
async function balanceAt(stripeAccount: string, currency: string): Promise<number> {
  const balance = await answerOrRefuse(() => readBalance(stripeAccount));
  if (!balance) return 0;
  const there = [...balance.available, ...balance.pending]
    .filter((funds) => funds.currency === currency.toLowerCase())
    .reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, there);
}

/** Null when the account is no longer connected to the platform, which then can take nothing from it. */
async function readBalance(stripeAccount: string): Promise<Stripe.Balance | null> {
  try {
    return await stripe().balance.retrieve({}, { stripeAccount });
  } catch (error) {
    if (isOutOfReach(error)) return null;
    throw error;
  }
}
