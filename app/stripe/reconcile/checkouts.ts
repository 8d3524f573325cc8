/** Checkouts that are open here: paid, ended or still open at Stripe. */

import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import type Stripe from "stripe";
import type { PaymentId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { db } from "@/db/client";
import { offer_payments } from "@/db/schema/offer";
import { settleCheckout } from "../checkout";
import { stripe } from "../client";
import { BATCH } from "./batches";
import { type Discrepancies, unlike } from "./discrepancies";
import { orAbsent } from "./or-absent";

type Payment = typeof offer_payments.$inferSelect;

export async function compareCheckouts(discrepancies: Discrepancies): Promise<void> {
  for (let after: PaymentId = "payment_"; ; ) {
    const batch = await db
      .select()
      .from(offer_payments)
      .where(
        and(
          eq(offer_payments.status, "pending"),
          isNotNull(offer_payments.checkout_session_id),
          gt(offer_payments.id, after),
        ),
      )
      .orderBy(asc(offer_payments.id))
      .limit(BATCH);
    discrepancies.count("checkouts", batch.length);
    for (const payment of batch) await compareCheckout(discrepancies, payment);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    after = last.id;
  }
}

async function compareCheckout(discrepancies: Discrepancies, payment: Payment): Promise<void> {
  const subject = required(payment.checkout_session_id, `the Checkout of ${payment.id}`);
  const expected = { payment: payment.id, status: payment.status };
  const session = await orAbsent(() => stripe().checkout.sessions.retrieve(subject));
  if (!session)
    return discrepancies.differs("checkouts", {
      kind: "checkout_missing",
      subject,
      expected,
      found: { object: null },
    });
  const wrong = wrongIn(payment, session);
  if (wrong) return discrepancies.differs("checkouts", { ...wrong, subject });
  const paid = session.payment_status === "paid";
  if (!paid && session.status !== "expired") return;
  if (discrepancies.isInProgress(payment.created_at.getTime() / 1000)) return;
  await discrepancies.repair(
    "checkouts",
    {
      kind: paid ? "payment_not_booked" : "checkout_not_closed",
      subject,
      expected,
      found: { payment: payment.id, status: paid ? "paid" : "expired" },
    },
    paid ? "booked" : "closed",
    async () => {
      await settleCheckout(subject);
      const [after] = await db
        .select({ status: offer_payments.status })
        .from(offer_payments)
        .where(eq(offer_payments.id, payment.id));
      return after?.status === (paid ? "paid" : "expired");
    },
  );
}

/** A session of another funding, another currency or another amount is never booked. */
function wrongIn(payment: Payment, session: Stripe.Checkout.Session) {
  const mismatch = unlike({ payment: payment.id }, { payment: session.metadata?.payment_id });
  if (mismatch) return { kind: "metadata_mismatch" as const, ...mismatch };
  const currency = unlike({ currency: payment.currency }, { currency: session.currency?.toUpperCase() });
  if (currency) return { kind: "currency_differs" as const, ...currency };
  const amount = unlike({ amount_minor: payment.amount_minor }, { amount_minor: session.amount_total });
  return amount ? { kind: "amount_differs" as const, ...amount } : null;
}
