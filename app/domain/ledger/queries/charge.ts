/** One charge with everything the books know of it: its steps, what it paid for, and whether three sources agree about it. */

import { and, eq, sql } from "drizzle-orm";
import type { CollaborationId, MovementId, PaymentId, TransactionId } from "@/app/lib/ids";
import { pick } from "@/app/lib/pick";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { clawbacks, disputes, money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { type Agreement, agreementsOf } from "../charge-agreements";
import type { ChargePlace } from "../charge-places";
import { type ChargeTransaction, type FollowedCharge, followCharge } from "../follow-charge";
import type { LedgerKind } from "../post";

export type ChargeCollaboration = {
  id: string;
  creator_name: string;
  state: string;
  held_minor: number;
  /** To the creator: owed, on its way, or with them. */
  earned_minor: number;
  fees_minor: number;
  /** Back to the budget. */
  returned_minor: number;
  /** What the creator still owes back. */
  owed_minor: number;
};

const PAYMENT = pick(offer_payments, [
  "id",
  "offer_id",
  "charge_id",
  "currency",
  "amount_minor",
  "claimed_minor",
  "refunded_minor",
  "charged_back_minor",
  "frozen_at",
  "paid_at",
]);
const DISPUTE = pick(disputes, [
  "id",
  "status",
  "reason",
  "stripe_status",
  "currency",
  "amount_minor",
  "loss_minor",
  "evidence_due_at",
  "created_at",
  "closed_at",
]);

export type ChargeHistory = FollowedCharge & {
  payment: Pick<typeof offer_payments.$inferSelect, keyof typeof PAYMENT>;
  offer: { id: string; title: string };
  brand: { id: string; name: string };
  agreements: Agreement[];
  collaborations: ChargeCollaboration[];
  disputes: Array<Pick<typeof disputes.$inferSelect, keyof typeof DISPUTE>>;
  /** Stripe's id of each movement that a step belongs to. */
  stripe_ids: Record<string, string>;
  /** Everything adds up to zero, and every figure is the same in each of its sources. */
  adds_up: boolean;
};

/** One charge has at most some thousands of entries, because an offer has at most 500 slots. @throws Refusal 404 */
export async function readChargeHistory(tx: Queryable, payment_id: PaymentId): Promise<ChargeHistory> {
  const [charge] = await tx
    .select({
      payment: PAYMENT,
      offer: { id: offers.id, title: offers.title },
      brand: { id: brands.id, name: brands.name },
    })
    .from(offer_payments)
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .innerJoin(brands, eq(brands.id, offer_payments.brand_id))
    .where(and(eq(offer_payments.id, payment_id), eq(offer_payments.status, "paid")));
  if (!charge) throw notFound("charge");
  const transactions = await transactionsOf(tx, payment_id);
  const followed = followCharge(transactions);
  const movements = await tx
    .select({
      id: money_movements.id,
      kind: money_movements.kind,
      status: money_movements.status,
      amount_minor: money_movements.amount_minor,
      stripe_id: money_movements.stripe_id,
    })
    .from(money_movements)
    .where(eq(money_movements.payment_id, payment_id));
  const charge_disputes = await tx
    .select(DISPUTE)
    .from(disputes)
    .where(eq(disputes.payment_id, payment_id))
    .orderBy(disputes.created_at);
  const agreements = agreementsOf(charge.payment, followed, movements, charge_disputes);
  return {
    ...charge,
    ...followed,
    agreements,
    collaborations: await collaborationsOf(tx, charge.payment, followed),
    disputes: charge_disputes,
    stripe_ids: Object.fromEntries(
      movements.flatMap(({ id, stripe_id }) => (stripe_id ? [[id, stripe_id]] : [])),
    ),
    adds_up:
      followed.unexplained_minor === 0 &&
      agreements.every(({ booked_minor, counted_minor }) => booked_minor === counted_minor),
  };
}

type Row = {
  id: TransactionId;
  kind: LedgerKind;
  at: string;
  collaboration_id: CollaborationId | null;
  movement_id: MovementId | null;
  side: ChargeTransaction["side"];
  code: string;
  amount_minor: number;
};

/**
 * Every transaction of the charge, and those of other charges by which a debt of this one was paid. What a creator's pay went towards is
 * in the cause of the booking, `recovered:<debt>:<collaboration>:<part>`.
 */
async function transactionsOf(tx: Queryable, payment_id: PaymentId): Promise<ChargeTransaction[]> {
  const rows = await tx.execute<Row>(sql`
    with debts as (
      select w.id, w.creator_id from offer_payments f
      join collaborations c on c.offer_id = f.offer_id and c.payment_id = f.id
      join clawbacks w on w.collaboration_id = c.id
      where f.id = ${payment_id}
    ), mine as (
      select t.*, case when t.kind = 'recovered' and t.collaboration_id is not null
          and split_part(t.idempotency_key, ':', 3) = t.collaboration_id
          and not exists (select 1 from debts d where d.id = split_part(t.idempotency_key, ':', 2))
        then 'to_other' else 'own' end as side
      from ledger_transactions t where t.payment_id = ${payment_id}
      union all
      select t.*, 'from_other'
      from debts d
      join collaborations earning on earning.creator_id = d.creator_id
      join ledger_transactions t on t.collaboration_id = earning.id and t.kind = 'recovered'
        and split_part(t.idempotency_key, ':', 2) = d.id
      where t.payment_id <> ${payment_id}
    )
    select m.id, m.kind, m.created_at as at, m.collaboration_id, m.movement_id, m.side, a.code,
      e.amount_minor::float8 as amount_minor
    from mine m join ledger_entries e on e.transaction_id = m.id join ledger_accounts a on a.id = e.account_id
    order by m.created_at, min(e.id) over (partition by m.id), e.id`);
  const found = new Map<string, ChargeTransaction & { entries: ChargeTransaction["entries"][number][] }>();
  for (const { code, amount_minor, at, ...row } of rows) {
    const known = found.get(row.id) ?? { ...row, at: new Date(at), entries: [] };
    known.entries.push({ kind: row.kind, code, amount_minor });
    found.set(row.id, known);
  }
  return [...found.values()];
}

async function collaborationsOf(
  tx: Queryable,
  payment: Pick<typeof offer_payments.$inferSelect, "id" | "offer_id">,
  { steps }: FollowedCharge,
): Promise<ChargeCollaboration[]> {
  const rows = await tx
    .select({
      id: collaborations.id,
      creator_name: creators.display_name,
      state: collaborations.state,
      owed_minor: sql<number>`coalesce(${clawbacks.amount_minor} - ${clawbacks.recovered_minor}, 0)::float8`,
    })
    .from(collaborations)
    .innerJoin(creators, eq(creators.id, collaborations.creator_id))
    .leftJoin(clawbacks, eq(clawbacks.collaboration_id, collaborations.id))
    .where(and(eq(collaborations.offer_id, payment.offer_id), eq(collaborations.payment_id, payment.id)))
    .orderBy(collaborations.agreed_at, collaborations.id);
  const shifts = new Map<string, Partial<Record<ChargePlace, number>>>();
  for (const { collaboration_id, kind, shift } of steps) {
    if (!collaboration_id) continue;
    const total = shifts.get(collaboration_id) ?? {};
    // What was set aside at first came out of the budget; only what came back to it is told.
    for (const [place, minor] of Object.entries(shift) as Array<[ChargePlace, number]>) {
      // What was set aside at first came out of the budget: only what came back to it is told. Pay that went to a debt was earned.
      const aside = (kind === "hold" && place === "budget") || (kind === "recovered" && place === "payable");
      if (!aside) total[place] = (total[place] ?? 0) + minor;
    }
    shifts.set(collaboration_id, total);
  }
  return rows.map((row) => {
    const at = shifts.get(row.id) ?? {};
    return {
      ...row,
      held_minor: at.held ?? 0,
      earned_minor: (at.payable ?? 0) + (at.in_transit ?? 0) + (at.creators ?? 0),
      fees_minor: at.fees ?? 0,
      returned_minor: at.budget ?? 0,
    };
  });
}
