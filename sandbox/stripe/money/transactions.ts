/** Writes one balance transaction: the only way in which money moves in this emulator. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import type { World } from "../world";

type TransactionType =
  | "adjustment"
  | "charge"
  | "payment"
  | "payment_refund"
  | "payout"
  | "payout_failure"
  | "refund"
  | "refund_failure"
  | "transfer"
  | "transfer_refund";

const REPORTED_AS: Record<TransactionType, string> = {
  adjustment: "dispute",
  charge: "charge",
  payment: "charge",
  payment_refund: "refund",
  payout: "payout",
  payout_failure: "payout_reversal",
  refund: "refund",
  refund_failure: "refund_failure",
  transfer: "transfer",
  transfer_refund: "transfer_reversal",
};

export type NewTransaction = {
  type: TransactionType;
  /** Minor units; what leaves the account is negative. */
  amount_minor: number;
  fee_minor?: number;
  fee_description?: string;
  currency: string;
  source: string;
  /** Epoch seconds; undefined is now. */
  available_on?: number;
  description?: string | null;
  reporting_category?: string;
};

export function recordTransaction(
  world: World,
  scope: Scope,
  given: NewTransaction,
): Stripe.BalanceTransaction {
  const { type, amount_minor, currency } = given;
  const now_s = world.now_s();
  const fee_minor = given.fee_minor ?? 0;
  const available_on = Math.max(now_s, given.available_on ?? now_s);
  return world.balances.post(scope, {
    id: world.newId("txn"),
    object: "balance_transaction",
    amount: amount_minor,
    available_on,
    balance_type: "payments",
    created: now_s,
    currency,
    description: given.description ?? null,
    exchange_rate: null,
    fee: fee_minor,
    fee_details: fee_minor
      ? [
          {
            amount: fee_minor,
            application: null,
            currency,
            description: given.fee_description ?? "Stripe processing fees",
            type: "stripe_fee",
          },
        ]
      : [],
    net: amount_minor - fee_minor,
    reporting_category: given.reporting_category ?? REPORTED_AS[type],
    source: given.source,
    status: available_on > now_s ? "pending" : "available",
    type,
  });
}

/** When the money of `transaction_id` can be used: its `available_on` while it is pending, undefined once it has settled. */
export function stillPendingUntil(world: World, transaction_id: string | undefined): number | undefined {
  const transaction = transaction_id ? world.tables.balance_transactions.get(transaction_id) : undefined;
  return transaction?.status === "pending" ? transaction.available_on : undefined;
}
