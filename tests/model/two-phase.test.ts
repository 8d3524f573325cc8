/** A movement of money in its steps, as a table: intended, blocked, settled, failed, in every order that the world may bring. */

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { type Account, accounts } from "@/app/domain/ledger/accounts";
import { createRefund } from "@/app/domain/ledger/create-refund";
import { createReversal } from "@/app/domain/ledger/create-reversal";
import { createTransfer } from "@/app/domain/ledger/create-transfer";
import { balanceOf } from "@/app/domain/ledger/post";
import {
  blockMovement,
  failRefund,
  failReversal,
  lockMovement,
  settleMovement,
  unblockMovement,
  withdrawTransfer,
} from "@/app/domain/ledger/settle-movement";
import type { MovementKind } from "@/app/domain/ledger/vocabulary";
import { now, setClockOffset } from "@/app/lib/clock";
import type { CollaborationId, MovementId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { isRefusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { expectInvariantsHold, GATE_CHECK } from "../factories/collaboration-steps";
import { type Deal, dealAt, letDeadlinePass } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

/** A movement that has just been intended, and the account that it draws on. */
type Pending = { id: MovementId; source: Account };

async function approved(creator?: Deal["creator"]): Promise<Deal> {
  const deal = await dealAt("in_review", creator && { creator });
  await transact((tx) =>
    reviewSubmission(tx, deal.brand, { collaboration_id: deal.id, decision: "approve" }),
  );
  await letDeadlinePass(deal.id);
  setClockOffset(0);
  return deal;
}

/** Pay that has arrived is taken back by an operator, all of it by a reversal that has just been intended. */
async function takingBack({ creator, id }: Deal): Promise<Pending> {
  const { id: movement_id } = await movementOf(id, "transfer");
  const arrived = { movement_id, collaboration_id: id, stripe_id: `tr_${id}` };
  await transact((tx) => settleAndAdvance(tx, arrived));
  const operator = await makeOperator();
  await transact((tx) =>
    makeTransition(tx, operator, {
      collaboration_id: id,
      event: "claw_back",
      note: "The account was bought.",
    }),
  );
  const debt = required(
    await db.query.clawbacks.findFirst({
      where: (table, { eq }) => eq(table.collaboration_id, id),
    }),
    "the debt",
  );
  const reversal = { clawback_id: debt.id, balance_minor: 10_000 };
  return {
    id: await transact((tx) => createReversal(tx, operator, reversal)),
    source: accounts.creatorOwed(creator.creator_id),
  };
}

async function movementOf(collaboration_id: CollaborationId, kind: MovementKind) {
  const found = required(
    await db.query.money_movements.findFirst({
      where: (table, { and, eq }) => and(eq(table.collaboration_id, collaboration_id), eq(table.kind, kind)),
    }),
    "the found",
  );
  return found;
}

const CREATE: Record<MovementKind, () => Promise<Pending>> = {
  transfer: async () => {
    const { creator, id } = await approved();
    return { id: (await movementOf(id, "transfer")).id, source: accounts.creatorPayable(creator.creator_id) };
  },
  refund: async () => {
    const { payment_id, id } = await makeLiveOffer(await makeBrand());
    const made = required(
      await transact((tx) => createRefund(tx, { payment_id, amount_minor: 10_000, cause: "test" })),
      "the refund",
    );
    return { id: made, source: accounts.offerBudget(id) };
  },
  reversal: async () => takingBack(await approved()),
};

type Step = "send" | "settle" | "block" | "unblock" | "fail" | "withdraw";

const STEPS: Record<Step, (id: MovementId) => Promise<unknown>> = {
  /** Stripe may have heard of it. */
  send: (id) =>
    db.update(money_movements).set({ key_sent_at: now() }).where(eq(money_movements.id, id)).returning(),
  settle: (id) => transact((tx) => settleMovement(tx, id, `stripe_${id}`)),
  block: (id) => transact((tx) => blockMovement(tx, id, "account_restricted")),
  unblock: (id) => transact((tx) => unblockMovement(tx, id)),
  fail: (id) =>
    transact(
      async (tx) => (await failRefund(tx, id, "expired_card")) ?? (await failReversal(tx, id, "too_little")),
    ),
  withdraw: (id) =>
    transact(async (tx) => {
      const movement = required(await lockMovement(tx, id), "the movement");
      if (movement.kind !== "transfer") throw new Error(`${id} is no transfer`);
      await withdrawTransfer(tx, movement, "charge_lost");
      return true;
    }),
};

/** `did`: it changed something · `nothing`: it found nothing to do · `refused`: it threw, and nothing is changed */
type Outcome = "did" | "nothing" | "refused";
const outcomeOf = (work: Promise<unknown>): Promise<Outcome> =>
  work.then(
    (answer) => (answer ? "did" : "nothing"),
    () => "refused",
  );

/** Steps with their outcomes, then how the money stands against just after the intention, in minor units. */
type Row = [
  name: string,
  kind: MovementKind,
  steps: Array<[Step, Outcome]>,
  ends: { status: string; clearing: number; platform: number; source: number },
];

const rest = (status: string) => ({ status, clearing: 0, platform: 0, source: 0 });
const gone = (kind: MovementKind) => {
  const out = kind === "reversal" ? -10_000 : 10_000;
  return { status: "settled", clearing: out, platform: -out, source: 0 };
};
const reversed = { status: "failed", clearing: 10_000, platform: 0, source: 10_000 };

// biome-ignore format: a table is read by its rows
const TABLE: Row[] = [
  ["posted in full", "transfer", [["settle", "did"]], gone("transfer")],
  ["posted twice", "transfer", [["settle", "did"], ["settle", "nothing"]], gone("transfer")],
  ["posted after it had to wait", "transfer", [["block", "did"], ["unblock", "did"], ["settle", "did"]], gone("transfer")],
  ["posted while it waits: Stripe had it all the same", "transfer", [["block", "did"], ["settle", "did"]], gone("transfer")],
  ["blocked twice", "transfer", [["block", "did"], ["block", "nothing"]], rest("blocked")],
  ["set going though it does not wait", "transfer", [["unblock", "nothing"]], rest("pending")],
  ["voided before it was sent", "transfer", [["block", "did"], ["withdraw", "did"]], reversed],
  ["voided before anybody tried to send it", "transfer", [["withdraw", "did"]], reversed],
  ["voided while it may be under way", "transfer", [["send", "did"], ["withdraw", "refused"]], rest("pending")],
  ["voided twice", "transfer", [["block", "did"], ["withdraw", "did"], ["withdraw", "refused"]], reversed],
  ["voided after the post", "transfer", [["settle", "did"], ["withdraw", "refused"]], gone("transfer")],
  ["blocked after the post", "transfer", [["settle", "did"], ["block", "nothing"], ["unblock", "nothing"]], gone("transfer")],
  ["posted after the void", "transfer", [["block", "did"], ["withdraw", "did"], ["settle", "nothing"]], reversed],
  ["failed as only refunds and reversals can", "transfer", [["fail", "nothing"]], rest("pending")],

  ["posted in full", "refund", [["settle", "did"]], gone("refund")],
  ["posted twice", "refund", [["settle", "did"], ["settle", "nothing"]], gone("refund")],
  ["expired before it reached the card", "refund", [["fail", "did"]], { status: "failed", clearing: 10_000, platform: 0, source: 0 }],
  ["expired while it waited for money", "refund", [["block", "did"], ["fail", "did"]], { status: "failed", clearing: 10_000, platform: 0, source: 0 }],
  ["sent back by the bank after the post", "refund", [["settle", "did"], ["fail", "did"]], { status: "failed", clearing: 10_000, platform: 0, source: 0 }],
  ["sent back twice", "refund", [["settle", "did"], ["fail", "did"], ["fail", "nothing"]], { status: "failed", clearing: 10_000, platform: 0, source: 0 }],
  ["posted after it was sent back", "refund", [["fail", "did"], ["settle", "nothing"]], { status: "failed", clearing: 10_000, platform: 0, source: 0 }],
  ["voided as only transfers can be", "refund", [["block", "did"], ["withdraw", "refused"]], rest("blocked")],

  ["posted in full", "reversal", [["settle", "did"]], gone("reversal")],
  ["posted twice", "reversal", [["settle", "did"], ["settle", "nothing"]], gone("reversal")],
  ["refused by Stripe", "reversal", [["fail", "did"]], { status: "failed", clearing: -10_000, platform: 0, source: 10_000 }],
  ["refused twice", "reversal", [["fail", "did"], ["fail", "nothing"]], { status: "failed", clearing: -10_000, platform: 0, source: 10_000 }],
  ["refused after the post", "reversal", [["settle", "did"], ["fail", "nothing"]], gone("reversal")],
  ["posted after the refusal", "reversal", [["fail", "did"], ["settle", "nothing"]], { status: "failed", clearing: -10_000, platform: 0, source: 10_000 }],
];

describe("a movement", () => {
  test.each(TABLE)("%s: %s", async (_name, kind, steps, ends) => {
    const { id, source } = await CREATE[kind]();
    const stand = async () => ({
      clearing: await balanceOf(db, accounts.stripeClearing, "USD"),
      platform: await balanceOf(db, accounts.stripePlatform, "USD"),
      source: await balanceOf(db, source, "USD"),
    });
    const before = await stand();
    const outcomes: Array<[Step, Outcome]> = [];
    for (const [step] of steps) outcomes.push([step, await outcomeOf(STEPS[step](id))]);
    expect(outcomes).toEqual(steps);
    const after = await stand();
    const movement = required(await transact((tx) => lockMovement(tx, id)), "the movement");
    expect({
      status: movement.status,
      clearing: after.clearing - before.clearing,
      platform: after.platform - before.platform,
      source: after.source - before.source,
    }).toEqual(ends);
  });
});

describe("more than there is", () => {
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error) => (isRefusal(error) ? error.code : "refused by the database"),
    );

  test("is not intended: a transfer above what is owed, a refund above what is left, a reversal of what is under way", async () => {
    const deal = await approved();
    const pay = {
      collaboration_id: deal.id,
      creator_id: deal.creator.creator_id,
      payment_id: deal.offer.payment_id,
      currency: "USD",
    };
    const above = transact((tx) => createTransfer(tx, { ...pay, amount_minor: 1, part: "holdback" }));
    expect(await codeOf(above)).toBe("refused by the database");
    const again = await transact((tx) => createTransfer(tx, { ...pay, amount_minor: 10_000, part: "pay" }));
    expect(again).toBe("known");
    const refund = { payment_id: deal.offer.payment_id, amount_minor: 1, cause: "above" };
    expect(await codeOf(transact((tx) => createRefund(tx, refund)))).toBe("refund_above_rest");

    const { id } = await CREATE.reversal();
    const { clawback_id } = required(await transact((tx) => lockMovement(tx, id)), "the movement");
    const operator = await makeOperator();
    const second = transact((tx) =>
      createReversal(tx, operator, {
        clawback_id: required(clawback_id, "the clawback"),
        balance_minor: 10_000,
      }),
    );
    expect(await codeOf(second)).toBe("nothing_to_reverse");
  });

  test("is not recovered: what a reversal brings back is not taken from the next pay as well", async () => {
    const deal = await approved();
    const { id, source } = await takingBack(deal);
    const next = await approved(deal.creator);
    expect((await movementOf(next.id, "transfer")).amount_minor).toBe(10_000);
    expect(await STEPS.settle(id)).toBeTruthy();
    expect(await balanceOf(db, source, "USD")).toBe(0);
    await expectInvariantsHold(undefined, GATE_CHECK);
  });

  test("is not posted: a part of it is a movement of its own, and each settles once", async () => {
    const { payment_id, id } = await makeLiveOffer(await makeBrand());
    const parts: MovementId[] = [];
    for (const amount_minor of [3_000, 8_000])
      parts.push(
        required(
          await transact((tx) =>
            createRefund(tx, { payment_id, amount_minor, cause: `part-${amount_minor}` }),
          ),
          "the refund",
        ),
      );
    const platform = await balanceOf(db, accounts.stripePlatform, "USD");
    for (const part of [...parts, ...parts]) await STEPS.settle(part);
    expect(platform - (await balanceOf(db, accounts.stripePlatform, "USD"))).toBe(11_000);
    expect(await balanceOf(db, accounts.offerBudget(id), "USD")).toBe(0);
    await expectInvariantsHold(undefined, GATE_CHECK);
  });
});
