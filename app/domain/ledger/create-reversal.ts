/** Step one of taking a transfer back: as much of what a creator owes as was sent to them and their balance at Stripe still has. */

import { and, eq, ne, or, sql } from "drizzle-orm";
import { type ClawbackId, type CollaborationId, type MovementId, newId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { clawbacks, money_movements } from "@/db/schema/ledger";
import type { OperatorActor } from "../actor";
import { emit } from "../outbox/emit";
import { accounts } from "./accounts";
import { post } from "./post";

/**
 * @param balance_minor what the creator's account has at Stripe, in minor units: a reversal beyond it would leave it below zero
 * @returns the movement's id
 * @throws Refusal 404 · 409 `nothing_to_reverse` (all of it is recovered, or under way) · 409 `rest_was_never_sent` (it had gone
 *   towards an older debt) · 409 `balance_too_low`
 */
export async function createReversal(
  tx: Tx,
  _actor: OperatorActor,
  input: { clawback_id: ClawbackId; balance_minor: number },
): Promise<MovementId> {
  const [debt] = await tx.select().from(clawbacks).where(eq(clawbacks.id, input.clawback_id)).for("update");
  if (!debt) throw notFound("clawback");
  const in_progress = one(
    await tx
      .select({ amount_minor: sql<number>`coalesce(sum(${money_movements.amount_minor}), 0)::float8` })
      .from(money_movements)
      .where(and(eq(money_movements.clawback_id, debt.id), eq(money_movements.status, "pending"))),
    "the movement",
  );
  const open_minor = debt.amount_minor - debt.recovered_minor - in_progress.amount_minor;
  if (open_minor <= 0) throw new Refusal("nothing_to_reverse", { status: 409 });
  const reversible_minor = await reversibleOf(tx, debt.collaboration_id);
  if (reversible_minor <= 0) throw new Refusal("rest_was_never_sent", { status: 409 });
  const amount_minor = Math.min(open_minor, reversible_minor, input.balance_minor);
  if (amount_minor <= 0) throw new Refusal("balance_too_low", { status: 409 });

  const collaboration = one(
    await tx
      .select({ payment_id: collaborations.payment_id })
      .from(collaborations)
      .where(eq(collaborations.id, debt.collaboration_id)),
    "the collaboration",
  );
  const id = newId("movement");
  const movement = {
    id,
    kind: "reversal" as const,
    currency: debt.currency,
    amount_minor,
    payment_id: required(collaboration.payment_id, `the payment behind ${debt.collaboration_id}`),
    collaboration_id: debt.collaboration_id,
    creator_id: debt.creator_id,
    clawback_id: debt.id,
    idempotency_key: `reversal:${id}`,
  };
  await tx.insert(money_movements).values(movement);
  await post(tx, {
    kind: "reversal_pending",
    idempotency_key: `reversal-intended:${id}`,
    currency: debt.currency,
    collaboration_id: debt.collaboration_id,
    payment_id: movement.payment_id,
    movement_id: id,
    entries: [
      { account: accounts.stripeClearing, amount_minor },
      { account: accounts.creatorOwed(debt.creator_id), amount_minor: -amount_minor },
    ],
  });
  await emit(tx, "movement/created", { movement_id: id });
  return id;
}

/**
 * What has arrived of the pay and was not taken back, in minor units. It may be less than the debt, or nothing: pay goes towards older
 * debts first, and Stripe reverses no more than it had sent.
 */
async function reversibleOf(tx: Queryable, collaboration_id: CollaborationId): Promise<number> {
  const { amount_minor, kind, status, idempotency_key } = money_movements;
  const arrived = and(eq(idempotency_key, `transfer:${collaboration_id}`), eq(status, "settled"));
  const taken_back = and(eq(kind, "reversal"), ne(status, "failed"));
  const sums = one(
    await tx
      .select({
        minor: sql<number>`coalesce(sum(case when ${kind} = 'reversal' then -${amount_minor} else ${amount_minor} end), 0)::float8`,
      })
      .from(money_movements)
      .where(and(eq(money_movements.collaboration_id, collaboration_id), or(arrived, taken_back))),
    "the movement",
  );
  return sums.minor;
}
