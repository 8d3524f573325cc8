/** A cardholder's bank takes a charge back: before anybody was paid from it, and after. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { recordDispute } from "@/app/domain/disputes/record-dispute";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { unblockMovement } from "@/app/domain/ledger/settle-movement";
import { defaultPolicy } from "@/app/domain/policy/policy";
import type { CollaborationId, OfferId, PaymentId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { seenOf } from "@/app/stripe/dispute-seen";
import { sendMovement } from "@/app/stripe/movements/send";
import { db, sql } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { disputes, money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { sweep } from "@/jobs/sweep";
import {
  agreeAndDeliver,
  expectInvariantsHold,
  type Line,
  payForAPost,
  stripeOf,
  submitVerifiedPost,
  takeDownForGood,
} from "../factories/collaboration-steps";
import { read } from "../factories/collaborations";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";
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
  line = {
    world,
    brand,
    creator: await makeWorldCreator(world),
    offer: await buyOffer(world, brand, { slots: 2 }),
  };
});

const payment = async () =>
  one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, line.offer.payment_id)),
    "the payment",
  );
const recordedDisputes = async () =>
  db.select().from(disputes).where(eq(disputes.payment_id, line.offer.payment_id));
const movementOf = async (id: CollaborationId) =>
  (await db.select().from(money_movements).where(eq(money_movements.collaboration_id, id)))[0];
const losses = () => balanceOf(db, accounts.losses, "USD");
const budget = () => balanceOf(db, accounts.offerBudget(line.offer.id), "USD");

/** @returns the dispute's id, for `decide` */
async function dispute(amount?: number): Promise<string> {
  const { id } = await world.control<{ id: string }>(`${world.urls.stripe}/control/disputes`, {
    charge: (await payment()).charge_id,
    ...(amount ? { amount } : {}),
  });
  await world.rest();
  return id;
}
async function decide(id: string, outcome: "won" | "lost"): Promise<void> {
  await world.control(`${world.urls.stripe}/control/disputes/${id}`, { outcome });
  await world.rest();
}

describe("while the bank decides", () => {
  test("nothing of the charge is claimed, sent or refunded; won, all of it goes on", async () => {
    const { id } = await submitVerifiedPost(line);
    const second = await makeWorldCreator(world);
    const { id: applied } = await transact((tx) =>
      applyToOffer(tx, second, { offer_id: line.offer.id, channel_id: second.channel_id, pitch: "" }),
    );
    await transact((tx) =>
      makeTransition(tx, line.brand, { collaboration_id: applied, event: "offer_slot" }),
    );
    const dispute_id = await dispute();
    expect((await payment()).frozen_at).not.toBeNull();
    expect(await balanceOf(db, accounts.stripeDisputed, "USD")).toBe(22_000);

    const accepted = transact((tx) => acceptSlot(tx, second, { collaboration_id: applied }));
    await expect(accepted).rejects.toMatchObject({ code: "budget_spent" });
    await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: id, decision: "approve" }));
    await world.turn({ days: 8 });
    expect(await movementOf(id)).toMatchObject({ status: "blocked", reason: "charge_disputed" });
    expect(await transact((tx) => closeOffer(tx, line.brand, line.offer.id))).toBe(0);
    await expectInvariantsHold(world);

    await decide(dispute_id, "won");
    expect((await payment()).frozen_at).toBeNull();
    expect((await read(id)).state).toBe("paid");
    const { data } = await stripeOf(world).refunds.list({
      charge: required((await payment()).charge_id, "charge id"),
    });
    expect(data.map(({ amount }) => amount)).toEqual([11_000]);
    expect(await balanceOf(db, accounts.stripeDisputed, "USD")).toBe(0);
    await expectInvariantsHold(world);
  });

  test("an account that is mended meanwhile does not set blocked pay free", async () => {
    const { id } = await submitVerifiedPost(line);
    await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: id, decision: "approve" }));
    await dispute();
    await world.turn({ days: 8 });
    for (const outcome of ["restricted", "complete"]) {
      await world.control(`${world.urls.stripe}/control/accounts/${line.creator.account}`, { outcome });
      await world.rest();
    }
    expect(await movementOf(id)).toMatchObject({ status: "blocked", reason: "charge_disputed" });
    await expectInvariantsHold(world);
  });
});

describe("lost", () => {
  test("before anybody was paid: collaborations are cancelled, nobody but the bank has the money, the platform loses nothing", async () => {
    const before = await losses();
    const running = await agreeAndDeliver(line);
    const verified = await submitVerifiedPost({ ...line, creator: await makeWorldCreator(world) });
    await transact((tx) =>
      reviewSubmission(tx, line.brand, { collaboration_id: verified.id, decision: "approve" }),
    );
    await decide(await dispute(), "lost");
    expect((await read(running)).state).toBe("cancelled");
    expect((await read(verified.id)).state).toBe("cancelled");
    expect(await losses()).toBe(before);
    expect(await budget()).toBe(0);
    expect(await payment()).toMatchObject({ claimed_minor: 0, charged_back_minor: 22_000, frozen_at: null });
    const brand = one(await db.select().from(brands).where(eq(brands.id, line.brand.brand_id)), "the brand");
    expect(brand.standing).toBe("suspended");
    const offer = one(await db.select().from(offers).where(eq(offers.id, line.offer.id)), "the offer");
    expect(offer.status).toBe("closed");
    await world.turn({ days: 30 });
    expect(await movementOf(verified.id)).toBeUndefined();
    await expectInvariantsHold(world);
  });

  test("pay that waited for the bank's decision is not sent", async () => {
    const { id } = await submitVerifiedPost(line);
    await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: id, decision: "approve" }));
    const dispute_id = await dispute();
    await world.turn({ days: 8 });
    await decide(dispute_id, "lost");
    expect((await read(id)).state).toBe("cancelled");
    expect(await movementOf(id)).toMatchObject({ status: "failed", reason: "charge_lost" });
    expect((await stripeOf(world).transfers.list({ transfer_group: line.offer.id })).data).toEqual([]);
    await expectInvariantsHold(world);
  });

  test("after the pay: the creator keeps it, and the platform books what is left as its loss", async () => {
    const before = await losses();
    const { id } = await payForAPost(line);
    await decide(await dispute(), "lost");
    expect((await read(id)).state).toBe("monitoring");
    // Paid in 22,000; 11,000 had been earned, of which 1,000 was the platform's own fee.
    expect((await losses()) - before).toBe(11_000);
    expect((await recordedDisputes())[0]).toMatchObject({ status: "lost", loss_minor: 11_000 });
    await expectInvariantsHold(world);
  });

  test("in part: no more is cancelled than the bank took", async () => {
    const before = await losses();
    const running = await agreeAndDeliver(line);
    await decide(await dispute(9_000), "lost");
    expect((await read(running)).state).toBe("creating");
    expect(await losses()).toBe(before);
    expect(await payment()).toMatchObject({ claimed_minor: 11_000, charged_back_minor: 9_000 });
    // What the bank left cannot go back to a card that was charged back: it is the brand's own here.
    expect(await balanceOf(db, accounts.brandAvailable(line.brand.brand_id), "USD")).toBe(2_000);
    await expectInvariantsHold(world);
  });
});

describe("lost, and money of the charge comes free later", () => {
  const own = () => balanceOf(db, accounts.brandAvailable(line.brand.brand_id), "USD");

  test("recovered from the creator: the platform's loss becomes smaller, the brand has it from its bank", async () => {
    const before = await losses();
    const gone = await payForAPost(line);
    await decide(await dispute(), "lost");
    await takeDownForGood(line, gone.url);
    const other = await makeBrand();
    await payForAPost({ ...line, brand: other, offer: await buyOffer(world, other) });
    await sweep();
    await world.rest();
    expect((await losses()) - before).toBe(1_000);
    expect(await own()).toBe(0);
    await expectInvariantsHold(world);
  });

  test("kept back until the post had stayed up: the same", async () => {
    const before = await losses();
    const policy = { ...defaultPolicy(), holdback_bps: 2_000 };
    line.offer = await buyOffer(world, line.brand, { policy });
    const gone = await payForAPost(line);
    await decide(await dispute(), "lost");
    expect((await losses()) - before).toBe(11_000);
    await takeDownForGood(line, gone.url);
    expect((await losses()) - before).toBe(9_000);
    expect(await budget()).toBe(0);
    expect(await own()).toBe(0);
    await expectInvariantsHold(world);
  });

  test("pay of a disputed charge goes to no older debt: lost, the platform has nothing to bear", async () => {
    const gone = await payForAPost(line);
    await takeDownForGood(line, gone.url);
    const other = await makeBrand();
    line = { ...line, brand: other, offer: await buyOffer(world, other) };
    const before = await losses();
    const { id } = await submitVerifiedPost(line);
    await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: id, decision: "approve" }));
    const dispute_id = await dispute();
    await world.turn({ days: 8 });
    expect(await movementOf(id)).toMatchObject({ status: "blocked", amount_minor: 10_000 });
    await decide(dispute_id, "lost");
    expect((await read(id)).state).toBe("cancelled");
    expect(await losses()).toBe(before);
    expect(await balanceOf(db, accounts.creatorOwed(line.creator.creator_id), "USD")).toBe(10_000);
    await expectInvariantsHold(world);
  });
});

async function waitingForLocks(): Promise<number> {
  const [row] = await sql<[{ many: number }]>`
    select count(*)::int as many from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row.many;
}

test("a decision that is being booked is waited for by whoever is about to send", async () => {
  const { id } = await submitVerifiedPost(line);
  await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: id, decision: "approve" }));
  const dispute_id = await dispute();
  await world.turn({ days: 8 });
  const { id: movement_id } = required(await movementOf(id), "the movement");
  // As a job that has just been told to go on finds it.
  await transact((tx) => unblockMovement(tx, movement_id));
  const seen = seenOf(await stripeOf(world).disputes.retrieve(dispute_id));
  const [booked, commit] = [signal(), signal()];
  const deciding = transact(async (tx) => {
    await recordDispute(tx, { ...seen, outcome: "lost", stripe_status: "lost" });
    booked.give();
    await commit.given;
  });
  await booked.given;
  const sending = sendMovement(movement_id);
  await vi.waitUntil(async () => (await waitingForLocks()) > 0, { timeout: 30_000 });
  commit.give();
  await Promise.all([deciding, sending]);
  expect(await movementOf(id)).toMatchObject({ status: "failed", key_sent_at: null });
  expect((await stripeOf(world).transfers.list({ transfer_group: line.offer.id })).data).toEqual([]);
  await decide(dispute_id, "lost");
  await expectInvariantsHold(world);
});

test("a refund that Stripe refuses for a dispute we have not heard of waits for the bank, too", async () => {
  await world.control(`${world.urls.stripe}/control/faults`, {
    kind: "webhook_lose",
    match: { type: "charge.dispute.*" },
  });
  const dispute_id = await dispute();
  await transact((tx) => closeOffer(tx, line.brand, line.offer.id));
  await world.rest();
  await fetch(`${world.urls.stripe}/control/faults`, { method: "DELETE" });
  const [refund] = await db
    .select()
    .from(money_movements)
    .where(eq(money_movements.payment_id, line.offer.payment_id));
  expect(refund).toMatchObject({ kind: "refund", status: "blocked", reason: "charge_disputed" });
  expect(await balanceOf(db, accounts.brandAvailable(line.brand.brand_id), "USD")).toBe(0);
  await decide(dispute_id, "won");
  const { data } = await stripeOf(world).refunds.list({
    charge: required((await payment()).charge_id, "charge id"),
  });
  expect(data.map(({ amount }) => amount)).toEqual([22_000]);
  await sweep(); // what was lost is asked for, and changes nothing any more
  await expectInvariantsHold(world);
});

function signal() {
  let give!: () => void;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

describe("what Stripe says of a dispute", () => {
  const lose = (times?: number) =>
    world.control(`${world.urls.stripe}/control/faults`, {
      kind: "webhook_lose",
      match: { type: "charge.dispute.*" },
      times,
    });

  test("late, twice and in the wrong order leaves the same books", async () => {
    const running = await agreeAndDeliver(line);
    await lose(2);
    await decide(await dispute(), "lost");
    const events = await world.control<Array<{ id: string; type: string }>>(
      `${world.urls.stripe}/control/events`,
      undefined,
      "GET",
    );
    const about = events.filter(({ type }) => type.startsWith("charge.dispute")).slice(0, 3);
    expect(about).toHaveLength(3);
    for (const { id } of [...about, ...about.toReversed()])
      await world.control(`${world.urls.stripe}/control/events/${id}/resend`, {});
    await world.rest();
    expect((await read(running)).state).toBe("cancelled");
    expect(await recordedDisputes()).toHaveLength(1);
    await expectInvariantsHold(world);
  });

  test("and never arrives is asked for by the sweep", async () => {
    const running = await agreeAndDeliver(line);
    await lose();
    await decide(await dispute(), "lost");
    await fetch(`${world.urls.stripe}/control/faults`, { method: "DELETE" });
    expect((await read(running)).state).toBe("creating");
    expect((await sweep()).missed_events).toBe(3);
    expect((await read(running)).state).toBe("cancelled");
    await world.rest();
    await expectInvariantsHold(world);
  });
});
