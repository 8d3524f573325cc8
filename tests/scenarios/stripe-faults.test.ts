/** The sandbox's Stripe: idempotency keys, and every fault switch as the real SDK and a real app feel it. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS } from "@/app/lib/clock";
import { one } from "@/app/lib/one";
import { PATIENCE } from "../support/patience";
import { KEY, StripeTest } from "../support/stripe-emulator";

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

const create = (key: string, name = "Brand") =>
  bench.stripe.customers.create({ name }, { idempotencyKey: key });

async function customers(): Promise<number> {
  return (await bench.stripe.customers.list({ limit: 100 })).data.length;
}

describe("an idempotency key", () => {
  it("gives the first answer again", async () => {
    const first = await create("k1");
    const second = await create("k1");
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
    expect(await customers()).toBe(1);
  });

  it("is refused for other parameters and for another endpoint", async () => {
    await create("k1");
    const other = await refused(create("k1", "Another"));
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(other).toMatchObject({ statusCode: 400 });
    const elsewhere = await refused(
      bench.stripe.accounts.create({ type: "express" }, { idempotencyKey: "k1" }),
    );
    expect(elsewhere?.message).toContain("same endpoint");
  });

  it("is free again after a refusal of its parameters, but keeps a refusal of its work", async () => {
    expect(
      await refused(bench.stripe.customers.create({ nonsense: 1 } as never, { idempotencyKey: "k1" })),
    ).toBeDefined();
    await create("k1");
    const transfer = { amount: 100, currency: "usd", destination: (await bench.account()).id };
    expect(await refused(bench.stripe.transfers.create(transfer, { idempotencyKey: "k2" }))).toMatchObject({
      code: "balance_insufficient",
    });
    await bench.paid(10_000);
    await bench.turnDays(0.9);
    await bench.turnDays(0.05);
    const again = await refused(bench.stripe.transfers.create(transfer, { idempotencyKey: "k2" }));
    expect(again?.headers?.["idempotent-replayed"]).toBe("true");
  });

  it("is forgotten after 24 hours of the sandbox's clock", async () => {
    const first = await create("k1");
    await bench.turnDays(1.01);
    const second = await create("k1");
    expect(second.id).not.toBe(first.id);
  });

  it("answers 409 while the first request is under way", async () => {
    await bench.control("/faults", { kind: "timeout", times: 1, match: { path: "/v1/customers" } });
    const caller = new AbortController();
    const first = fetch(`${bench.url}/v1/customers`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${KEY}`,
        "idempotency-key": "k1",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "name=Brand",
      signal: caller.signal,
    });
    const faults = () => bench.control<{ injected: { timeout?: number } }>("/faults");
    await vi.waitUntil(async () => (await faults()).injected.timeout === 1, PATIENCE);
    const second = await refused(create("k1"));
    expect(second).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
    caller.abort();
    await expect(first).rejects.toThrow();
    await vi.waitFor(() => create("k1"), PATIENCE);
    expect(await customers()).toBe(1);
  });
});

describe("an answer that is lost", () => {
  it("by a closed connection is found again by the SDK's own retry", async () => {
    await bench.control("/faults", { kind: "drop_after_commit", times: 1, match: "POST /v1/customers" });
    const customer = await create("k1");
    expect(customer.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(await customers()).toBe(1);
  });

  it("by a connection closed twice is an error, though the work was done once", async () => {
    await bench.control("/faults", { kind: "drop_after_commit", times: 1, match: "POST /v1/customers" });
    await bench.control("/faults", { kind: "drop_before", times: 1, match: "POST /v1/customers" });
    // The first call meets `drop_before`, the SDK's retry meets `drop_after_commit`.
    expect(await refused(create("k1"))).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    expect(await customers()).toBe(1);
    expect((await create("k1")).lastResponse.headers["idempotent-replayed"]).toBe("true");
  });

  it("behind a 500 repeats that 500, and the work is found by looking", async () => {
    await bench.control("/faults", { kind: "error_500_after_commit", times: 1 });
    const failure = await refused(create("k1"));
    expect(failure).toBeInstanceOf(Stripe.errors.StripeAPIError);
    expect(await refused(create("k1"))).toMatchObject({ statusCode: 500 });
    expect(await customers()).toBe(1);
  });

  it("behind a time-out is given again to the same key", async () => {
    await bench.control("/faults", { kind: "timeout", times: 1 });
    const impatient = bench.sdk("sk_test_sandbox", { timeout: 300 });
    const error = await refused(impatient.customers.create({ name: "Brand" }, { idempotencyKey: "k1" }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    expect((await create("k1")).name).toBe("Brand");
    expect(await customers()).toBe(1);
  });
});

describe("a failure before the work", () => {
  it.each([
    ["error_500_before", 500],
    ["rate_limit_429", 429],
    ["conflict_409", 409],
  ])("%s leaves nothing behind, and the key is free", async (kind, status) => {
    await bench.control("/faults", { kind, times: 1 });
    expect(await refused(create("k1"))).toMatchObject({ statusCode: status });
    expect(await customers()).toBe(0);
    await create("k1");
    expect(await customers()).toBe(1);
  });

  it("error_500_kept does nothing and keeps its 500", async () => {
    await bench.control("/faults", { kind: "error_500_kept", times: 1 });
    await refused(create("k1"));
    expect(await refused(create("k1"))).toMatchObject({ statusCode: 500 });
    expect(await customers()).toBe(0);
  });

  it("balance_insufficient and account_disabled strike the next transfer", async () => {
    const account = await bench.account();
    const charge = await bench.paid(10_000);
    const send = () =>
      bench.stripe.transfers.create({
        amount: 1_000,
        currency: "usd",
        destination: account.id,
        source_transaction: charge.id,
      });
    await bench.control("/faults", { kind: "balance_insufficient", times: 1 });
    expect(await refused(send())).toMatchObject({ code: "balance_insufficient" });
    await send();
    await bench.control("/faults", { kind: "account_disabled", times: 1 });
    expect(await refused(send())).toMatchObject({ code: "insufficient_capabilities_for_transfer" });
    expect((await bench.stripe.accounts.retrieve(account.id)).requirements?.disabled_reason).toBe(
      "under_review",
    );
  });
});

describe("the switches", () => {
  it("count what they did, match what they are told to, and can be cleared", async () => {
    await bench.control("/faults", { kind: "rate_limit_429", match: { method: "POST", path: "/v1/trans*" } });
    await create("k1");
    await refused(bench.stripe.transfers.create({ amount: 1, currency: "usd", destination: "acct_x" }));
    const state = await bench.control<{ active: unknown[]; injected: Record<string, number> }>("/faults");
    expect(state.injected).toEqual({ rate_limit_429: 1 });
    expect(state.active).toHaveLength(1);
    await bench.control("/faults", undefined, "DELETE");
    expect(await bench.control("/faults")).toMatchObject({ active: [], injected: {} });
    expect(await bench.control("/faults", { kind: "no_such" })).toMatchObject({ error: {} });
  });
});

describe("webhooks", () => {
  it("come twice, late, in another order, or never, when told to", async () => {
    await bench.control("/faults", {
      kind: "webhook_duplicate",
      times: 1,
      match: "payment_intent.succeeded",
    });
    await bench.control("/faults", { kind: "webhook_lose", times: 1, match: "checkout.session.completed" });
    await bench.paid();
    await bench.rest();
    const types = bench.typesReceived();
    expect(types.filter((type) => type === "payment_intent.succeeded")).toHaveLength(2);
    expect(types).not.toContain("checkout.session.completed");
    const lost = await bench.stripe.events.list({ delivery_success: false });
    expect(lost.data.map((event) => event.type)).toEqual(["checkout.session.completed"]);
    await bench.control(`/events/${one(lost.data, "the event").id}/resend`, {});
    expect(bench.typesReceived()).toContain("checkout.session.completed");
    expect((await bench.stripe.events.list({ delivery_success: false })).data).toEqual([]);

    bench.received.length = 0;
    await bench.control("/faults", { kind: "webhook_reorder", times: 1, match: "payment_intent.succeeded" });
    await bench.paid();
    await bench.rest();
    expect(bench.typesReceived()).toEqual(["checkout.session.completed", "payment_intent.succeeded"]);

    bench.received.length = 0;
    await bench.control("/faults", {
      kind: "webhook_delay",
      ms: DAY_MS,
      times: 1,
      match: "payment_intent.succeeded",
    });
    await bench.paid();
    await bench.rest();
    expect(bench.typesReceived()).toEqual(["checkout.session.completed"]);
    await bench.turnDays(1.01);
    expect(bench.typesReceived()).toEqual(["checkout.session.completed", "payment_intent.succeeded"]);
  });

  it("with a wrong or an old signature are refused by the SDK and sent again", async () => {
    await bench.control("/faults", {
      kind: "webhook_bad_signature",
      times: 1,
      match: "payment_intent.succeeded",
    });
    await bench.control("/faults", {
      kind: "webhook_old_signature",
      times: 1,
      match: "checkout.session.completed",
    });
    await bench.paid();
    await bench.rest();
    expect(bench.rejected).toHaveLength(2);
    expect(bench.rejected.join()).toContain("Timestamp outside the tolerance zone");
    await bench.turnDays(0.1);
    expect(bench.typesReceived()).toEqual(
      expect.arrayContaining(["payment_intent.succeeded", "checkout.session.completed"]),
    );
  });

  it("are tried again with growing pauses over three days, then given up", async () => {
    bench.app_status = 500;
    await bench.paid();
    await bench.turnDays(1);
    const waiting = await bench.stripe.events.list({ delivery_success: false });
    expect(waiting.data.every((event) => event.pending_webhooks === 1)).toBe(true);
    const tries = bench.received.length;
    expect(tries).toBeGreaterThan(10);
    await bench.turnDays(4);
    const cancelled_at = bench.received.length;
    expect(cancelled_at).toBeLessThan(2 * 14);
    await bench.turnDays(3);
    expect(bench.received.length).toBe(cancelled_at);
    bench.app_status = 200;
    const lost = await bench.stripe.events.list({ delivery_success: false });
    expect(lost.data.length).toBe(2);
  });

  it("wait for an app that is being restarted", async () => {
    await bench.stopApp();
    await bench.paid();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(bench.received).toEqual([]);
    await bench.startApp();
    await expect.poll(() => bench.received.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    expect((await bench.stripe.events.list({ delivery_success: false })).data).toEqual([]);
  });
});

describe("an emulator that is killed", () => {
  it("comes back with its objects, balances, keys, faults and everything that was due", async () => {
    await bench.close();
    const folder = await mkdtemp(join(tmpdir(), "stripe-"));
    bench = await StripeTest.open({ folder });
    const account = await bench.account();
    const charge = await bench.paid(10_000, "refund_fails");
    const open = await bench.session();
    await bench.stripe.transfers.create({
      amount: 3_000,
      currency: "usd",
      destination: account.id,
      source_transaction: charge.id,
    });
    const refund = await bench.stripe.refunds.create({ charge: charge.id, amount: 2_000 });
    const customer = await create("k1");
    await bench.control("/faults", { kind: "payout_fails", times: 1 });
    const before = await bench.stripe.balance.retrieve();
    await bench.rest();
    await bench.restart();
    expect(await bench.stripe.balance.retrieve()).toEqual(before);
    expect((await create("k1")).id).toBe(customer.id);
    await bench.turnDays(1.01);
    expect((await bench.stripe.refunds.retrieve(refund.id)).status).toBe("failed");
    expect((await bench.stripe.checkout.sessions.retrieve(open.id)).status).toBe("expired");
    await bench.turnDays(1.5);
    await bench.restart();
    await bench.turnDays(2);
    const payouts = await bench.stripe.payouts.list({}, { stripeAccount: account.id });
    expect(payouts.data.map((payout) => payout.status)).toEqual(["failed"]);
    await rm(folder, { recursive: true });
  });
});
