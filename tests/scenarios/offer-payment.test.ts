/** Paying an offer in, at the sandbox's Stripe with the real SDK. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { cancelCheckout, openCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import { makePayment, makeUnpaidOffer } from "../factories/offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
});
afterAll(() => world.close());

async function checkout() {
  const brand = await makeBrand();
  const draft = await makeUnpaidOffer(brand, { slots: 3 });
  const payment_id = await makePayment(draft);
  const url = await openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
    "the payment",
  );
  return {
    brand,
    draft,
    payment_id,
    url,
    session_id: required(payment.checkout_session_id, "the checkout session id"),
  };
}

async function statuses(offer_id: OfferId, payment_id: PaymentId) {
  const offer = one(await db.select().from(offers).where(eq(offers.id, offer_id)), "the offer");
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
    "the payment",
  );
  return { offer: offer.status, payment: payment.status, failure: payment.failure };
}

test("a paid Checkout brings the offer live and its whole amount into the budget", async () => {
  const { draft, payment_id, session_id } = await checkout();
  await world.control(`${world.urls.stripe}/control/checkout/${session_id}`, { outcome: "success" });
  await world.rest();
  expect(await statuses(draft.id, payment_id)).toEqual({ offer: "live", payment: "paid", failure: null });
  expect(await balanceOf(db, accounts.offerBudget(draft.id), "USD")).toBe(33_000);
});

test("the pay page is opened once, however often it is asked for", async () => {
  const { payment_id, url } = await checkout();
  expect(await openCheckout({ payment_id, email: "brand@example.com", locale: "en" })).toBe(url);
});

test("a declined card leaves the draft a draft, with the reason, and the page still open", async () => {
  const { draft, payment_id, session_id } = await checkout();
  await world.control(`${world.urls.stripe}/control/checkout/${session_id}`, { outcome: "decline" });
  await world.rest();
  const after = await statuses(draft.id, payment_id);
  expect(after).toMatchObject({ offer: "unpaid", payment: "pending" });
  expect(after.failure).toBe("generic_decline");
});

test("an abandoned Checkout expires and leaves no budget", async () => {
  const { draft, payment_id } = await checkout();
  await world.turn({ hours: 25 });
  expect(await statuses(draft.id, payment_id)).toMatchObject({ offer: "unpaid", payment: "expired" });
  expect(await balanceOf(db, accounts.offerBudget(draft.id), "USD")).toBe(0);
});

test("a pay page that is given up can no longer be paid, and the next one may have another price", async () => {
  const { brand, draft, payment_id, session_id } = await checkout();
  await cancelCheckout(brand, draft.id);
  expect(await statuses(draft.id, payment_id)).toMatchObject({ offer: "unpaid", payment: "expired" });
  await expect(
    world.control(`${world.urls.stripe}/control/checkout/${session_id}`, { outcome: "success" }),
  ).rejects.toThrow(/status of .{1,3}expired/);
  // A second press changes nothing; a stranger is told that there is no such payment.
  await cancelCheckout(brand, draft.id);
  expect(await statuses(draft.id, payment_id)).toMatchObject({ offer: "unpaid", payment: "expired" });
  await expect(cancelCheckout(await makeBrand(), draft.id)).rejects.toMatchObject({ status: 404 });
});

test("a pay page that was paid at the moment it is given up counts as paid", async () => {
  const { brand, draft, payment_id, session_id } = await checkout();
  await fetch(`${world.urls.stripe}/control/checkout/${session_id}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ outcome: "success" }),
  });
  await cancelCheckout(brand, draft.id).catch((error) => expect(error).toMatchObject({ status: 404 }));
  await world.rest();
  expect(await statuses(draft.id, payment_id)).toMatchObject({ offer: "live", payment: "paid" });
});

test("a webhook with a wrong signature is refused and changes nothing", async () => {
  const response = await fetch(`${world.app_url}/webhooks/stripe`, {
    method: "POST",
    headers: { "stripe-signature": "t=1,v1=00" },
    body: JSON.stringify({ id: "evt_forged", type: "checkout.session.completed" }),
  });
  expect(response.status).toBe(400);
  expect(
    await db.query.stripe_events.findFirst({ where: (table, { eq: is }) => is(table.id, "evt_forged") }),
  ).toBeUndefined();
});
