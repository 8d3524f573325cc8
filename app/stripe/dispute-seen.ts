/** What Stripe says of a dispute, in our words. */
import type Stripe from "stripe";
import type { DisputeSeen } from "@/app/domain/disputes/record-dispute";

export function seenOf(dispute: Stripe.Dispute): DisputeSeen {
  const { due_by } = dispute.evidence_details;
  return {
    id: dispute.id,
    charge_id: typeof dispute.charge === "string" ? dispute.charge : dispute.charge.id,
    stripe_status: dispute.status,
    outcome: outcomeOf(dispute.status),
    reason: dispute.reason,
    amount_minor: dispute.amount,
    currency: dispute.currency.toUpperCase(),
    bookings: dispute.balance_transactions.map(({ id, amount, fee }) => ({
      id,
      amount_minor: amount,
      fee_minor: fee,
    })),
    evidence_due_at: due_by ? new Date(due_by * 1000) : null,
  };
}

function outcomeOf(status: string): DisputeSeen["outcome"] {
  if (status === "won" || status === "lost") return status;
  return status.startsWith("warning_") || status === "prevented" ? "inquiry" : "open";
}
