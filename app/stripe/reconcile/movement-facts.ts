/** One transfer, refund or reversal from both sides: what Stripe shows of it, and what the books say of it. */

import { eq, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type Stripe from "stripe";
import { type Movement, movementOf } from "@/app/domain/ledger/movement";
import type { MovementKind } from "@/app/domain/ledger/vocabulary";
import { isId, type OfferId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { idOf } from "../id-of";
import { refundMade } from "../movements/outcome";

/** The facts that have to agree; `null` where the kind has no such thing. */
export type Facts = {
  kind: MovementKind;
  currency: string;
  amount_minor: number;
  charge: string | null;
  destination: string | null;
  /** Of a reversal: the transfer that came back. */
  transfer: string | null;
};

export type AtStripe = {
  id: string;
  /** Whose movement it says it is; anybody with access to the dashboard may have written that. */
  names: string | null;
  /** waiting: taken on by Stripe, the money has not moved yet */
  state: "done" | "waiting" | "failed";
  reason: string | null;
  created_s: number;
  facts: Facts;
};

export type InLedger = { movement: Movement; offer_id: OfferId; facts: Facts };

export function transferSeen(transfer: Stripe.Transfer): AtStripe {
  return {
    id: transfer.id,
    names: transfer.metadata.movement_id ?? null,
    state: "done",
    reason: null,
    created_s: transfer.created,
    facts: {
      kind: "transfer",
      currency: transfer.currency.toUpperCase(),
      amount_minor: transfer.amount,
      charge: idOf(transfer.source_transaction),
      destination: idOf(transfer.destination),
      transfer: null,
    },
  };
}

export function refundSeen(refund: Stripe.Refund): AtStripe {
  const made = refundMade(refund);
  return {
    id: refund.id,
    names: refund.metadata?.movement_id ?? null,
    state: made.state,
    reason: made.state === "failed" ? made.reason : null,
    created_s: refund.created,
    facts: {
      kind: "refund",
      currency: refund.currency.toUpperCase(),
      amount_minor: refund.amount,
      charge: idOf(refund.charge),
      destination: null,
      transfer: null,
    },
  };
}

export function reversalSeen(reversal: Stripe.TransferReversal): AtStripe {
  return {
    id: reversal.id,
    names: reversal.metadata?.movement_id ?? null,
    state: "done",
    reason: null,
    created_s: reversal.created,
    facts: {
      kind: "reversal",
      currency: reversal.currency.toUpperCase(),
      amount_minor: reversal.amount,
      charge: null,
      destination: null,
      transfer: idOf(reversal.transfer),
    },
  };
}

const reversed = alias(money_movements, "reversed");

/** The movements that these objects are, by Stripe's id, or say they are. */
export async function readBooks(
  seen: readonly AtStripe[],
): Promise<{ byStripeId: Map<string, InLedger>; byId: Map<string, InLedger> }> {
  const named = seen.flatMap(({ names }) => (isId("movement", names) ? [names] : []));
  const rows = await db
    .select({
      movement: money_movements,
      offer_id: offer_payments.offer_id,
      charge: offer_payments.charge_id,
      account: creators.stripe_account_id,
      transfer: reversed.stripe_id,
    })
    .from(money_movements)
    .innerJoin(offer_payments, eq(offer_payments.id, money_movements.payment_id))
    .leftJoin(creators, eq(creators.id, money_movements.creator_id))
    .leftJoin(
      reversed,
      sql`${money_movements.kind} = 'reversal'
        and ${reversed.idempotency_key} = 'transfer:' || ${money_movements.collaboration_id}`,
    )
    .where(
      or(
        inArray(
          money_movements.stripe_id,
          seen.map(({ id }) => id),
        ),
        named.length > 0 ? inArray(money_movements.id, named) : undefined,
      ),
    );
  const books = rows.map(
    ({ movement, offer_id, charge, account, transfer }): InLedger => ({
      movement: movementOf(movement),
      offer_id,
      facts: {
        kind: movement.kind,
        currency: movement.currency,
        amount_minor: movement.amount_minor,
        charge: movement.kind === "reversal" ? null : charge,
        destination: movement.kind === "transfer" ? account : null,
        transfer: movement.kind === "reversal" ? transfer : null,
      },
    }),
  );
  return {
    byStripeId: new Map(
      books.flatMap((row) => (row.movement.stripe_id ? [[row.movement.stripe_id, row]] : [])),
    ),
    byId: new Map(books.map((row) => [row.movement.id, row])),
  };
}
