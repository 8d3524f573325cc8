/** While a bank decides about a charge, nothing is claimed, sent or refunded from it; afterwards what had waited goes on. */

import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { disputes, money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { createRefund, unclaimedOf } from "../ledger/create-refund";
import { blockMovement, unblockMovement } from "../ledger/settle-movement";
import { emit } from "../outbox/emit";

/** The caller has locked the offer and the funding. Movements whose key Stripe may know are left to finish. */
export async function freezeCharge(tx: Tx, payment_id: PaymentId): Promise<void> {
  await tx
    .update(offer_payments)
    .set({ frozen_at: now() })
    .where(and(eq(offer_payments.id, payment_id), isNull(offer_payments.frozen_at)));
  const unsent = await tx
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(
      and(
        eq(money_movements.payment_id, payment_id),
        eq(money_movements.status, "pending"),
        inArray(money_movements.kind, ["transfer", "refund"]),
        isNull(money_movements.key_sent_at),
      ),
    )
    .orderBy(asc(money_movements.id));
  for (const { id } of unsent) await blockMovement(tx, id, "charge_disputed");
}

/** Sets going again what the dispute had stopped, once no other dispute of the same charge is open. */
export async function thawCharge(tx: Tx, payment_id: PaymentId): Promise<void> {
  const [other] = await tx
    .select({ id: disputes.id })
    .from(disputes)
    .where(
      and(
        eq(disputes.payment_id, payment_id),
        eq(disputes.status, "open"),
        // An inquiry takes no money and freezes nothing, however long it stands.
        sql`${disputes.stripe_status} not like 'warning_%' and ${disputes.stripe_status} <> 'prevented'`,
      ),
    )
    .limit(1);
  if (other) return;
  const payment = one(
    await tx
      .update(offer_payments)
      .set({ frozen_at: null })
      .where(eq(offer_payments.id, payment_id))
      .returning(),
    "the payment",
  );
  const waiting = await tx
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(
      and(
        eq(money_movements.payment_id, payment_id),
        eq(money_movements.status, "blocked"),
        eq(money_movements.reason, "charge_disputed"),
      ),
    )
    .orderBy(asc(money_movements.id));
  for (const { id } of waiting)
    if (await unblockMovement(tx, id)) await emit(tx, "movement/created", { movement_id: id });
  await returnRest(tx, payment);
}

/** The offer was closed meanwhile: what is left of the charge goes back now. */
async function returnRest(tx: Tx, payment: typeof offer_payments.$inferSelect): Promise<void> {
  const offer = one(
    await tx.select({ status: offers.status }).from(offers).where(eq(offers.id, payment.offer_id)),
    "the offer",
  );
  if (offer.status !== "closed") return;
  await createRefund(tx, {
    payment_id: payment.id,
    amount_minor: unclaimedOf(payment),
    cause: `thaw:${now().toISOString()}`,
  });
}
