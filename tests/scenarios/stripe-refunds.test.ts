/** The sandbox's Stripe: refunds that succeed, wait and fail, and disputes. */

import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { one } from "@/app/lib/one";
import { StripeTest } from "../support/stripe-emulator";

let bench: StripeTest;

beforeEach(async () => {
  bench = await StripeTest.open();
});
afterEach(() => bench.close());

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: Stripe.errors.StripeError) => error,
  );

async function funds() {
  const balance = await bench.stripe.balance.retrieve();
  return {
    available: one(balance.available, "the available balance").amount,
    pending: one(balance.pending, "the pending balance").amount,
  };
}

describe("a refund", () => {
  it("gives back in parts, never more than is left, and keeps the processing fee", async () => {
    const charge = await bench.paid(10_000);
    const first = await bench.stripe.refunds.create({
      charge: charge.id,
      amount: 4_000,
      metadata: { m: "1" },
    });
    expect(first).toMatchObject({
      status: "succeeded",
      amount: 4_000,
      payment_intent: charge.payment_intent,
    });
    const tooMuch = await refused(bench.stripe.refunds.create({ charge: charge.id, amount: 6_001 }));
    expect(tooMuch?.message).toContain("greater than unrefunded amount on charge ($60.00)");
    await bench.stripe.refunds.create({ payment_intent: charge.payment_intent as string });
    expect(await bench.stripe.charges.retrieve(charge.id)).toMatchObject({
      refunded: true,
      amount_refunded: 10_000,
    });
    expect(await refused(bench.stripe.refunds.create({ charge: charge.id }))).toMatchObject({
      code: "charge_already_refunded",
    });
    expect(await funds()).toEqual({ available: 0, pending: -320 });
    const listed = await bench.stripe.refunds.list({ charge: charge.id });
    expect(listed.data.map((refund) => refund.amount)).toEqual([6_000, 4_000]);
    await bench.rest();
    expect(bench.typesReceived().filter((type) => type === "refund.created")).toHaveLength(2);
    expect(bench.typesReceived().filter((type) => type === "charge.refunded")).toHaveLength(2);
  });

  it("waits for money when the balance does not cover it, and goes when it does", async () => {
    const charge = await bench.paid(10_000);
    await bench.turnDays(2.01);
    const account = await bench.account();
    await bench.stripe.transfers.create({ amount: 9_000, currency: "usd", destination: account.id });
    const refund = await bench.stripe.refunds.create({ charge: charge.id, amount: 5_000 });
    expect(refund).toMatchObject({ status: "pending", pending_reason: "insufficient_funds" });
    await bench.paid(10_000);
    await bench.turnDays(2.01);
    expect((await bench.stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
    expect(bench.typesReceived()).toContain("refund.updated");
  });

  it("to an expired card fails later, and the money comes back to the balance", async () => {
    const charge = await bench.paid(10_000, "refund_fails");
    const refund = await bench.stripe.refunds.create({ charge: charge.id });
    expect(refund.status).toBe("succeeded");
    await bench.turnDays(1.01);
    const failed = await bench.stripe.refunds.retrieve(refund.id, {
      expand: ["failure_balance_transaction"],
    });
    expect(failed).toMatchObject({
      status: "failed",
      failure_reason: "expired_or_canceled_card",
      failure_balance_transaction: { type: "refund_failure", amount: 10_000 },
    });
    expect(bench.typesReceived()).toContain("refund.failed");
    expect(await bench.stripe.charges.retrieve(charge.id)).toMatchObject({
      refunded: false,
      amount_refunded: 0,
    });
    await bench.turnDays(2);
    expect(await funds()).toEqual({ available: 9_680, pending: 0 });
  });

  it("can be made to fail or to take a day by a switch", async () => {
    const charge = await bench.paid(10_000);
    await bench.control("/faults", { kind: "refund_pending", times: 1 });
    await bench.control("/faults", { kind: "refund_fails", times: 1 });
    const slow = await bench.stripe.refunds.create({ charge: charge.id, amount: 1_000 });
    const failing = await bench.stripe.refunds.create({ charge: charge.id, amount: 2_000 });
    expect(slow.status).toBe("pending");
    await bench.turnDays(1.01);
    expect((await bench.stripe.refunds.retrieve(slow.id)).status).toBe("succeeded");
    expect((await bench.stripe.refunds.retrieve(failing.id)).status).toBe("failed");
  });
});

describe("a dispute", () => {
  it("takes the money and a fee at once, and blocks a refund", async () => {
    const charge = await bench.paid(10_000);
    await bench.turnDays(2.01);
    const dispute = await bench.control<Stripe.Dispute>("/disputes", { charge: charge.id });
    expect(dispute).toMatchObject({ status: "needs_response", amount: 10_000, reason: "fraudulent" });
    expect(await funds()).toEqual({ available: 9_680 - 11_500, pending: 0 });
    expect(await refused(bench.stripe.refunds.create({ charge: charge.id }))).toMatchObject({
      code: "charge_disputed",
    });
    await bench.rest();
    expect(bench.typesReceived()).toEqual(
      expect.arrayContaining(["charge.dispute.created", "charge.dispute.funds_withdrawn"]),
    );
    const listed = await bench.stripe.disputes.list({ charge: charge.id });
    expect(listed.data[0]?.id).toBe(dispute.id);
  });

  it("that is answered and won brings the money back, but not the fee", async () => {
    const charge = await bench.paid(10_000, "dispute");
    const [dispute] = (await bench.stripe.disputes.list({ charge: charge.id })).data;
    const answered = await bench.stripe.disputes.update(String(dispute?.id), {
      evidence: { uncategorized_text: "The post is live.", product_description: "Two posts" },
      submit: true,
    });
    expect(answered).toMatchObject({
      status: "under_review",
      evidence: { uncategorized_text: "The post is live." },
    });
    await bench.control(`/disputes/${dispute?.id}`, { outcome: "won" });
    await bench.turnDays(2.01);
    expect(await funds()).toEqual({ available: 9_680 - 1_500, pending: 0 });
    expect(bench.typesReceived()).toEqual(
      expect.arrayContaining([
        "charge.dispute.updated",
        "charge.dispute.closed",
        "charge.dispute.funds_reinstated",
      ]),
    );
  });

  it("that is lost stays lost", async () => {
    const charge = await bench.paid(10_000, "dispute");
    const [dispute] = (await bench.stripe.disputes.list({ charge: charge.id })).data;
    await bench.control(`/disputes/${dispute?.id}`, { outcome: "lost" });
    expect((await bench.stripe.disputes.retrieve(String(dispute?.id))).status).toBe("lost");
    expect(await bench.control(`/disputes/${dispute?.id}`, { outcome: "won" })).toHaveProperty("error");
    await bench.rest();
    expect(bench.typesReceived()).not.toContain("charge.dispute.funds_reinstated");
  });
});
