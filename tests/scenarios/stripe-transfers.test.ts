/** The sandbox's Stripe: connected accounts, transfers to them, reversals and payouts. */

import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { required } from "@/app/lib/one";
import { StripeTest } from "../support/stripe-emulator";

let bench: StripeTest;

beforeAll(async () => {
  bench = await StripeTest.open();
});
afterAll(() => bench.close());

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: Stripe.errors.StripeError) => error,
  );

async function balanceOf(account?: string, currency = "usd") {
  const balance = await bench.stripe.balance.retrieve({}, account ? { stripeAccount: account } : undefined);
  const amount = (funds: Array<{ amount: number; currency: string }>) =>
    funds.find((one) => one.currency === currency)?.amount ?? 0;
  return { available: amount(balance.available), pending: amount(balance.pending) };
}

describe("a connected account", () => {
  it("starts without capabilities and says what it lacks", async () => {
    const account = await bench.account(null);
    expect(account).toMatchObject({
      type: "express",
      details_submitted: false,
      payouts_enabled: false,
      capabilities: { transfers: "inactive" },
      requirements: { disabled_reason: "requirements.past_due" },
    });
    expect(account.requirements?.currently_due).toContain("external_account");
    const login = await refused(bench.stripe.accounts.createLoginLink(account.id));
    expect(login?.message).toContain("has not completed onboarding");
  });

  it("comes to every condition, and each is told as a connect event", async () => {
    const account = await bench.account(null);
    for (const [outcome, transfers, reason] of [
      ["restricted", "inactive", "requirements.past_due"],
      ["pending", "pending", "requirements.pending_verification"],
      ["complete", "active", null],
      ["disabled", "inactive", "under_review"],
      ["complete", "active", null],
      ["unsupported_country", "inactive", "requirements.past_due"],
      ["rejected", "inactive", "rejected.other"],
    ] as const) {
      await bench.control(`/accounts/${account.id}`, { outcome });
      const found = await bench.stripe.accounts.retrieve(account.id);
      expect(found.capabilities?.transfers).toBe(transfers);
      expect(found.requirements?.disabled_reason).toBe(reason);
    }
    await bench.rest();
    const events = bench.received.filter((event) => event.account === account.id);
    expect(events.filter((event) => event.type === "account.updated")).toHaveLength(7);
    expect(events.filter((event) => event.type === "capability.updated").length).toBeGreaterThanOrEqual(5);
  });

  it("is refused for a country where Stripe is not", async () => {
    const error = await refused(bench.stripe.accounts.create({ type: "express", country: "CN" }));
    expect(error).toMatchObject({ code: "country_unsupported", param: "country" });
  });

  it("is out of reach once it has been disconnected", async () => {
    const account = await bench.account();
    await bench.control(`/accounts/${account.id}`, { outcome: "deauthorized" });
    const error = await refused(bench.stripe.accounts.retrieve(account.id));
    expect(error).toBeInstanceOf(Stripe.errors.StripePermissionError);
    expect(error).toMatchObject({ code: "account_invalid", statusCode: 403 });
    await bench.rest();
    expect(bench.typesReceived()).toContain("account.application.deauthorized");
  });

  it("gets a one-time way to its onboarding page", async () => {
    const account = await bench.account(null);
    const link = await bench.stripe.accountLinks.create({
      account: account.id,
      type: "account_onboarding",
      refresh_url: "http://127.0.0.1:9/again",
      return_url: "http://127.0.0.1:9/back",
    });
    expect(link.url).toContain(`${bench.url}/onboard/${account.id}`);
    expect(link.expires_at).toBeGreaterThan(link.created);
  });
});

describe("a transfer tied to a charge", () => {
  it("is made at once and becomes available together with the charge", async () => {
    const account = await bench.account();
    const charge = await bench.paid(20_000);
    const transfer = await bench.stripe.transfers.create({
      amount: 8_000,
      currency: "usd",
      destination: account.id,
      source_transaction: charge.id,
      metadata: { movement: "m1" },
    });
    expect(transfer).toMatchObject({
      amount: 8_000,
      transfer_group: "offer_1",
      source_transaction: charge.id,
      reversed: false,
    });
    expect(await balanceOf(account.id)).toEqual({ available: 0, pending: 8_000 });
    await bench.turnDays(2.01);
    expect((await balanceOf(account.id)).pending).toBe(0);
    const payments = await bench.stripe.charges.list({}, { stripeAccount: account.id });
    expect(payments.data[0]).toMatchObject({ source_transfer: transfer.id, amount: 8_000 });
    expect(payments.data[0]?.id).toBe(transfer.destination_payment);
  });

  it("cannot exceed what is left of the charge, reversals and refunds counted", async () => {
    const account = await bench.account();
    const charge = await bench.paid(10_000);
    const send = (amount: number) =>
      bench.stripe.transfers.create({
        amount,
        currency: "usd",
        destination: account.id,
        source_transaction: charge.id,
      });
    const first = await send(6_000);
    expect(await refused(send(4_001))).toMatchObject({ type: "StripeInvalidRequestError", param: "amount" });
    await bench.stripe.transfers.createReversal(first.id, { amount: 1_000 });
    await bench.stripe.refunds.create({ charge: charge.id, amount: 2_000 });
    expect(await refused(send(3_001))).toMatchObject({ param: "amount" });
    await send(3_000);
  });

  it("is refused while the destination may not take transfers", async () => {
    const charge = await bench.paid(10_000);
    const account = await bench.account("restricted");
    const params = { amount: 100, currency: "usd", destination: account.id, source_transaction: charge.id };
    expect(await refused(bench.stripe.transfers.create(params))).toMatchObject({
      code: "insufficient_capabilities_for_transfer",
    });
    await bench.control(`/accounts/${account.id}`, { outcome: "complete" });
    await bench.stripe.transfers.create(params);
    expect(
      await refused(bench.stripe.transfers.create({ ...params, destination: "acct_nobody" })),
    ).toMatchObject({ code: "resource_missing", param: "destination", statusCode: 400 });
    expect(await refused(bench.stripe.transfers.create({ ...params, currency: "eur" }))).toMatchObject({
      param: "currency",
    });
  });

  it("is found by its group and by its destination, page by page", async () => {
    const account = await bench.account();
    const charge = await bench.paid(50_000);
    for (let amount = 1; amount <= 7; amount++)
      await bench.stripe.transfers.create({
        amount,
        currency: "usd",
        destination: account.id,
        source_transaction: charge.id,
        transfer_group: "a_group",
      });
    const all: number[] = [];
    for await (const transfer of bench.stripe.transfers.list({ transfer_group: "a_group", limit: 3 }))
      all.push(transfer.amount);
    expect(all).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const page = await bench.stripe.transfers.list({ destination: account.id, limit: 2 });
    expect(page.has_more).toBe(true);
    const newer = await bench.stripe.transfers.list({
      destination: account.id,
      limit: 100,
      ending_before: required(page.data[1], "the second transfer").id,
    });
    expect(newer.data.map((one) => one.amount)).toEqual([7]);
  });
});

describe("a transfer from the balance", () => {
  it("needs available money", async () => {
    const other = await StripeTest.open();
    try {
      const account = await other.account();
      await other.paid(10_000);
      const send = () =>
        other.stripe.transfers.create({ amount: 9_000, currency: "usd", destination: account.id });
      expect(await refused(send())).toMatchObject({ code: "balance_insufficient", statusCode: 400 });
      await other.turnDays(2.01);
      await send();
      expect(await refused(send())).toMatchObject({ code: "balance_insufficient" });
    } finally {
      await other.close();
    }
  });
});

describe("a reversal", () => {
  it("takes money back as far as the account's balance reaches", async () => {
    const account = await bench.account();
    const charge = await bench.paid(10_000);
    const transfer = await bench.stripe.transfers.create({
      amount: 5_000,
      currency: "usd",
      destination: account.id,
      source_transaction: charge.id,
    });
    const reversal = await bench.stripe.transfers.createReversal(transfer.id, {
      amount: 2_000,
      metadata: { why: "clawback" },
      expand: ["balance_transaction", "transfer"],
    });
    expect(reversal.balance_transaction).toMatchObject({ type: "transfer_refund", amount: 2_000 });
    expect(reversal.transfer).toMatchObject({ amount_reversed: 2_000, reversed: false });
    await bench.rest();
    expect(bench.typesReceived()).toContain("transfer.reversed");
    const listed = await bench.stripe.transfers.listReversals(transfer.id);
    expect(listed.data.map((one) => one.id)).toEqual([reversal.id]);
    expect(
      await refused(bench.stripe.transfers.createReversal(transfer.id, { amount: 3_001 })),
    ).toMatchObject({
      param: "amount",
    });
    await bench.turnDays(4); // settled and paid out to the creator's bank
    expect(await balanceOf(account.id)).toEqual({ available: 0, pending: 0 });
    expect(await refused(bench.stripe.transfers.createReversal(transfer.id))).toMatchObject({
      code: "balance_insufficient",
    });
  });
});

describe("payouts", () => {
  it("go out by themselves every day, and arrive", async () => {
    const account = await bench.account();
    const charge = await bench.paid(10_000);
    await bench.stripe.transfers.create({
      amount: 4_000,
      currency: "usd",
      destination: account.id,
      source_transaction: charge.id,
    });
    await bench.turnDays(4.1);
    const payouts = await bench.stripe.payouts.list({}, { stripeAccount: account.id });
    expect(payouts.data).toHaveLength(1);
    expect(payouts.data[0]).toMatchObject({ amount: 4_000, status: "paid", automatic: true });
    const told = bench.received.find((event) => event.type === "payout.paid" && event.account === account.id);
    expect(told).toBeDefined();
  });

  it("that fail at the bank come back, and wait until the account is mended", async () => {
    const account = await bench.account();
    const charge = await bench.paid(10_000);
    await bench.stripe.transfers.create({
      amount: 4_000,
      currency: "usd",
      destination: account.id,
      source_transaction: charge.id,
    });
    await bench.control("/faults", { kind: "payout_fails", times: 1 });
    await bench.turnDays(4.1);
    const failed = await bench.stripe.payouts.list({ status: "failed" }, { stripeAccount: account.id });
    expect(failed.data[0]).toMatchObject({ failure_code: "account_closed" });
    expect(await balanceOf(account.id)).toEqual({ available: 4_000, pending: 0 });
    expect((await bench.stripe.accounts.retrieve(account.id)).payouts_enabled).toBe(false);
    await bench.control(`/accounts/${account.id}`, { outcome: "complete" });
    await bench.turnDays(2.1);
    expect(await balanceOf(account.id)).toEqual({ available: 0, pending: 0 });
  });

  it("of the platform are never made by themselves", async () => {
    await bench.turnDays(10);
    expect((await bench.stripe.payouts.list()).data).toEqual([]);
    expect((await balanceOf()).available).toBeGreaterThan(0);
    const settings = await bench.stripe.balanceSettings.retrieve();
    expect(settings.payments.payouts?.schedule?.interval).toBe("manual");
  });
});

describe("the books", () => {
  it("are the sum of their balance transactions, for every account and currency", async () => {
    const accounts: Array<string | undefined> = [undefined];
    for await (const account of bench.stripe.accounts.list({ limit: 100 })) accounts.push(account.id);
    for (const account of accounts) {
      let net = 0;
      const options = account ? { stripeAccount: account } : undefined;
      for await (const one of bench.stripe.balanceTransactions.list({ limit: 100 }, options)) net += one.net;
      const { available, pending } = await balanceOf(account);
      expect(available + pending).toBe(net);
    }
  });
});
