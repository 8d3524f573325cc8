/**
 * Random events, signed as Stripe signs, against a market at rest: every true word about it has been heard, so whatever an event says,
 * of whatever shape, age and order, no money may move and none of it may crash.
 */

import { eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrandActor } from "@/app/domain/actor";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { one, required } from "@/app/lib/one";
import { openCheckout } from "@/app/stripe/checkout";
import { HANDLERS } from "@/app/stripe/handlers";
import { db, sql } from "@/db/client";
import { money_movements, stripe_events } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { expectInvariantsHold, stripeOf, submitVerifiedPost } from "../factories/collaboration-steps";
import { makePayment, makeUnpaidOffer } from "../factories/offers";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { eventAbout, inboxRow, postWebhook } from "../factories/stripe-webhooks";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

type Json = Record<string, unknown>;

let world: World;
/** True objects of the market, as Stripe shows them, by what they are. */
const truths: Record<string, Json> = {};
/** Ids of ours that a lying event may name. */
let named: string[] = [];
let blocked_id = "";

beforeAll(async () => {
  await testDatabase();
  // What is tried here is not how fast Stripe may be asked.
  Object.assign(process.env, { STRIPE_RATE: "100000", STRIPE_RATE_PER_ENDPOINT: "100000" });
  world = await startWorld();
  const stripe = stripeOf(world);
  const brand = await makeBrand();

  const paid = await payFor(await makeWorldCreator(world));
  // Pay that waits for the creator's account: the most tempting thing to settle by a lie.
  const waiting = await payFor(await makeWorldCreator(world, { onboarded: false }));
  const refunded = await buyOffer(world, brand);
  await transact((tx) => closeOffer(tx, brand, refunded.id));
  await world.rest();
  // Somebody else's Checkout on the same account, paid, whose metadata names a payment of ours that is still open.
  const open = await openPayment(brand);
  const foreign = await stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      { quantity: 1, price_data: { currency: "usd", unit_amount: 11_000, product_data: { name: "Tea" } } },
    ],
    metadata: { payment_id: open.payment_id, offer_id: open.offer_id },
    success_url: "http://127.0.0.1:9/",
  });
  await world.control(`${world.urls.stripe}/control/checkout/${foreign.id}`, { outcome: "success" });
  await world.rest();

  const charge = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, refunded.payment_id)),
    "the payment",
  );
  Object.assign(truths, {
    session: await stripe.checkout.sessions.retrieve(open.session_id),
    foreign_session: await stripe.checkout.sessions.retrieve(foreign.id),
    intent: (await stripe.paymentIntents.list({ limit: 1 })).data[0],
    transfer: (await stripe.transfers.list({ transfer_group: paid.offer_id })).data[0],
    refund: (await stripe.refunds.list({ charge: required(charge.charge_id, "the charge") })).data[0],
    account: await stripe.accounts.retrieve(paid.account),
  });
  const movements = await db.select().from(money_movements);
  blocked_id = required(
    movements.find(({ status }) => status === "blocked"),
    "the blocked movement",
  ).id;
  named = [
    ...movements.map(({ id }) => id),
    open.payment_id,
    refunded.payment_id,
    paid.offer_id,
    waiting.offer_id,
    paid.account,
    waiting.account,
    ...Object.values(truths).map(({ id }) => String(id)),
  ];

  async function payFor(creator: Awaited<ReturnType<typeof makeWorldCreator>>) {
    const offer = await buyOffer(world, brand);
    const { id } = await submitVerifiedPost({ world, brand, creator, offer });
    await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));
    await world.turn({ days: 8 });
    return { offer_id: offer.id, account: creator.account };
  }
}, 300_000); // ms: a dozen payments over the wire
afterAll(() => world.close());

/** A payment whose Checkout nobody has paid yet. */
async function openPayment(brand: BrandActor) {
  const draft = await makeUnpaidOffer(brand);
  const payment_id = await makePayment(draft);
  await openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
    "the payment",
  );
  return {
    offer_id: draft.id,
    payment_id,
    session_id: required(payment.checkout_session_id, "the checkout session id"),
  };
}

/** Everything that says where money is. */
async function money() {
  const [books] = await sql`
    select count(*)::int as entries, coalesce(sum(abs(amount_minor)), 0)::text as turnover from ledger_entries`;
  const movements = await sql`select id, status, stripe_id, amount_minor from money_movements order by id`;
  const charges = await sql`
    select id, status, charge_id, claimed_minor, refunded_minor, charged_back_minor, frozen_at
    from offer_payments order by id`;
  const disputes = await sql`select id from disputes`;
  return { books, movements: [...movements], charges: [...charges], disputes: [...disputes] };
}

const TYPES = Object.keys(HANDLERS);
const someType = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...TYPES) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom("v2.core.event", "__proto__", "constructor", "toString") },
);
const someAccount = () =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constantFrom(...named) },
    { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  );
const someAmount = fc.oneof(
  fc.constantFrom(0, -1, -11_000, 0.5, 10_000.000_1, 9_999, 10_000, 10_001, 11_000, 99_999_999, 1e21, null),
  fc.double({ noNaN: true }),
);

/** What is done to a true object to make it a false one. */
const mismatches = () =>
  fc.array(
    fc.oneof(
      fc.record({ field: fc.constantFrom("amount", "amount_total"), value: someAmount }),
      fc.record({ field: fc.constant("currency"), value: fc.constantFrom("eur", "jpy", "USD", "", null) }),
      fc.record({
        field: fc.constantFrom("id", "charge", "destination", "source_transaction", "payment_intent"),
        value: fc.oneof(fc.constantFrom(...named), fc.string(), fc.constant(null)),
      }),
      fc.record({
        field: fc.constant("metadata"),
        value: fc.oneof(
          fc
            .tuple(fc.constantFrom("movement_id", "payment_id"), fc.constantFrom(...named))
            .map(([name, id]) => ({ [name]: id })),
          fc.jsonValue(),
        ),
      }),
      fc.record({
        field: fc.constantFrom("status", "payment_status"),
        value: fc.constantFrom("paid", "failed", "lost"),
      }),
      fc.record({
        field: fc.constantFrom("id", "metadata", "amount", "charge"),
        value: fc.constant(undefined),
      }),
    ),
    { maxLength: 4 },
  );
const someObject = () =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...Object.keys(truths)), mismatches())
        .map(([what, told]) =>
          Object.assign({}, truths[what], ...told.map(({ field, value }) => ({ [field]: value }))),
        ),
    },
    { weight: 2, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
const someEvents = () =>
  fc
    .array(
      fc.record({
        type: someType,
        object: someObject(),
        account: someAccount(),
        created: fc.oneof(fc.integer({ min: -1, max: 2_000_000_000 }), fc.constantFrom(null, "yesterday")),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .chain((events) => {
      const made = events.map(({ type, object, ...more }) => eventAbout(type, object, more));
      return fc.shuffledSubarray([...made, ...made], { minLength: made.length });
    });

describe("whatever Stripe's events say", () => {
  test("nothing crashes, nothing moves, and each is worked on or kept with its reason", async () => {
    const before = await money();
    await fc.assert(
      fc.asyncProperty(someEvents(), async (events) => {
        for (const event of events) expect([200, 400]).toContain(await postWebhook(JSON.stringify(event)));
        expect(await money()).toEqual(before);
        const ids = [...new Set(events.map(({ id }) => id))];
        const rows = await db.select().from(stripe_events).where(inArray(stripe_events.id, ids));
        for (const { outcome, error } of rows) expect(outcome ?? error).toBeTruthy();
      }),
      { numRuns: 60 },
    );
    await expectInvariantsHold();
  });

  test("bytes that are no event are refused, signed or not", async () => {
    const before = await refusedBodies();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => JSON.stringify(value)),
          fc.constant('{"id":1}'),
        ),
        async (body) => {
          expect(await postWebhook(body)).toBe(400);
        },
      ),
      { numRuns: 100 },
    );
    expect(await refusedBodies()).toBe(before);
  });

  test("what people wrote into an object, NUL and half characters too, is stored", async () => {
    const texts = fc.string({ unit: "binary" }).map((text) => `${text}\0\ud83d`);
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const event = eventAbout("customer.updated", { id: "cus_1", name: text, metadata: { [text]: text } });
        expect(await postWebhook(JSON.stringify(event))).toBe(200);
        expect(await inboxRow(event.id)).toMatchObject({ outcome: "ignored" });
      }),
      { numRuns: 40 },
    );
  });
});

const refusedBodies = async () =>
  one(await sql`select count(*)::int as n from stripe_events`, "the Stripe event").n;

describe("a lie about", () => {
  const kept = async (event: ReturnType<typeof eventAbout>) => {
    const before = await money();
    expect(await postWebhook(JSON.stringify(event))).toBe(200);
    expect(await money()).toEqual(before);
    const { processed_at, outcome, error } = required(await inboxRow(event.id), "the event");
    return processed_at ? { outcome, error } : { parked: error };
  };

  test.each<[string, Json, RegExp]>([
    ["its amount", { amount: 9_999 }, /^does_not_match: amount is 9999, not 10000/],
    ["its currency", { currency: "eur" }, /^does_not_match: currency is "eur"/],
    ["its charge", { source_transaction: "ch_other" }, /^does_not_match: source_transaction/],
    ["its offer", { transfer_group: "offer_other" }, /^does_not_match: transfer_group/],
    ["its destination", { destination: "acct_other" }, /^does_not_match: destination/],
    ["which movement it is: pay that waits", { waits: true }, /^does_not_match/],
    ["being the only one", { id: "tr_second" }, /^second_object/],
  ])("a transfer, %s, is kept with what does not fit", async (_what, { waits, ...mismatch }, reason) => {
    const metadata = waits ? { movement_id: blocked_id } : required(truths.transfer, "the transfer").metadata;
    const told = await kept(eventAbout("transfer.created", { ...truths.transfer, metadata, ...mismatch }));
    expect(told).toMatchObject({ outcome: "ignored", error: expect.stringMatching(reason) });
  });

  test("whose transfer it is: that of a connected account is none of ours", async () => {
    const event = eventAbout("transfer.created", truths.transfer, {
      account: required(truths.account, "the account").id,
    });
    expect(await kept(event)).toMatchObject({ error: expect.stringMatching(/^of_another_account/) });
  });

  test("a Checkout: somebody else's that names our payment is not booked, though it is paid", async () => {
    const event = eventAbout("checkout.session.completed", truths.foreign_session);
    expect(await kept(event)).toMatchObject({
      error: expect.stringMatching(/^does_not_match: checkout_session_id/),
    });
  });

  test("an object that Stripe does not know", async () => {
    for (const type of ["checkout.session.completed", "charge.dispute.created", "transfer.reversed"])
      expect(await kept(eventAbout(type, { id: "xx_nobody" }))).toMatchObject({
        error: "not_at_stripe: xx_nobody",
      });
    const event = eventAbout("account.updated", truths.account, { account: "acct_nobody" });
    expect(await kept(event)).toMatchObject({ error: "not_at_stripe: acct_nobody" });
  });

  test("nothing in particular: an event without an object, or an object without an id", async () => {
    for (const object of [undefined, null, 5, [], {}, { id: 7 }, { id: "../accounts" }])
      expect(await kept(eventAbout("charge.dispute.created", object))).toMatchObject({
        error: expect.stringMatching(/^object_missing/),
      });
  });

  test("an account that has long been connected again: it stays connected", async () => {
    const account = String(required(truths.account, "the account").id);
    const event = eventAbout(
      "account.application.deauthorized",
      { id: "ca_1" },
      { account, created: 1_500_000_000 },
    );
    expect(await kept(event)).toMatchObject({ outcome: "handled" });
    const creator = await db.query.creators.findFirst({
      where: (table, { eq: is }) => is(table.stripe_account_id, account),
    });
    expect(creator).toMatchObject({ transfers_active: true });
  });
});

test("the true word, years old and many times over, is still the truth, once", async () => {
  const id = String(required(truths.session, "the session").id);
  await world.control(`${world.urls.stripe}/control/faults`, { kind: "webhook_lose" });
  await world.control(`${world.urls.stripe}/control/checkout/${id}`, { outcome: "success" });
  const event = eventAbout("checkout.session.completed", truths.session, { created: 1_300_000_000 });
  for (let times = 0; times < 3; times++) await postWebhook(JSON.stringify(event));
  const again = eventAbout("checkout.session.async_payment_failed", truths.session);
  await postWebhook(JSON.stringify(again));
  const payment = one(
    await db.query.offer_payments.findMany({
      where: (table) => eq(table.checkout_session_id, id),
    }),
    "the payment",
  );
  expect(payment.status).toBe("paid");
  const captures =
    await sql`select id from ledger_transactions where payment_id = ${payment.id} and kind = 'capture'`;
  expect(captures).toHaveLength(1);
  await expectInvariantsHold();
});
