/**
 * The one gate for every cent that leaves for a creator: fee, share, holdback, what a sample cost. Asked at the last moment before Stripe is,
 * under the locks of the collaboration and the charge. docs/money-out.md shows its conditions; db/checks/13 holds what has left against them.
 */
import { eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { isReason } from "@/app/lib/reason";
import type { Queryable } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { submissions } from "@/db/schema/verification";
import { transferKey } from "../ledger/create-transfer";
import { earnedAtApproval } from "../ledger/held-funds";
import type { TransferMovement } from "../ledger/movement";
import type { Collaboration } from "./lock";
import { readLook } from "./look";
import { readDecisionsToPay } from "./queries/decisions-to-pay";
import type { CollaborationEvent } from "./vocabulary";

/** What an operator decides names the collaboration, its amount and a reason, and stands in for a pass. */
const OPERATOR_PAYS: CollaborationEvent[] = ["uphold_appeal", "split_appeal", "reimburse", "excuse_removal"];

/** Why nothing leaves now. Each is waited for; what can never be allowed is an error instead. */
type Closed = "hold" | "charge_disputed" | "account" | "look_needed";
type Passage = { open: true; destination: string } | { open: false; because: Closed };

/**
 * @param charge behind the movement, as locked by the caller
 * @throws Error where a transfer asks for money that nobody owes: without a pass or a decision, or above the amount
 */
export async function readPayoutGate(
  tx: Queryable,
  row: Collaboration,
  movement: TransferMovement,
  charge: { frozen_at: Date | null },
): Promise<Passage> {
  await requireBasis(tx, row);
  requireAmount(row, movement);
  if (!row.hold_until || row.hold_until > now()) return { open: false, because: "hold" };
  if (charge.frozen_at) return { open: false, because: "charge_disputed" };
  const [creator] = await tx
    .select({ account: creators.stripe_account_id, ready: creators.transfers_active })
    .from(creators)
    .where(eq(creators.id, movement.creator_id));
  if (!creator?.account || !creator.ready) return { open: false, because: "account" };
  const look = await readLook(tx, row);
  if (look === "gone" || look === "unknown") return { open: false, because: "look_needed" };
  return { open: true, destination: creator.account };
}

async function requireBasis(tx: Queryable, row: Collaboration): Promise<void> {
  if (await isPassed(tx, row)) return;
  const decisions = await readDecisionsToPay(tx, row.id, OPERATOR_PAYS);
  if (!decisions.some(({ note }) => isReason(note ?? undefined)))
    throw new Error(`Nothing that ${row.id} is paid for has passed, and no operator has decided so`);
}

async function isPassed(tx: Queryable, { paid_submission_id, share_minor }: Collaboration): Promise<boolean> {
  if (!paid_submission_id || share_minor !== null) return false;
  const [paid] = await tx
    .select({ verdict: submissions.verdict })
    .from(submissions)
    .where(eq(submissions.id, paid_submission_id));
  return paid?.verdict === "passed";
}

/** A part of what was decided may have gone towards an older debt; more than was decided never leaves. */
function requireAmount(row: Collaboration, { id, idempotency_key, amount_minor }: TransferMovement): void {
  const due_minor = {
    [transferKey(row.id, "pay")]: earnedAtApproval(row),
    [transferKey(row.id, "holdback")]: row.holdback_minor,
  }[idempotency_key];
  if (due_minor === undefined || amount_minor > due_minor)
    throw new Error(
      `${id} asks for ${amount_minor}, and ${row.id} owes ${due_minor ?? "nothing of the kind"}`,
    );
}
