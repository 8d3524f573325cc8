/** Payouts from a creator's account to their bank: Stripe makes them by itself; we tell the creator when a bank sends one back. */
import type { Stripe } from "stripe";
import { forgetPayoutFailure, recordPayoutFailure } from "@/app/domain/creator/payout-failure";
import { transact } from "@/db/transact";
import { stripe } from "./client";

/** Reads a payout afresh and keeps what its bank said. @returns whether that was news */
export async function settlePayout(stripe_account_id: string, payout_id: string): Promise<boolean> {
  const payout = await stripe().payouts.retrieve(payout_id, {}, { stripeAccount: stripe_account_id });
  const at = new Date(payout.created * 1_000).toISOString();
  if (payout.status === "paid") return transact((tx) => forgetPayoutFailure(tx, { stripe_account_id, at }));
  if (payout.status !== "failed") return false;
  return transact((tx) => recordPayoutFailure(tx, { stripe_account_id, at, ...failureOf(payout) }));
}

const failureOf = (payout: Stripe.Payout) => ({
  payout_id: payout.id,
  code: payout.failure_code ?? "unknown",
  message: payout.failure_message ?? "",
  amount_minor: payout.amount,
  currency: payout.currency.toUpperCase(),
});
