/** Forms that lead to Stripe: paying an offer, more slots, giving up, a creator's account, taking pay back. Each is pressed twice. */

import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserId } from "@/app/lib/ids";
import { action as offerPage } from "@/app/routes/brand.offers.$id/route";
import { action as payouts } from "@/app/routes/creator.payouts/route";
import { makeUnpaidOffer } from "../factories/offers";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { callRoute, signIn } from "../setup/call-route";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
});
afterAll(() => world.close());

type Form = Record<string, string | number>;
const press = async (handler: (args: never) => unknown, by: { user_id: UserId }, form: Form, id = "") =>
  callRoute(handler, `/page/${id}`, { form, cookie: await signIn(by.user_id), params: { id } });

test("paying leads to one pay page, however often it is pressed", async () => {
  const brand = await makeBrand();
  const offer = await makeUnpaidOffer(brand);
  const first = await press(offerPage, brand, { intent: "pay" }, offer.id);
  expect(first.status).toBe(302);
  expect(first.location).toContain(world.urls.stripe);
  expect((await press(offerPage, brand, { intent: "pay" }, offer.id)).location).toBe(first.location);
});

test("a payment that was begun can be cancelled, once or twice", async () => {
  const brand = await makeBrand();
  const offer = await makeUnpaidOffer(brand);
  await press(offerPage, brand, { intent: "pay" }, offer.id);
  const cancel = () => press(offerPage, brand, { intent: "cancel_payment" }, offer.id);
  expect((await cancel()).location).toBe(`/brand/offers/${offer.id}`);
  expect([302, 409]).toContain((await cancel()).status);
});

test("more slots lead to a pay page of their own", async () => {
  const brand = await makeBrand();
  const offer = await buyOffer(world, brand);
  const first = await press(offerPage, brand, { intent: "top_up", slots: 2 }, offer.id);
  expect(first.location).toContain(world.urls.stripe);
  expect((await press(offerPage, brand, { intent: "top_up", slots: 2 }, offer.id)).location).toBe(
    first.location,
  );
  const other = await press(offerPage, brand, { intent: "top_up", slots: 3 }, offer.id);
  expect(other).toMatchObject({ status: 409, body: { refusal: { code: "payment_open" } } });
});

test("a creator's account is opened at Stripe, each time anew", async () => {
  const creator = await makeWorldCreator(world);
  for (const intent of ["onboarding", "dashboard", "dashboard"])
    expect((await press(payouts, creator, { intent })).location).toContain(world.urls.stripe);
});
