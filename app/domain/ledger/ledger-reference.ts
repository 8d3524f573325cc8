/** What somebody pastes into a search field of the books: an id of ours, an id of Stripe's, or the cause of a booking. */

import { eq } from "drizzle-orm";
import {
  type BrandId,
  type ClawbackId,
  type CollaborationId,
  type CreatorId,
  isId,
  type MovementId,
  type OfferId,
  type PaymentId,
  type TransactionId,
} from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { clawbacks, disputes, money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";

export type LedgerReference =
  | { of: "transaction"; id: TransactionId }
  | { of: "collaboration"; id: CollaborationId }
  | { of: "payment"; id: PaymentId }
  | { of: "offer"; id: OfferId }
  | { of: "creator"; id: CreatorId }
  | { of: "brand"; id: BrandId }
  | { of: "movement"; id: MovementId; payment_id: PaymentId }
  | { of: "cause"; id: string };

/** @returns null when the id has the form of Stripe's or of ours and nothing in the books has it */
export async function findReference(tx: Queryable, text: string): Promise<LedgerReference | null> {
  const id = text.trim();
  if (id.includes(":")) return { of: "cause", id };
  if (isId("ltx", id)) return { of: "transaction", id };
  if (isId("collab", id)) return { of: "collaboration", id };
  if (isId("payment", id)) return { of: "payment", id };
  if (isId("offer", id)) return { of: "offer", id };
  if (isId("creator", id)) return { of: "creator", id };
  if (isId("brand", id)) return { of: "brand", id };
  if (isId("movement", id)) return movementWhere(tx, eq(money_movements.id, id));
  if (isId("clawback", id)) return clawedBack(tx, id);
  return findAtStripe(tx, id);
}

async function findAtStripe(tx: Queryable, id: string): Promise<LedgerReference | null> {
  switch (id.split("_")[0]) {
    case "tr":
    case "re":
    case "pyr":
    case "trr":
      return movementWhere(tx, eq(money_movements.stripe_id, id));
    case "ch":
    case "py":
      return paymentWhere(tx, eq(offer_payments.charge_id, id));
    case "pi":
      return paymentWhere(tx, eq(offer_payments.payment_intent_id, id));
    case "cs":
      return paymentWhere(tx, eq(offer_payments.checkout_session_id, id));
    case "dp":
    case "du":
      return disputed(tx, id);
    default:
      return null;
  }
}

type Condition = ReturnType<typeof eq>;

async function movementWhere(tx: Queryable, condition: Condition): Promise<LedgerReference | null> {
  const [row] = await tx
    .select({ id: money_movements.id, payment_id: money_movements.payment_id })
    .from(money_movements)
    .where(condition);
  return row ? { of: "movement", ...row } : null;
}

async function paymentWhere(tx: Queryable, condition: Condition): Promise<LedgerReference | null> {
  const [row] = await tx.select({ id: offer_payments.id }).from(offer_payments).where(condition);
  return row ? { of: "payment", id: row.id } : null;
}

async function disputed(tx: Queryable, id: string): Promise<LedgerReference | null> {
  const [row] = await tx.select({ id: disputes.payment_id }).from(disputes).where(eq(disputes.id, id));
  return row ? { of: "payment", id: row.id } : null;
}

async function clawedBack(tx: Queryable, id: ClawbackId): Promise<LedgerReference | null> {
  const [row] = await tx
    .select({ id: clawbacks.collaboration_id })
    .from(clawbacks)
    .where(eq(clawbacks.id, id));
  return row ? { of: "collaboration", id: row.id } : null;
}
