/** Charges: what brands paid at Stripe, beside the fundings that asked for it. */
import { eq, inArray, or } from "drizzle-orm";
import type Stripe from "stripe";
import { db } from "@/db/client";
import { fundings } from "@/db/schema/offer";
import { settleCheckout } from "../checkout";
import { stripe } from "../client";
import { idOf } from "../id-of";
import { createdSince, inBatches } from "./batches";
import { type Findings, unlike } from "./findings";
import type { Seen } from "./seen";

type Funding = typeof fundings.$inferSelect;

export async function compareCharges(findings: Findings, seen: Seen, since: Date | null): Promise<void> {
  const list = stripe().charges.list({
    ...createdSince(since),
    limit: 100,
    expand: ["data.balance_transaction"],
  });
  for await (const batch of inBatches(list)) await compareChargeBatch(findings, seen, batch);
}

/** A charge that was declined moved nothing and is passed over. */
export async function compareChargeBatch(
  findings: Findings,
  seen: Seen,
  batch: readonly Stripe.Charge[],
): Promise<void> {
  const moved = batch.filter((charge) => charge.status === "succeeded" && charge.captured);
  const fresh = await seen.add(moved.map(({ id }) => id));
  const paid = moved.filter(({ id }) => fresh.has(id));
  if (paid.length === 0) return;
  findings.count("charges", paid.length);
  const named = paid.flatMap(({ metadata }) => metadata.funding_id ?? []);
  const rows = await db
    .select()
    .from(fundings)
    .where(
      or(
        inArray(
          fundings.charge_id,
          paid.map(({ id }) => id),
        ),
        named.length > 0 ? inArray(fundings.id, named) : undefined,
      ),
    );
  for (const charge of paid) {
    const ours = rows.find(({ charge_id }) => charge_id === charge.id);
    if (ours) await compareOurs(findings, charge, ours);
    else
      await compareNamed(
        findings,
        charge,
        rows.find(({ id }) => id === charge.metadata.funding_id),
      );
  }
}

/** The funding that was paid by this charge: do both sides mean the same money? */
async function compareOurs(findings: Findings, charge: Stripe.Charge, funding: Funding): Promise<void> {
  const differs = (
    kind: "metadata_lies" | "currency_differs" | "amount_differs" | "fee_differs",
    wrong: object,
  ) =>
    findings.differs("charges", {
      kind,
      subject: charge.id,
      ...(wrong as ReturnType<typeof unlike> & object),
    });
  const names = charge.metadata.funding_id ?? funding.id;
  const lie = unlike({ funding: funding.id }, { funding: names });
  if (lie) return differs("metadata_lies", lie);
  const currency = unlike({ currency: funding.currency }, { currency: charge.currency.toUpperCase() });
  if (currency) return differs("currency_differs", currency);
  const amount = unlike({ amount_minor: funding.amount_minor }, { amount_minor: charge.amount_captured });
  if (amount) return differs("amount_differs", amount);
  const booking = charge.balance_transaction;
  if (!booking || typeof booking === "string") return;
  const fee = unlike({ fee_minor: funding.stripe_fee_minor }, { fee_minor: booking.fee });
  if (fee) await differs("fee_differs", fee);
}

/** No funding knows this charge. Did it pay for one, and the news was lost? */
async function compareNamed(
  findings: Findings,
  charge: Stripe.Charge,
  funding: Funding | undefined,
): Promise<void> {
  const found = {
    charge: charge.id,
    currency: charge.currency.toUpperCase(),
    amount_minor: charge.amount_captured,
    ...(charge.metadata.funding_id ? { names: charge.metadata.funding_id } : {}),
  };
  const differs = (
    kind: "charge_unknown" | "charge_twice" | "metadata_lies",
    expected: Record<string, unknown>,
  ) => findings.differs("charges", { kind, subject: charge.id, expected, found });
  if (!funding) return differs("charge_unknown", { funding: null });
  const asked = { funding: funding.id, currency: funding.currency, amount_minor: funding.amount_minor };
  if (unlike({ currency: asked.currency, amount_minor: asked.amount_minor }, found))
    return differs("metadata_lies", asked);
  if (funding.charge_id) return differs("charge_twice", { ...asked, charge: funding.charge_id });
  if (findings.isUnderWay(charge.created)) return;
  await findings.repair(
    "charges",
    {
      kind: "payment_not_booked",
      subject: charge.id,
      expected: { funding: funding.id, status: funding.status },
      found: { funding: funding.id, status: "paid" },
    },
    "booked",
    () => bookPayment(charge, funding),
  );
}

/** Books what the Checkout behind this charge says. @returns whether it was this charge that paid */
async function bookPayment(charge: Stripe.Charge, funding: Funding): Promise<boolean> {
  const payment_intent = idOf(charge.payment_intent);
  if (!payment_intent) return false;
  const { data } = await stripe().checkout.sessions.list({ payment_intent, limit: 1 });
  if (data[0]?.metadata?.funding_id !== funding.id) return false;
  await settleCheckout(data[0].id);
  const [after] = await db
    .select({ charge_id: fundings.charge_id })
    .from(fundings)
    .where(eq(fundings.id, funding.id));
  return after?.charge_id === charge.id;
}
