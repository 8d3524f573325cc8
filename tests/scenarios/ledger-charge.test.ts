/** One charge followed from the card to where every cent is: after pay, refund, reversal, recovery from later pay, and chargebacks. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperatorActor } from "@/app/domain/actor";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { type ChargeHistory, readChargeHistory } from "@/app/domain/ledger/queries/charge";
import { defaultPolicy } from "@/app/domain/policy/policy";
import type { PaymentId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { reversePay } from "@/app/stripe/movements/reverse-pay";
import { db } from "@/db/client";
import { clawbacks } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import {
  agreeAndDeliver,
  expectInvariantsHold,
  type Line,
  payForAPost,
  submitVerifiedPost,
  takeDownForGood,
} from "../factories/collaboration-steps";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

let world: World;
let operator: OperatorActor;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
  operator = await makeOperator();
});
afterAll(() => world.close());

type Bought = Awaited<ReturnType<typeof buyOffer>>;
async function newLine(given: Parameters<typeof buyOffer>[2] = {}): Promise<Line & { offer: Bought }> {
  const brand = await makeBrand();
  return { world, brand, creator: await makeWorldCreator(world), offer: await buyOffer(world, brand, given) };
}

/** The story of a charge, which must add up at every step as well as at its end. */
async function storyOf({ offer }: { offer: Bought }): Promise<ChargeHistory> {
  const story = await readChargeHistory(db, offer.payment_id);
  expect(story.unexplained_minor).toBe(0);
  expect(
    story.agreements.filter(({ booked_minor, counted_minor }) => booked_minor !== counted_minor),
  ).toEqual([]);
  expect(story.adds_up).toBe(true);
  for (const { shift } of story.steps)
    expect(Object.values(shift).reduce((sum, minor) => sum + minor, 0)).toBe(0);
  expect(story.steps.at(-1)?.rest_minor).toBe(story.rest_minor);
  return story;
}
const kindsOf = (story: ChargeHistory) => story.steps.map(({ kind }) => kind);
const restsOf = (story: ChargeHistory) => story.steps.map(({ rest_minor }) => rest_minor);
const somewhere = ({ places }: ChargeHistory) =>
  Object.fromEntries(Object.entries(places).filter(([, minor]) => minor !== 0));

async function dispute(payment_id: PaymentId, outcome: "won" | "lost"): Promise<void> {
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
    "the payment",
  );
  const charge = payment.charge_id;
  const { id } = await world.control<{ id: string }>(`${world.urls.stripe}/control/disputes`, { charge });
  await world.rest();
  await world.control(`${world.urls.stripe}/control/disputes/${id}`, { outcome });
  await world.rest();
}

describe("a charge that went its way", () => {
  test("is with the creator, the platform and the card, and nothing of it is left", async () => {
    const line = await newLine({ slots: 2 });
    const { id } = await payForAPost(line);
    const running = await storyOf(line);
    expect(somewhere(running)).toEqual({ card: -22_000, budget: 11_000, creators: 10_000, fees: 1_000 });
    expect(running.rest_minor).toBe(11_000);

    await transact((tx) => closeOffer(tx, line.brand, line.offer.id));
    await world.rest();
    const ended = await storyOf(line);
    expect(somewhere(ended)).toEqual({ card: -11_000, creators: 10_000, fees: 1_000 });
    expect(kindsOf(ended)).toEqual([
      "capture",
      "hold",
      "release",
      "transfer_pending",
      "transfer_settled",
      "refund_pending",
      "refund_settled",
    ]);
    expect(restsOf(ended)).toEqual([22_000, 22_000, 21_000, 21_000, 11_000, 11_000, 0]);
    expect(ended.stripe_fee_minor).toBeGreaterThan(0);
    expect(ended.collaborations).toMatchObject([
      { id, held_minor: 0, earned_minor: 10_000, fees_minor: 1_000, returned_minor: 0, owed_minor: 0 },
    ]);
    for (const { kind, movement_id } of ended.steps)
      if (kind === "transfer_settled")
        expect(ended.stripe_ids[required(movement_id, "the movement id")]).toMatch(/^tr_/);
      else if (kind === "refund_settled")
        expect(ended.stripe_ids[required(movement_id, "the movement id")]).toMatch(/^re_/);
  });

  test("keeps what is held for a running collaboration and what was kept back", async () => {
    const line = await newLine({ slots: 2, policy: { ...defaultPolicy(), holdback_bps: 2_000 } });
    await payForAPost(line);
    const second = await agreeAndDeliver({ ...line, creator: await makeWorldCreator(world) });
    const story = await storyOf(line);
    expect(somewhere(story)).toEqual({ card: -22_000, held: 13_000, creators: 8_000, fees: 1_000 });
    expect(story.collaborations.find(({ id }) => id === second)).toMatchObject({ held_minor: 11_000 });
  });
});

describe("a clawback", () => {
  test("that later pay settles is told by both charges, each from its own side", async () => {
    const line = await newLine();
    const gone = await payForAPost(line);
    await takeDownForGood(line, gone.url);
    await transact((tx) => closeOffer(tx, line.brand, line.offer.id));
    const owed = await storyOf(line);
    expect(owed.rest_minor).toBe(0);
    expect(owed.collaborations).toMatchObject([{ owed_minor: 10_000 }]);

    const next = {
      ...line,
      offer: await buyOffer(world, line.brand, { fee_minor: 15_000, platform_fee_minor: 1_500 }),
    };
    const later = await payForAPost(next);
    const giving = await storyOf(next);
    expect(somewhere(giving)).toEqual({ card: -16_500, creators: 5_000, fees: 1_500, other_charge: 10_000 });
    expect(giving.collaborations).toMatchObject([{ id: later.id, earned_minor: 15_000 }]);
    const given = await storyOf(line);
    expect(somewhere(given)).toEqual({ card: -1_000, creators: 10_000, fees: 1_000, other_charge: -10_000 });
    expect(kindsOf(given).slice(-3)).toEqual(["recovered", "refund_pending", "refund_settled"]);
    expect(restsOf(given).slice(-3)).toEqual([10_000, 10_000, 0]);
    expect(given.collaborations).toMatchObject([{ owed_minor: 0 }]);
    await expectInvariantsHold(world);
  });

  test("that is reversed at Stripe comes back to the charge it was paid from", async () => {
    const line = await newLine();
    await world.control(`${world.urls.stripe}/control/accounts/${line.creator.account}`, {
      outcome: "payouts_paused",
    });
    const { id } = await payForAPost(line);
    await transact((tx) =>
      makeTransition(tx, operator, {
        collaboration_id: id,
        event: "claw_back",
        note: "The views were bought.",
      }),
    );
    const debt = one(
      await db.select().from(clawbacks).where(eq(clawbacks.collaboration_id, id)),
      "the clawback",
    );
    await reversePay(operator, debt.id);
    await world.rest();
    const story = await storyOf(line);
    expect(kindsOf(story)).toContain("reversal_settled");
    expect(story.places.creators).toBe(0);
    expect(story.places.card + story.rest_minor).toBe(-1_000); // Postbond's fee is all that is gone
    await expectInvariantsHold(world);
  });
});

describe("a chargeback", () => {
  test("that is won leaves no trace but Stripe's fee", async () => {
    const line = await newLine();
    await dispute(line.offer.payment_id, "won");
    const story = await storyOf(line);
    expect(kindsOf(story)).toEqual(["capture", "dispute_moved", "dispute_moved"]);
    expect(somewhere(story)).toEqual({ card: -11_000, budget: 11_000 });
    expect(story.disputes).toMatchObject([{ status: "won" }]);
  });

  test("lost before the pay takes the money from nobody but the brand", async () => {
    const line = await newLine({ slots: 2 });
    const { id } = await submitVerifiedPost(line);
    await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: id, decision: "approve" }));
    await dispute(line.offer.payment_id, "lost");
    const story = await storyOf(line);
    expect(somewhere(story)).toEqual({ card: -22_000, bank: 22_000 });
    expect(story.rest_minor).toBe(0);
  });

  test("lost after the pay shows what Postbond bears", async () => {
    const line = await newLine({ slots: 2 });
    await payForAPost(line);
    await dispute(line.offer.payment_id, "lost");
    const story = await storyOf(line);
    expect(somewhere(story)).toEqual({
      card: -22_000,
      bank: 22_000,
      creators: 10_000,
      fees: 1_000,
      losses: -11_000,
    });
    expect(story.rest_minor).toBe(0);
  });
});

test("a counter that has drifted from the books is seen", async () => {
  const line = await newLine();
  await payForAPost(line);
  await db
    .update(offer_payments)
    .set({ claimed_minor: 10_999 })
    .where(eq(offer_payments.id, line.offer.payment_id));
  const story = await readChargeHistory(db, line.offer.payment_id);
  expect(story.unexplained_minor).toBe(0);
  expect(story.adds_up).toBe(false);
  expect(story.agreements.find(({ of }) => of === "unclaimed")).toMatchObject({
    booked_minor: 0,
    counted_minor: 1,
  });
});
