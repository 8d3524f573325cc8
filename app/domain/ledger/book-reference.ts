/** What somebody pastes into a search field of the books: an id of ours, an id of Stripe's, or the cause of a booking. */
import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { card_disputes, clawbacks, money_movements } from "@/db/schema/ledger";
import { fundings } from "@/db/schema/offer";

export type BookReference =
  | { of: "transaction" | "collaboration" | "funding" | "offer" | "creator" | "brand" | "cause"; id: string }
  | { of: "movement"; id: string; funding_id: string };

const OURS = {
  ltx: "transaction",
  collab: "collaboration",
  funding: "funding",
  offer: "offer",
  creator: "creator",
  brand: "brand",
} as const;

/** @returns null when the id has the form of Stripe's or of ours and nothing in the books has it */
export async function findReference(tx: Queryable, text: string): Promise<BookReference | null> {
  const id = text.trim();
  const prefix = id.split("_")[0] as keyof typeof OURS;
  if (id.includes(":")) return { of: "cause", id };
  if (prefix in OURS) return { of: OURS[prefix], id };
  return findOther(tx, prefix, id);
}

async function findOther(tx: Queryable, prefix: string, id: string): Promise<BookReference | null> {
  switch (prefix) {
    case "movement":
      return movementWhere(tx, eq(money_movements.id, id));
    case "tr":
    case "re":
    case "pyr":
    case "trr":
      return movementWhere(tx, eq(money_movements.stripe_id, id));
    case "ch":
    case "py":
      return fundingWhere(tx, eq(fundings.charge_id, id));
    case "pi":
      return fundingWhere(tx, eq(fundings.payment_intent_id, id));
    case "cs":
      return fundingWhere(tx, eq(fundings.checkout_session_id, id));
    case "dp":
    case "du":
      return disputed(tx, id);
    case "clawback":
      return clawedBack(tx, id);
    default:
      return null;
  }
}

type Condition = ReturnType<typeof eq>;

async function movementWhere(tx: Queryable, condition: Condition): Promise<BookReference | null> {
  const [row] = await tx
    .select({ id: money_movements.id, funding_id: money_movements.funding_id })
    .from(money_movements)
    .where(condition);
  return row ? { of: "movement", ...row } : null;
}

async function fundingWhere(tx: Queryable, condition: Condition): Promise<BookReference | null> {
  const [row] = await tx.select({ id: fundings.id }).from(fundings).where(condition);
  return row ? { of: "funding", id: row.id } : null;
}

async function disputed(tx: Queryable, id: string): Promise<BookReference | null> {
  const [row] = await tx
    .select({ id: card_disputes.funding_id })
    .from(card_disputes)
    .where(eq(card_disputes.id, id));
  return row ? { of: "funding", id: row.id } : null;
}

async function clawedBack(tx: Queryable, id: string): Promise<BookReference | null> {
  const [row] = await tx
    .select({ id: clawbacks.collaboration_id })
    .from(clawbacks)
    .where(eq(clawbacks.id, id));
  return row ? { of: "collaboration", id: row.id } : null;
}
