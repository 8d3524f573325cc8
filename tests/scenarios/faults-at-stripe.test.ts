/** What can go wrong between us and Stripe, and what people then see: the rows of docs/faults.md that no other story tells. */

import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { DAY_MS } from "@/app/lib/clock";
import type { CollaborationId, OfferId, PaymentId, UserId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { openOnboarding } from "@/app/stripe/accounts";
import { openCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { creators } from "@/db/schema/creator";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import {
  expectInvariantsHold,
  type Line,
  stripeOf,
  submitVerifiedPost,
} from "../factories/collaboration-steps";
import { read } from "../factories/collaborations";
import { makePayment, makeUnpaidOffer } from "../factories/offers";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { payCheckout } from "../factories/paid-checkout";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";
import { expectLoggedError } from "../setup/logged-errors";
import { startWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
});
afterAll(() => world.close());

let line: Line & { offer: { id: OfferId; payment_id: PaymentId } };
beforeEach(async () => {
  const brand = await makeBrand();
  line = { world, brand, creator: await makeWorldCreator(world), offer: await buyOffer(world, brand) };
});
afterEach(async () => {
  await clearFaults();
  await world.rest();
  await expectInvariantsHold(world);
});

const arm = (fault: object) => world.control(`${world.urls.stripe}/control/faults`, fault);
const clearFaults = () => fetch(`${world.urls.stripe}/control/faults`, { method: "DELETE" });
const transfersOf = async (offer_id: OfferId) =>
  (await stripeOf(world).transfers.list({ transfer_group: offer_id })).data;
const payOf = async (collaboration_id: CollaborationId) =>
  (await db.select().from(money_movements).where(eq(money_movements.collaboration_id, collaboration_id)))[0];
const emailsTo = async (user_id: UserId) => {
  const user = one(await db.select().from(users).where(eq(users.id, user_id)), "the user");
  return world.mailsTo(user.email);
};

async function approved(): Promise<CollaborationId> {
  const { id } = await submitVerifiedPost(line);
  await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: id, decision: "approve" }));
  return id;
}

/** Somebody's own transfer of the same charge, in the dashboard. @returns its id */
async function transferByHand(amount: number): Promise<string> {
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, line.offer.payment_id)),
    "the payment",
  );
  const { id } = await stripeOf(world).transfers.create({
    amount,
    currency: "usd",
    destination: line.creator.account,
    source_transaction: required(payment.charge_id, "the charge id"),
    transfer_group: line.offer.id,
  });
  return id;
}

async function expectPaidOnce(id: CollaborationId): Promise<void> {
  expect((await read(id)).state).toMatch(/^(paid|monitoring)$/);
  expect((await transfersOf(line.offer.id)).map(({ amount }) => amount)).toEqual([10_000]);
}

describe("paying in", () => {
  test("is refused in words while Stripe is away, and goes on with the same payment once it is back", async () => {
    const draft = await makeUnpaidOffer(line.brand);
    const payment_id = await makePayment(draft);
    const open = () => openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
    await arm({ kind: "drop_before", match: { method: "POST", path: "/v1/checkout/sessions" } });
    await expect(open()).rejects.toMatchObject({ code: "stripe_silent", status: 503 });
    await clearFaults();
    const page = await open();
    expect(await open()).toBe(page);
    const payment = one(
      await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
      "the payment",
    );
    await world.control(`${world.urls.stripe}/control/checkout/${payment.checkout_session_id}`, {
      outcome: "success",
    });
    await world.rest();
    expect(await balanceOf(db, accounts.offerBudget(draft.id), "USD")).toBe(payment.amount_minor);
  });

  test("3-D Secure that nobody answers leaves a draft without a budget", async () => {
    const draft = await makeUnpaidOffer(line.brand);
    const payment_id = await makePayment(draft);
    await openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
    const [{ checkout_session_id } = { checkout_session_id: "" }] = await db
      .select()
      .from(offer_payments)
      .where(eq(offer_payments.id, payment_id));
    const pay_page = `${world.urls.stripe}/control/checkout/${checkout_session_id}`;
    await world.control(pay_page, { outcome: "3ds" });
    await world.turn({ hours: 25 });
    const [payment] = await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id));
    expect(payment).toMatchObject({ status: "expired", failure: "checkout_expired" });
    const offer = one(await db.select().from(offers).where(eq(offers.id, draft.id)), "the offer");
    expect(offer.status).toBe("unpaid");
    expect(await balanceOf(db, accounts.offerBudget(draft.id), "USD")).toBe(0);
    const told = (await emailsTo(line.brand.user_id)).map(({ text }) => text).join();
    expect(told).toContain(draft.title);
  });

  test("a bank debit that fails days later leaves a draft without a budget", async () => {
    const draft = await makeUnpaidOffer(line.brand);
    const payment_id = await makePayment(draft);
    await openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
    const payment = async () =>
      one(await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)), "the payment");
    const pay_page = `${world.urls.stripe}/control/checkout/${(await payment()).checkout_session_id}`;
    await world.control(pay_page, { card: "bank_failure" });
    await world.turn({ days: 1 });
    expect((await payment()).status).toBe("pending");
    await world.turn({ days: 3 });
    expect(await payment()).toMatchObject({ status: "failed", failure: "payment_failed" });
    expect(await balanceOf(db, accounts.offerBudget(draft.id), "USD")).toBe(0);
  });

  test("the webhook of a payment comes three days late: booked by then, and not a second time", async () => {
    await arm({ kind: "webhook_delay", ms: 3 * DAY_MS, match: { type: "checkout.session.completed" } });
    const { offer_id, payment_id } = await payCheckout(world, line.brand, {});
    await world.turn({ hours: 1 });
    const status = async () =>
      one(await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)), "the payment")
        .status;
    expect(await status()).toBe("paid");
    await world.turn({ days: 4 });
    expect(await balanceOf(db, accounts.offerBudget(offer_id), "USD")).toBe(11_000);
  });
});

describe("the creator's account", () => {
  test("is restricted when the pay comes due: it stays owed, the creator is told, and it goes out once mended", async () => {
    const id = await approved();
    const account = `${world.urls.stripe}/control/accounts/${line.creator.account}`;
    await world.control(account, { outcome: "restricted" });
    await world.turn({ days: 8 });
    expect(await payOf(id)).toMatchObject({ status: "blocked", reason: "account_restricted" });
    expect(await transfersOf(line.offer.id)).toEqual([]);
    const told = (await emailsTo(line.creator.user_id)).map(({ html }) => html).join();
    expect(told).toContain("/creator/payouts");

    await world.control(account, { outcome: "complete" });
    await world.rest();
    await expectPaidOnce(id);
  });

  test("cannot be made in the creator's country: refused with the reason, the pay stays owed until there is an account", async () => {
    const id = await approved();
    const { creator_id } = line.creator;
    const elsewhere = { stripe_account_id: null, transfers_active: false, country: "KP" };
    await db.update(creators).set(elsewhere).where(eq(creators.id, creator_id));
    await world.turn({ days: 8 });
    expect(await payOf(id)).toMatchObject({ status: "blocked", reason: "account_missing" });
    const opened = openOnboarding({ creator_id, email: "creator@example.com" });
    await expect(opened).rejects.toMatchObject({ code: "country_not_supported" });
    expect(await transfersOf(line.offer.id)).toEqual([]);

    // Stripe comes to that country, or the creator moves to another one.
    const there = { stripe_account_id: line.creator.account, country: "US" };
    await db.update(creators).set(there).where(eq(creators.id, creator_id));
    await world.control(`${world.urls.stripe}/control/accounts/${line.creator.account}`, {
      outcome: "complete",
    });
    await world.rest();
    await expectPaidOnce(id);
  });

  test("is disabled by Stripe at the very transfer: refused there, owed here, sent once it is mended", async () => {
    const id = await approved();
    await arm({ kind: "account_disabled", times: 1 });
    await world.turn({ days: 8 });
    expect(await payOf(id)).toMatchObject({ status: "blocked", reason: "account_restricted" });
    await world.control(`${world.urls.stripe}/control/accounts/${line.creator.account}`, {
      outcome: "complete",
    });
    await world.rest();
    await expectPaidOnce(id);
  });
});

describe("sending pay", () => {
  test("is refused for too little available balance: it is asked for again, and only its own charge is drawn on", async () => {
    const id = await approved();
    expectLoggedError(/insufficient available funds/);
    await arm({ kind: "balance_insufficient", times: 3 });
    await world.turn({ days: 9 });
    await expectPaidOnce(id);
    const payment = one(
      await db.select().from(offer_payments).where(eq(offer_payments.id, line.offer.payment_id)),
      "the payment",
    );
    expect((await transfersOf(line.offer.id))[0]?.source_transaction).toBe(payment.charge_id);
  });

  test.each([
    ["answers 429", "rate_limit_429", /StripeRateLimitError/],
    ["answers 500", "error_500_before", /StripeAPIError/],
    ["closes every connection", "drop_before", /StripeConnectionError/],
  ])(
    "goes out once after an hour in which Stripe %s; people work on meanwhile",
    async (_how, kind, logged) => {
      expectLoggedError(logged);
      const id = await approved();
      await world.turn({ days: 6, hours: 23, minutes: 50 });
      await arm({ kind, match: { method: "POST", path: "/v1/transfers" } });
      await world.turn({ hours: 1, minutes: 10 });
      expect(await payOf(id)).toMatchObject({ status: "pending", stripe_id: null });

      const other = await makeWorldCreator(world);
      const offer = await buyOffer(world, line.brand);
      await submitVerifiedPost({ ...line, creator: other, offer });
      await clearFaults();
      await world.turn({ hours: 3 });
      await expectPaidOnce(id);
    },
  );

  test("has its answer replaced by a 500 after the transfer was made: found at Stripe, not made again", async () => {
    const id = await approved();
    await arm({ kind: "error_500_after_commit", times: 1, match: { method: "POST", path: "/v1/transfers" } });
    await world.turn({ days: 9 });
    await expectPaidOnce(id);
  });

  test("finds a transfer that bears its name and is another: neither booked nor sent until a person has looked", async () => {
    expectLoggedError(/StripeConnectionError/);
    expectLoggedError(/does_not_match: amount is 100, not 10000/);
    const { transfers } = stripeOf(world);
    const id = await approved();
    await world.turn({ days: 6, hours: 23, minutes: 50 });
    const mismatched = await transferByHand(100);
    await transfers.createReversal(mismatched);
    await arm({ kind: "drop_before", match: { method: "POST", path: "/v1/transfers" } });
    await world.turn({ hours: 1 });
    await transfers.update(mismatched, {
      metadata: { movement_id: required(await payOf(id), "the movement").id },
    });
    // So long without an answer that the key may be forgotten: Stripe is looked at before the next call.
    await world.turn({ hours: 21 });
    await clearFaults();
    await world.turn({ hours: 21 });
    expect(await payOf(id)).toMatchObject({ status: "pending", stripe_id: null });

    await transfers.update(mismatched, { metadata: { movement_id: "" } });
    await world.turn({ hours: 6 });
    expect(await payOf(id)).toMatchObject({ status: "settled" });
    expect((await transfersOf(line.offer.id)).map(({ amount }) => amount).sort()).toEqual([100, 10_000]);
  });

  test("is asked for again while the first call is still on its way: the key is kept, and it is sent once", async () => {
    expectLoggedError(/StripeAPIError: There is currently another in-progress request/);
    const id = await approved();
    // Armed only now: pay of an earlier test's creator could be on its way before this one's.
    await world.turn({ days: 6, hours: 23, minutes: 50 });
    const late = { kind: "arrives_late", ms: 30 * 60_000, times: 1 };
    await arm({ ...late, match: { method: "POST", path: "/v1/transfers" } });
    await world.turn({ minutes: 15 });
    // The second and third call are told that the key is in use; a look at Stripe finds nothing yet.
    expect(await payOf(id)).toMatchObject({ status: "pending", key_version: 1 });
    expect(await transfersOf(line.offer.id)).toEqual([]);
    await world.turn({ hours: 2 });
    expect(await payOf(id)).toMatchObject({ status: "settled", key_version: 1 });
    await expectPaidOnce(id);
  });

  test("and a 500 meanwhile, from before its key was looked at, brings no second key", async () => {
    expectLoggedError(/StripeAPIError/);
    const id = await approved();
    await world.turn({ days: 6, hours: 23, minutes: 50 });
    const match = { method: "POST", path: "/v1/transfers" };
    await arm({ kind: "arrives_late", ms: 30 * 60_000, times: 1, match });
    await arm({ kind: "error_500_before", times: 3, match });
    await world.turn({ minutes: 15 });
    expect(await payOf(id)).toMatchObject({ status: "pending", key_version: 1 });
    await world.turn({ hours: 2 });
    expect(await payOf(id)).toMatchObject({ status: "settled", key_version: 1 });
    await expectPaidOnce(id);
  });
});

test.each([
  ["answers 500", "error_500_before"],
  ["closes every connection", "drop_before"],
])("a refund goes out once after an hour in which Stripe %s", async (_how, kind) => {
  expectLoggedError(/StripeAPIError|StripeConnectionError/);
  await arm({ kind, match: { method: "POST", path: "/v1/refunds" } });
  await transact((tx) => closeOffer(tx, line.brand, line.offer.id));
  await world.turn({ hours: 1 });
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, line.offer.payment_id)),
    "the payment",
  );
  const refunds = async () =>
    (await stripeOf(world).refunds.list({ charge: required(payment.charge_id, "the charge id") })).data.map(
      ({ amount }) => amount,
    );
  expect(await refunds()).toEqual([]);
  await clearFaults();
  await world.turn({ hours: 3 });
  expect(await refunds()).toEqual([11_000]);
});

test("a refund that the card's bank sends back is the brand's own afterwards, and the brand is told", async () => {
  await arm({ kind: "refund_fails", times: 1 });
  await transact((tx) => closeOffer(tx, line.brand, line.offer.id));
  await world.turn({ days: 5 });
  const refund = one(
    await db
      .select()
      .from(money_movements)
      .where(and(eq(money_movements.payment_id, line.offer.payment_id), eq(money_movements.kind, "refund"))),
    "the movement",
  );
  expect(refund.status).toBe("failed");
  expect(await balanceOf(db, accounts.brandAvailable(line.brand.brand_id), "USD")).toBe(11_000);
  expect(await balanceOf(db, accounts.offerBudget(line.offer.id), "USD")).toBe(0);
  const told = await emailsTo(line.brand.user_id);
  expect(told.some(({ text }) => text.includes("110.00"))).toBe(true);
});
