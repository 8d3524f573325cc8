/** The movements of money at Stripe, newest first, and one with everything that is known of it. */

import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import {
  MOVEMENT_KINDS,
  MOVEMENT_STATUSES,
  type MovementKind,
  type MovementStatus,
} from "@/app/domain/ledger/vocabulary";
import type { CollaborationId, MovementId, PaymentId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { type Cursor, PAGE_SIZE, type Page, pageOf } from "@/app/lib/page";
import { pick } from "@/app/lib/pick";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import { clawbacks, ledger_transactions, money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";

export type MovementFilter = { status?: MovementStatus; kind?: MovementKind };

export type MovementRow = {
  id: MovementId;
  kind: MovementKind;
  status: MovementStatus;
  currency: string;
  amount_minor: number;
  reason: string | null;
  attempts: number;
  stripe_id: string | null;
  charge_id: string | null;
  payment_id: PaymentId;
  collaboration_id: CollaborationId | null;
  offer_title: string;
  /** Who gets it, or gives it back: the creator, or the brand for a refund. */
  other_side: string;
  at: Date;
  settled_at: Date | null;
};

export async function listMovements(
  tx: Queryable,
  filter: MovementFilter,
  after: Cursor | null = null,
  limit = PAGE_SIZE,
): Promise<Page<MovementRow>> {
  return pageOf(
    (max) => movementsQuery(tx, filter, after, max),
    limit,
    ({ at, id }) => ({ key: at.toISOString(), id }),
  );
}

/**
 * The statement behind a page, whose plan a test looks at. Each status and kind is read along its own stretch of one index and cut to a
 * page, then the pages are merged: a filter that few movements pass costs as little as one that all of them do.
 */
export function movementsQuery(tx: Queryable, filter: MovementFilter, after: Cursor | null, max: number) {
  const branches = MOVEMENT_STATUSES.filter((status) => !filter.status || status === filter.status).flatMap(
    (status) =>
      MOVEMENT_KINDS.filter((kind) => !filter.kind || kind === filter.kind).map((kind) =>
        stretch(tx, and(eq(money_movements.status, status), eq(money_movements.kind, kind)), after, max),
      ),
  );
  const [first, ...others] = branches;
  // A union has two sides at least; PostgreSQL leaves the empty one out.
  const merged = unionAll(
    required(first, "a status and a kind to list"),
    stretch(tx, sql`false`, after, max),
    ...others,
  )
    .orderBy(sql`created_at desc, id desc`)
    .limit(max)
    .as("movement");
  return tx
    .select({
      id: merged.id,
      kind: merged.kind,
      status: merged.status,
      currency: merged.currency,
      amount_minor: merged.amount_minor,
      reason: merged.reason,
      attempts: merged.attempts,
      stripe_id: merged.stripe_id,
      charge_id: offer_payments.charge_id,
      payment_id: merged.payment_id,
      collaboration_id: merged.collaboration_id,
      offer_title: offers.title,
      other_side: sql<string>`coalesce(${creators.display_name}, ${brands.name})`,
      at: merged.created_at,
      settled_at: merged.settled_at,
    })
    .from(merged)
    .innerJoin(offer_payments, eq(offer_payments.id, merged.payment_id))
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .innerJoin(brands, eq(brands.id, offer_payments.brand_id))
    .leftJoin(creators, eq(creators.id, merged.creator_id))
    .orderBy(desc(merged.created_at), desc(merged.id));
}

const LISTED = pick(money_movements, [
  "id",
  "kind",
  "status",
  "currency",
  "amount_minor",
  "reason",
  "attempts",
  "stripe_id",
  "payment_id",
  "collaboration_id",
  "creator_id",
  "created_at",
  "settled_at",
]);

function stretch(tx: Queryable, of: SQL | undefined, after: Cursor | null, max: number) {
  return tx
    .select(LISTED)
    .from(money_movements)
    .where(
      and(
        of,
        after
          ? sql`(${money_movements.created_at}, ${money_movements.id}) < (${after.key}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(money_movements.created_at), desc(money_movements.id))
    .limit(max);
}

/** The whole story of one, for an operator: also what asked for it, and under which key. */
const MOVEMENT = pick(money_movements, [
  "id",
  "kind",
  "status",
  "currency",
  "amount_minor",
  "idempotency_key",
  "payment_id",
  "collaboration_id",
  "clawback_id",
  "stripe_id",
  "attempts",
  "key_version",
  "key_sent_at",
  "reason",
  "detail",
  "settled_at",
  "created_at",
]);

/** @throws Refusal 404 */
export async function readMovement(tx: Queryable, id: MovementId) {
  const [row] = await tx
    .select({
      movement: MOVEMENT,
      charge_id: offer_payments.charge_id,
      frozen_at: offer_payments.frozen_at,
      offer: { id: offers.id, title: offers.title },
      brand: { id: brands.id, name: brands.name },
      creator: {
        id: creators.id,
        name: creators.display_name,
        handle: creators.handle,
        account: creators.stripe_account_id,
        transfers_active: creators.transfers_active,
      },
      clawback_reason: clawbacks.reason,
    })
    .from(money_movements)
    .innerJoin(offer_payments, eq(offer_payments.id, money_movements.payment_id))
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .innerJoin(brands, eq(brands.id, offer_payments.brand_id))
    .leftJoin(creators, eq(creators.id, money_movements.creator_id))
    .leftJoin(clawbacks, eq(clawbacks.id, money_movements.clawback_id))
    .where(eq(money_movements.id, id));
  if (!row) throw notFound("movement");
  const transactions = await tx
    .select({
      id: ledger_transactions.id,
      kind: ledger_transactions.kind,
      at: ledger_transactions.created_at,
    })
    .from(ledger_transactions)
    .where(
      and(
        eq(ledger_transactions.payment_id, row.movement.payment_id),
        eq(ledger_transactions.movement_id, id),
      ),
    )
    .orderBy(asc(ledger_transactions.created_at), asc(ledger_transactions.id));
  return { ...row, transactions };
}
