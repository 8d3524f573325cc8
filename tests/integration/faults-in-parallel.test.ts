/** Two or a thousand who want the same thing at the same moment: one gets it, the others are told what happened. */

import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { recordDispute } from "@/app/domain/disputes/record-dispute";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { type CreatorId, newId, type OfferId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { isRefusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { creator_channels, creators, users } from "@/db/schema";
import { collaborations } from "@/db/schema/collaboration";
import { transact } from "@/db/transact";
import { expectInvariantsHold } from "../factories/collaboration-steps";
import { dealAt, letDeadlinePass, read } from "../factories/collaborations";
import { makeLiveOffer, type OfferRow } from "../factories/offers";
import { makeBrand, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});
beforeEach(() => () => expectInvariantsHold());

const refusals = (answers: ReadonlyArray<PromiseSettledResult<unknown>>) =>
  answers.flatMap((answer) =>
    answer.status === "fulfilled"
      ? []
      : [isRefusal(answer.reason) ? answer.reason.code : String(answer.reason)],
  );
const payable = (creator_id: CreatorId) => balanceOf(db, accounts.creatorPayable(creator_id), "USD");
const budget = (offer_id: OfferId) => balanceOf(db, accounts.offerBudget(offer_id), "USD");

describe("a decision", () => {
  test("of two reviewers at once: one approves, the other is told that it was done", async () => {
    const { brand, creator, id } = await dealAt("in_review");
    const approve = () =>
      transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));
    const answers = await Promise.allSettled([approve(), approve()]);
    expect(refusals(answers)).toEqual(["stale_state"]);
    expect(await payable(creator.creator_id)).toBe(10_000);
  });

  test("sent again from a page that the back button brought up has no second effect", async () => {
    const { brand, creator, id } = await dealAt("in_review");
    const { version } = await read(id);
    const send = () =>
      transact((tx) =>
        reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve", expected_version: version }),
      );
    await send();
    await expect(send()).rejects.toMatchObject({ code: "stale_state", status: 409 });
    expect(await payable(creator.creator_id)).toBe(10_000);
  });

  test("of two operators at once, refund and release: one wins, the money goes one way", async () => {
    const { brand, creator, offer, id } = await dealAt("in_review");
    const rejection = { decision: "reject" as const, clause: "must_show:0", note: "The lamp is never lit." };
    await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, ...rejection }));
    await transact((tx) =>
      makeTransition(tx, creator, {
        collaboration_id: id,
        event: "appeal",
        note: "It is lit from the start.",
      }),
    );
    const [one, other] = [await makeOperator(), await makeOperator()];
    const answers = await Promise.allSettled([
      transact((tx) =>
        makeTransition(tx, one, { collaboration_id: id, event: "uphold_appeal", note: "Read it all." }),
      ),
      transact((tx) =>
        makeTransition(tx, other, { collaboration_id: id, event: "dismiss_appeal", note: "Read it all." }),
      ),
    ]);
    expect(refusals(answers)).toEqual(["stale_state"]);
    const released = (await read(id)).state === "approved";
    expect(await payable(creator.creator_id)).toBe(released ? 10_000 : 0);
    expect(await budget(offer.id)).toBe(released ? 0 : 11_000);
  });

  test("meets the cardholder's bank: whoever is first, nothing is sent while the bank decides", async () => {
    const { brand, offer, id } = await dealAt("in_review");
    const charge = required(
      await db.query.offer_payments.findFirst({
        where: (table, { eq }) => eq(table.id, offer.payment_id),
      }),
      "the charge",
    );
    const seen = {
      id: `dp_${id}`,
      charge_id: required(charge.charge_id, "the charge id"),
      stripe_status: "needs_response",
      outcome: "open" as const,
      reason: "fraudulent",
      amount_minor: 11_000,
      currency: "USD",
      bookings: [{ id: `txn_${id}`, amount_minor: -11_000, fee_minor: 1_500 }],
      evidence_due_at: null,
    };
    await Promise.all([
      transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" })),
      transact((tx) => recordDispute(tx, seen)),
    ]);
    await letDeadlinePass(id);
    const movement = await db.query.money_movements.findFirst({
      where: (table, { eq }) => eq(table.collaboration_id, id),
    });
    expect(movement).toMatchObject({ status: "blocked", reason: "charge_disputed" });
  });
});

test("an offer is closed while its last slot is accepted: the slot is held or refunded, never both", async () => {
  for (let round = 0; round < 5; round++) {
    const { brand, creator, offer, id } = await dealAt("slot_offered");
    const answers = await Promise.allSettled([
      transact((tx) => acceptSlot(tx, creator, { collaboration_id: id })),
      transact((tx) => closeOffer(tx, brand, offer.id)),
    ]);
    const held_minor = await balanceOf(db, accounts.collaborationHeld(id), "USD");
    const refund = await db.query.money_movements.findFirst({
      where: (table, { eq }) => eq(table.payment_id, offer.payment_id),
    });
    expect(answers[1]?.status).toBe("fulfilled");
    expect(held_minor + (refund?.amount_minor ?? 0)).toBe(11_000);
    expect(one(answers, "the first of answers").status === "fulfilled").toBe(held_minor > 0);
  }
});

test("a change that PostgreSQL cannot serialise is begun anew, and nothing of the first try is left", async () => {
  const { brand, creator, id } = await dealAt("in_review");
  let tries = 0;
  await transact(async (tx) => {
    await reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" });
    const failure = "do $$ begin raise exception 'could not serialize' using errcode = '40001'; end $$";
    if (++tries === 1) await tx.execute(sql.raw(failure));
  });
  expect(tries).toBe(2);
  expect(await payable(creator.creator_id)).toBe(10_000);
  const moves = await db.query.collaboration_events.findMany({
    where: (table, { and, eq }) => and(eq(table.collaboration_id, id), eq(table.event, "approve")),
  });
  expect(moves).toHaveLength(1);
});

const CROWD = 1_000;

/** A crowd to whom the brand has offered its one slot, written down in four statements. */
async function crowdBefore(offer: OfferRow) {
  const people = Array.from({ length: CROWD }, (_, n) => ({
    user_id: newId("user"),
    creator_id: newId("creator"),
    channel_id: newId("channel"),
    id: newId("collab"),
    name: `crowd${n}`,
  }));
  await db.insert(users).values(
    people.map(({ user_id, name }) => ({
      id: user_id,
      email: `${name}@example.com`,
      email_normalized: `${name}@example.com`,
      password_hash: "none",
      role: "creator" as const,
      name,
    })),
  );
  await db.insert(creators).values(
    people.map(({ creator_id, user_id, name }) => ({
      id: creator_id,
      user_id,
      handle: name,
      display_name: name,
      country: "US",
    })),
  );
  await db.insert(creator_channels).values(
    people.map(({ channel_id, creator_id, name }) => ({
      id: channel_id,
      creator_id,
      platform: "youtube" as const,
      handle: name,
      handle_key: name,
      url: `https://www.youtube.com/@${name}`,
      verification_code: name,
    })),
  );
  await db.insert(collaborations).values(
    people.map(({ id, creator_id, channel_id }) => ({
      id,
      offer_id: offer.id,
      brand_id: offer.brand_id,
      creator_id,
      channel_id,
      platform: "youtube" as const,
      state: "slot_offered" as const,
      entered_at: offer.created_at,
      sample_mode: "none" as const,
      currency: offer.currency,
      fee_minor: offer.fee_minor,
      platform_fee_minor: offer.platform_fee_minor,
      reimbursement_cap_minor: 0,
      policy: offer.policy,
      pitch: "",
    })),
  );
  return people;
}

test("a thousand creators accept the last slot at once: one gets it, 999 are told so", async () => {
  const offer = await makeLiveOffer(await makeBrand(), { sample_mode: "none" });
  const crowd = await crowdBefore(offer);
  const answers = await Promise.allSettled(
    crowd.map(({ id, user_id, creator_id }) =>
      transact((tx) => acceptSlot(tx, { kind: "creator", user_id, creator_id }, { collaboration_id: id })),
    ),
  );
  expect(refusals(answers)).toEqual(Array(CROWD - 1).fill("slots_taken"));
  expect(await budget(offer.id)).toBe(0);
});
