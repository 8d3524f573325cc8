/** Every condition a creator's account can be in when pay comes due: the pay stays owed, the page says why, and once mended it goes out once. */

import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { type AccountCondition, accountCondition } from "@/app/domain/creator/account-condition";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { openDashboard, openOnboarding } from "@/app/stripe/accounts";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { creators } from "@/db/schema/creator";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import {
  expectInvariantsHold,
  type Line,
  stripeOf,
  submitVerifiedPost,
} from "../factories/collaboration-steps";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

let world: World;
let line: Line & { offer: { id: OfferId; payment_id: PaymentId } };
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  const brand = await makeBrand();
  line = { world, brand, creator: await makeWorldCreator(world), offer: await buyOffer(world, brand) };
});
afterEach(() => expectInvariantsHold(world));

const creator = async () =>
  one(await db.select().from(creators).where(eq(creators.id, line.creator.creator_id)), "the creator");
const condition = async () => accountCondition(await creator());
const turnInto = async (outcome: string, account = line.creator.account) => {
  await world.control(`${world.urls.stripe}/control/accounts/${account}`, { outcome });
  await world.rest();
};
const open = () => openOnboarding({ creator_id: line.creator.creator_id, email: "creator@example.com" });
const readEmails = async () => {
  const user = one(await db.select().from(users).where(eq(users.id, line.creator.user_id)), "the user");
  return world.mailsTo(user.email);
};
const transfers = async () => (await stripeOf(world).transfers.list({ transfer_group: line.offer.id })).data;

/** A post is approved and its hold over: the pay is due. */
async function payComesDue(): Promise<void> {
  const { id } = await submitVerifiedPost(line);
  await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: id, decision: "approve" }));
  await world.turn({ days: 8 });
}

async function expectOwed(): Promise<void> {
  const [pay] = await db
    .select()
    .from(money_movements)
    .where(
      and(eq(money_movements.creator_id, line.creator.creator_id), eq(money_movements.kind, "transfer")),
    );
  expect(pay).toMatchObject({ status: "blocked", reason: "account_restricted" });
  expect(await transfers()).toEqual([]);
  expect((await readEmails()).filter(({ html }) => html.includes("/creator/payouts"))).not.toEqual([]);
}

test.each<[outcome: string, AccountCondition]>([
  ["reset", "in_progress"],
  ["pending", "pending"],
  ["restricted", "restricted"],
  ["unsupported_country", "country_unsupported"],
  ["disabled", "disabled"],
  ["rejected", "rejected"],
])("%s: known as %s, owed, and paid once when Stripe takes the account again", async (outcome, known) => {
  await turnInto(outcome);
  expect(await condition()).toBe(known);
  await payComesDue();
  await expectOwed();

  await turnInto("complete");
  expect(await condition()).toBe("active");
  await world.turn({ days: 1 });
  expect((await transfers()).map(({ amount }) => amount)).toEqual([10_000]);
});

test("cut off by the creator: a new account takes its place, and the pay that waited goes there, once", async () => {
  await turnInto("deauthorized");
  expect(await condition()).toBe("disconnected");
  await payComesDue();
  await expectOwed();

  await open();
  const { stripe_account_id } = await creator();
  expect(stripe_account_id).not.toBe(line.creator.account);
  expect(await condition()).toBe("in_progress");
  await open(); // the button again: the same account
  expect((await creator()).stripe_account_id).toBe(stripe_account_id);

  await turnInto("complete", required(stripe_account_id, "the stripe account id"));
  await world.turn({ days: 1 });
  expect((await transfers()).map(({ amount, destination }) => [amount, destination])).toEqual([
    [10_000, stripe_account_id],
  ]);
});

test("while Stripe answers nobody, the creator is told so instead of seeing a failure of ours", async () => {
  const faults = `${world.urls.stripe}/control/faults`;
  await world.control(faults, { kind: "error_500_before", match: { method: "POST" } });
  await expect(open()).rejects.toMatchObject({ code: "stripe_silent", status: 503 });
  await expect(openDashboard(line.creator.account)).rejects.toMatchObject({ code: "stripe_silent" });
  await fetch(faults, { method: "DELETE" });
  expect(await open()).toMatch(/^http/);
});
