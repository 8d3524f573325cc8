/** Checkouts that are open here: paid, ended or still open at Stripe. */
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import type Stripe from "stripe";
import { db } from "@/db/client";
import { fundings } from "@/db/schema/offer";
import { settleCheckout } from "../checkout";
import { stripe } from "../client";
import { BATCH } from "./batches";
import { type Findings, unlike } from "./findings";
import { orAbsent } from "./or-absent";

type Funding = typeof fundings.$inferSelect;

export async function compareCheckouts(findings: Findings): Promise<void> {
  for (let after = ""; ; ) {
    const batch = await db
      .select()
      .from(fundings)
      .where(
        and(eq(fundings.status, "pending"), isNotNull(fundings.checkout_session_id), gt(fundings.id, after)),
      )
      .orderBy(asc(fundings.id))
      .limit(BATCH);
    findings.count("checkouts", batch.length);
    for (const funding of batch) await compareCheckout(findings, funding);
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.id;
  }
}

async function compareCheckout(findings: Findings, funding: Funding): Promise<void> {
  const subject = funding.checkout_session_id!;
  const expected = { funding: funding.id, status: funding.status };
  const session = await orAbsent(() => stripe().checkout.sessions.retrieve(subject));
  if (!session)
    return findings.differs("checkouts", {
      kind: "checkout_missing",
      subject,
      expected,
      found: { object: null },
    });
  const wrong = wrongIn(funding, session);
  if (wrong) return findings.differs("checkouts", { ...wrong, subject });
  const paid = session.payment_status === "paid";
  if (!paid && session.status !== "expired") return;
  if (findings.isUnderWay(funding.created_at.getTime() / 1000)) return;
  await findings.repair(
    "checkouts",
    {
      kind: paid ? "payment_not_booked" : "checkout_not_closed",
      subject,
      expected,
      found: { funding: funding.id, status: paid ? "paid" : "expired" },
    },
    paid ? "booked" : "closed",
    async () => {
      await settleCheckout(subject);
      const [after] = await db
        .select({ status: fundings.status })
        .from(fundings)
        .where(eq(fundings.id, funding.id));
      return after?.status === (paid ? "paid" : "expired");
    },
  );
}

/** A session of another funding, another currency or another amount is never booked. */
function wrongIn(funding: Funding, session: Stripe.Checkout.Session) {
  const lie = unlike({ funding: funding.id }, { funding: session.metadata?.funding_id });
  if (lie) return { kind: "metadata_lies" as const, ...lie };
  const currency = unlike({ currency: funding.currency }, { currency: session.currency?.toUpperCase() });
  if (currency) return { kind: "currency_differs" as const, ...currency };
  const amount = unlike({ amount_minor: funding.amount_minor }, { amount_minor: session.amount_total });
  return amount ? { kind: "amount_differs" as const, ...amount } : null;
}
