/**
 * The bank decided for the cardholder: the charge is gone. It is borne, in this order, by what nobody had claimed of it, by
 * collaborations that nobody has been paid for (they are cancelled, the youngest first), and by the platform.
 */

import { and, desc, eq, inArray, isNull, notExists, or, sql } from "drizzle-orm";
import type { PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Queryable, Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { SYSTEM } from "../actor";
import { closeOffer } from "../collaboration/close-offer";
import { LIFECYCLE } from "../collaboration/lifecycle";
import { transition } from "../collaboration/transition";
import { accounts } from "../ledger/accounts";
import { unclaimedOf } from "../ledger/create-refund";
import { post } from "../ledger/post";
import { recordStrike } from "../standing/record-strike";

/** States in which the money may still be taken back, as the lifecycle table has them. */
const LOSABLE = [
  ...new Set(LIFECYCLE.filter(({ event }) => event === "lose_charge").map(({ from }) => from)),
];

/**
 * The caller has locked the offer and the funding, which stays frozen meanwhile: what is freed must not be refunded to the card.
 *
 * @returns the platform's loss in minor units
 */
export async function loseCharge(
  tx: Tx,
  payment_id: PaymentId,
  dispute: { id: string; amount_minor: number; currency: string },
): Promise<number> {
  const first = await read(tx, payment_id);
  const offer = one(await tx.select().from(offers).where(eq(offers.id, first.offer_id)), "the offer");
  if (offer.status !== "closed") await closeOffer(tx, SYSTEM, offer.id);
  for (const { id } of await unpaid(tx, payment_id)) {
    if (unclaimedOf(await read(tx, payment_id)) >= dispute.amount_minor) break;
    await transition(tx, SYSTEM, {
      collaboration_id: id,
      event: "lose_charge",
      data: { dispute_id: dispute.id },
    });
  }
  const taken_minor = Math.min(unclaimedOf(await read(tx, payment_id)), dispute.amount_minor);
  const loss_minor = dispute.amount_minor - taken_minor;
  await post(tx, {
    kind: "dispute_lost",
    idempotency_key: `dispute-lost:${dispute.id}`,
    currency: dispute.currency,
    payment_id,
    entries: [
      { account: accounts.offerBudget(first.offer_id), amount_minor: taken_minor },
      { account: accounts.losses, amount_minor: loss_minor },
      { account: accounts.stripeDisputed, amount_minor: -dispute.amount_minor },
    ],
  });
  await tx
    .update(offer_payments)
    .set({ charged_back_minor: sql`${offer_payments.charged_back_minor} + ${taken_minor}` })
    .where(eq(offer_payments.id, payment_id));
  await recordStrike(tx, {
    subject_kind: "brand",
    subject_id: first.brand_id,
    kind: "charged_back",
    collaboration_id: null,
  });
  return loss_minor;
}

async function read(tx: Queryable, payment_id: PaymentId) {
  const payment = one(
    await tx.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
    "the payment",
  );
  return payment;
}

/** Not those whose transfer Stripe may have heard of: that money is with the creator. */
function unpaid(tx: Queryable, payment_id: PaymentId) {
  const sent = tx
    .select({ one: sql`1` })
    .from(money_movements)
    .where(
      and(
        eq(money_movements.collaboration_id, collaborations.id),
        eq(money_movements.kind, "transfer"),
        or(sql`${money_movements.status} <> 'blocked'`, sql`${money_movements.key_sent_at} is not null`),
      ),
    );
  return tx
    .select({ id: collaborations.id })
    .from(collaborations)
    .where(
      and(
        eq(collaborations.payment_id, payment_id),
        inArray(collaborations.state, LOSABLE),
        isNull(collaborations.ended_at),
        notExists(sent),
      ),
    )
    .orderBy(desc(collaborations.agreed_at), desc(collaborations.id));
}
