/** Pay that has to come back: a post taken down after the pay, a fraud, and the share that was kept back for this. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperatorActor } from "@/app/domain/actor";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { enterOrder } from "@/app/domain/collaboration/ship-sample";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { defaultPolicy } from "@/app/domain/policy/policy";
import type { CollaborationId, PaymentId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { reversePay } from "@/app/stripe/movements/reverse-pay";
import { db } from "@/db/client";
import { clawbacks, money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { sweep } from "@/jobs/sweep";
import {
  expectInvariantsHold,
  GOOD_TEXT,
  type Line,
  payForAPost,
  stripeOf,
  submitVerifiedPost,
  takeDownForGood,
} from "../factories/collaboration-steps";
import { read } from "../factories/collaborations";
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

const HOLDBACK = { policy: { ...defaultPolicy(), holdback_bps: 2_000 } };

async function newLine(given: Parameters<typeof buyOffer>[2] = {}): Promise<Line & { offer: Bought }> {
  const brand = await makeBrand();
  return { world, brand, creator: await makeWorldCreator(world), offer: await buyOffer(world, brand, given) };
}
type Bought = Awaited<ReturnType<typeof buyOffer>>;

const owedBy = (line: Line) => balanceOf(db, accounts.creatorOwed(line.creator.creator_id), "USD");
const debtOf = async (id: CollaborationId) =>
  one(await db.select().from(clawbacks).where(eq(clawbacks.collaboration_id, id)), "the clawback");
const transfersOf = async (id: CollaborationId) =>
  (await db.select().from(money_movements).where(eq(money_movements.collaboration_id, id)))
    .filter(({ kind }) => kind === "transfer")
    .map(({ amount_minor }) => amount_minor)
    .sort((a, b) => a - b);

describe("a share kept back", () => {
  test("is paid when the post has stayed up", async () => {
    const line = await newLine(HOLDBACK);
    const { id } = await payForAPost(line);
    expect(await balanceOf(db, accounts.collaborationHeld(id), "USD")).toBe(2_000);
    expect(await transfersOf(id)).toEqual([8_000]);
    await world.turn({ days: 31 });
    expect((await read(id)).state).toBe("completed");
    expect(await transfersOf(id)).toEqual([2_000, 8_000]);
    expect(await balanceOf(db, accounts.collaborationHeld(id), "USD")).toBe(0);
    await expectInvariantsHold(world);
  });

  test("returns to the brand when it has not; only the rest is owed back", async () => {
    const line = await newLine(HOLDBACK);
    const { id, url } = await payForAPost(line);
    await takeDownForGood(line, url);
    expect((await read(id)).state).toBe("completed");
    expect(await balanceOf(db, accounts.offerBudget(line.offer.id), "USD")).toBe(2_000);
    expect(await owedBy(line)).toBe(8_000);
    await expectInvariantsHold(world);
  });
});

describe("a closed offer", () => {
  test("gives back to the card all that one collaboration frees, also in two parts", async () => {
    const { policy } = HOLDBACK;
    const line = await newLine({ sample_mode: "purchase", reimbursement_cap_minor: 3_000, slots: 1, policy });
    const { creator, brand, offer } = line;
    const { id } = await transact((tx) =>
      applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
    );
    await transact((tx) => makeTransition(tx, brand, { collaboration_id: id, event: "offer_slot" }));
    await transact((tx) => acceptSlot(tx, creator, { collaboration_id: id }));
    await transact((tx) => closeOffer(tx, brand, offer.id));
    await transact((tx) =>
      enterOrder(tx, creator, { collaboration_id: id, order_number: "112-7654321", paid_minor: 1_000 }),
    );
    await transact((tx) => makeTransition(tx, creator, { collaboration_id: id, event: "deliver" }));
    const url = await creator.publish(GOOD_TEXT);
    await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
    await world.rest();
    await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));
    await world.turn({ days: 9 });
    await takeDownForGood(line, url);
    expect((await read(id)).state).toBe("completed");

    const refunds = await stripeOf(world).refunds.list({ charge: await chargeOf(offer.payment_id) });
    expect(refunds.data.map(({ amount }) => amount).sort()).toEqual([2_000, 2_000]); // rest of the cap, kept-back share
    expect(await balanceOf(db, accounts.offerBudget(offer.id), "USD")).toBe(0);
    await expectInvariantsHold(world);
  });
});

describe("a post that is gone", () => {
  test("is recovered from the next pay, and goes back to the card that had paid for it", async () => {
    const line = await newLine();
    const gone = await payForAPost(line);
    await takeDownForGood(line, gone.url);
    expect(await debtOf(gone.id)).toMatchObject({ amount_minor: 10_000, reason: "post_removed" });
    await transact((tx) => closeOffer(tx, line.brand, line.offer.id));

    const next = {
      ...line,
      offer: await buyOffer(world, line.brand, { fee_minor: 15_000, platform_fee_minor: 1_500 }),
    };
    const { id } = await payForAPost(next);
    expect(await transfersOf(id)).toEqual([5_000]);
    expect(await owedBy(line)).toBe(0);
    expect(await debtOf(gone.id)).toMatchObject({ recovered_minor: 10_000, returned_minor: 10_000 });
    const { data } = await stripeOf(world).refunds.list({ charge: await chargeOf(line.offer.payment_id) });
    expect(data.map(({ amount }) => amount)).toContain(10_000);
    await expectInvariantsHold(world);
  });

  test("and pay that goes to the debt in whole still ends as paid, with nothing sent", async () => {
    const line = await newLine();
    const gone = await payForAPost(line);
    await takeDownForGood(line, gone.url);
    const next = {
      ...line,
      offer: await buyOffer(world, line.brand, { fee_minor: 6_000, platform_fee_minor: 600 }),
    };
    const { id } = await payForAPost(next);
    expect(await transfersOf(id)).toEqual([]);
    expect(await owedBy(line)).toBe(4_000);
    await expectInvariantsHold(world);
  });

  test("money recovered waits while other pay rests on the same charge", async () => {
    const line = await newLine({ slots: 2 });
    const gone = await payForAPost(line);
    const other = await submitVerifiedPost({ ...line, creator: await makeWorldCreator(world) });
    await takeDownForGood(line, gone.url);
    await transact((tx) => closeOffer(tx, line.brand, line.offer.id));
    const next = { ...line, offer: await buyOffer(world, line.brand) };
    await payForAPost(next);
    expect(await debtOf(gone.id)).toMatchObject({ recovered_minor: 10_000, returned_minor: 0 });

    await world.turn({ days: 50 }); // the other one is approved by silence, paid, watched and completed
    expect((await read(other.id)).state).toBe("completed");
    await sweep();
    expect(await debtOf(gone.id)).toMatchObject({ returned_minor: 10_000 });
    await world.rest();
    await expectInvariantsHold(world);
  });
});

describe("a fraud", () => {
  const fraudOf = async (id: CollaborationId) => {
    await transact((tx) =>
      makeTransition(tx, operator, {
        collaboration_id: id,
        event: "claw_back",
        note: "The views were bought.",
      }),
    );
    return (await debtOf(id)).id;
  };

  test("is reversed at Stripe while the creator's balance there still has it", async () => {
    const line = await newLine();
    await world.control(`${world.urls.stripe}/control/accounts/${line.creator.account}`, {
      outcome: "payouts_paused",
    });
    const { id } = await payForAPost(line);
    const debt_id = await fraudOf(id);
    const faults = `${world.urls.stripe}/control/faults`;
    await world.control(faults, { kind: "error_500_before", match: { path: "/v1/balance" } });
    await expect(reversePay(operator, debt_id)).rejects.toMatchObject({ code: "stripe_silent", status: 503 });
    await fetch(faults, { method: "DELETE" });
    await reversePay(operator, debt_id);
    await world.rest();
    expect(await debtOf(id)).toMatchObject({ reason: "fraud", recovered_minor: 10_000 });
    const [transfer] = (await stripeOf(world).transfers.list({ transfer_group: line.offer.id })).data;
    expect(transfer).toMatchObject({ amount_reversed: 10_000, reversed: true });
    await expect(reversePay(operator, (await debtOf(id)).id)).rejects.toMatchObject({
      code: "nothing_to_reverse",
    });
    await expectInvariantsHold(world);
  });

  test("is reversed as far as it was sent: what had gone towards an older debt cannot come back twice", async () => {
    const line = await newLine();
    const gone = await payForAPost(line);
    await takeDownForGood(line, gone.url); // 10,000 owed
    await world.control(`${world.urls.stripe}/control/accounts/${line.creator.account}`, {
      outcome: "payouts_paused",
    });
    const paid = async (fee_minor: number) => {
      const offer = await buyOffer(world, line.brand, { fee_minor, platform_fee_minor: fee_minor / 10 });
      return (await payForAPost({ ...line, offer })).id;
    };
    const all_recovered = await paid(6_000);
    const partly_sent = await paid(9_000);
    expect(await transfersOf(all_recovered)).toEqual([]);
    expect(await transfersOf(partly_sent)).toEqual([5_000]);

    const asked = reversePay(operator, await fraudOf(all_recovered));
    await expect(asked).rejects.toMatchObject({ code: "rest_was_never_sent" });
    await reversePay(operator, await fraudOf(partly_sent));
    await world.rest();
    expect(await debtOf(partly_sent)).toMatchObject({ amount_minor: 9_000, recovered_minor: 5_000 });
    const again = reversePay(operator, (await debtOf(partly_sent)).id);
    await expect(again).rejects.toMatchObject({ code: "rest_was_never_sent" });
    expect(await owedBy(line)).toBe(10_000);
    await expectInvariantsHold(world);
  });

  test("stays owed when the money has gone on to the bank: no balance is pushed below zero", async () => {
    const line = await newLine();
    const { id } = await payForAPost(line);
    await world.turn({ days: 3 }); // Stripe has paid it out
    const asked = reversePay(operator, await fraudOf(id));
    await expect(asked).rejects.toMatchObject({ code: "balance_too_low" });
    expect(await owedBy(line)).toBe(10_000);
    await expectInvariantsHold(world);
  });
});

async function chargeOf(payment_id: PaymentId): Promise<string> {
  const payment = required(
    await db.query.offer_payments.findFirst({
      where: (table, { eq: is }) => is(table.id, payment_id),
    }),
    "the payment",
  );
  return required(payment.charge_id, "the charge id");
}
