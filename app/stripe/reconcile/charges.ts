/** Charges: what brands paid at Stripe, beside the offer_payments that asked for it. */

import { eq, inArray, or } from "drizzle-orm";
import type Stripe from "stripe";
import { isId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { offer_payments } from "@/db/schema/offer";
import { settleCheckout } from "../checkout";
import { stripe } from "../client";
import { idOf } from "../id-of";
import { createdSince, inBatches } from "./batches";
import { type Discrepancies, unlike } from "./discrepancies";
import type { Seen } from "./seen";

type Payment = typeof offer_payments.$inferSelect;

export async function compareCharges(
  discrepancies: Discrepancies,
  seen: Seen,
  since: Date | null,
): Promise<void> {
  const list = stripe().charges.list({
    ...createdSince(since),
    limit: 100,
    expand: ["data.balance_transaction"],
  });
  for await (const batch of inBatches(list)) await compareChargeBatch(discrepancies, seen, batch);
}

/** A charge that was declined moved nothing and is passed over. */
export async function compareChargeBatch(
  discrepancies: Discrepancies,
  seen: Seen,
  batch: readonly Stripe.Charge[],
): Promise<void> {
  const moved = batch.filter((charge) => charge.status === "succeeded" && charge.captured);
  const fresh = await seen.add(moved.map(({ id }) => id));
  const paid = moved.filter(({ id }) => fresh.has(id));
  if (paid.length === 0) return;
  discrepancies.count("charges", paid.length);
  const named = paid.flatMap(({ metadata }) =>
    isId("payment", metadata.payment_id) ? [metadata.payment_id] : [],
  );
  const rows = await db
    .select()
    .from(offer_payments)
    .where(
      or(
        inArray(
          offer_payments.charge_id,
          paid.map(({ id }) => id),
        ),
        named.length > 0 ? inArray(offer_payments.id, named) : undefined,
      ),
    );
  for (const charge of paid) {
    const ours = rows.find(({ charge_id }) => charge_id === charge.id);
    if (ours) await compareOurs(discrepancies, charge, ours);
    else
      await compareNamed(
        discrepancies,
        charge,
        rows.find(({ id }) => id === charge.metadata.payment_id),
      );
  }
}

/** The payment that was paid by this charge: do both sides mean the same money? */
async function compareOurs(
  discrepancies: Discrepancies,
  charge: Stripe.Charge,
  payment: Payment,
): Promise<void> {
  const differs = (
    kind: "metadata_mismatch" | "currency_differs" | "amount_differs" | "fee_differs",
    wrong: object,
  ) =>
    discrepancies.differs("charges", {
      kind,
      subject: charge.id,
      ...(wrong as ReturnType<typeof unlike> & object),
    });
  const names = charge.metadata.payment_id ?? payment.id;
  const mismatch = unlike({ payment: payment.id }, { payment: names });
  if (mismatch) return differs("metadata_mismatch", mismatch);
  const currency = unlike({ currency: payment.currency }, { currency: charge.currency.toUpperCase() });
  if (currency) return differs("currency_differs", currency);
  const amount = unlike({ amount_minor: payment.amount_minor }, { amount_minor: charge.amount_captured });
  if (amount) return differs("amount_differs", amount);
  const booking = charge.balance_transaction;
  if (!booking || typeof booking === "string") return;
  const fee = unlike({ fee_minor: payment.stripe_fee_minor }, { fee_minor: booking.fee });
  if (fee) await differs("fee_differs", fee);
}

/** No payment knows this charge. Did it pay for one, and the news was lost? */
async function compareNamed(
  discrepancies: Discrepancies,
  charge: Stripe.Charge,
  payment: Payment | undefined,
): Promise<void> {
  const found = {
    charge: charge.id,
    currency: charge.currency.toUpperCase(),
    amount_minor: charge.amount_captured,
    ...(charge.metadata.payment_id ? { names: charge.metadata.payment_id } : {}),
  };
  const differs = (
    kind: "charge_unknown" | "charge_twice" | "metadata_mismatch",
    expected: Record<string, unknown>,
  ) => discrepancies.differs("charges", { kind, subject: charge.id, expected, found });
  if (!payment) return differs("charge_unknown", { payment: null });
  const asked = { payment: payment.id, currency: payment.currency, amount_minor: payment.amount_minor };
  if (unlike({ currency: asked.currency, amount_minor: asked.amount_minor }, found))
    return differs("metadata_mismatch", asked);
  if (payment.charge_id) return differs("charge_twice", { ...asked, charge: payment.charge_id });
  if (discrepancies.isInProgress(charge.created)) return;
  await discrepancies.repair(
    "charges",
    {
      kind: "payment_not_booked",
      subject: charge.id,
      expected: { payment: payment.id, status: payment.status },
      found: { payment: payment.id, status: "paid" },
    },
    "booked",
    () => bookPayment(charge, payment),
  );
}

/** Books what the Checkout behind this charge says. @returns whether it was this charge that paid */
async function bookPayment(charge: Stripe.Charge, payment: Payment): Promise<boolean> {
  const payment_intent = idOf(charge.payment_intent);
  if (!payment_intent) return false;
  const { data } = await stripe().checkout.sessions.list({ payment_intent, limit: 1 });
  if (data[0]?.metadata?.payment_id !== payment.id) return false;
  await settleCheckout(data[0].id);
  const [after] = await db
    .select({ charge_id: offer_payments.charge_id })
    .from(offer_payments)
    .where(eq(offer_payments.id, payment.id));
  return after?.charge_id === charge.id;
}
