/** Money leaves for a creator through one gate: what was true of the post once is not what is true of it when the money goes. */
import { eq, sql as raw } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/app/domain/actor";
import { makeTransition, type PlainEvent } from "@/app/domain/collaboration/make-transition";
import { observeAsOperator, recordPresence } from "@/app/domain/collaboration/record-presence";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { splitAppeal } from "@/app/domain/collaboration/split-appeal";
import { loseCharge } from "@/app/domain/disputes/lose-charge";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { defaultPolicy } from "@/app/domain/policy/policy";
import { clockOffset, DAY_MS, now, setClockOffset } from "@/app/lib/clock";
import { one, required } from "@/app/lib/one";
import { sendMovement } from "@/app/stripe/movements/send";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { money_movements } from "@/db/schema/ledger";
import { strikes } from "@/db/schema/standing";
import { transact } from "@/db/transact";
import { type Deal, dealAt, decide, letDeadlinePass, read, submit } from "../factories/collaborations";
import { makeLook } from "../factories/looks";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";

const HOUR_MS = 3_600_000;
const FEE = 10_000;

beforeEach(async () => {
  await testDatabase();
});
afterEach(() => setClockOffset(0));

const broken = async () =>
  (await runChecks(sql)).flatMap(({ name, violations }) =>
    violations.map(({ detail }) => `${name}: ${detail}`),
  );
const pass = (ms: number) => setClockOffset(clockOffset() + ms);
const act = (deal: Deal, actor: Actor, event: PlainEvent) =>
  transact((tx) =>
    makeTransition(tx, actor, { collaboration_id: deal.id, event, note: "We have looked at it closely." }),
  );
const approve = (deal: Deal) =>
  transact((tx) => reviewSubmission(tx, deal.brand, { collaboration_id: deal.id, decision: "approve" }));
const movementsOf = (deal: Deal) =>
  db.select().from(money_movements).where(eq(money_movements.collaboration_id, deal.id));
const movementOf = async (deal: Deal) => one(await movementsOf(deal), "the movement");
const budget = ({ offer }: Deal) => balanceOf(db, accounts.offerBudget(offer.id), "USD");
const payable = ({ creator }: Deal) => balanceOf(db, accounts.creatorPayable(creator.creator_id), "USD");
const strikesOf = async ({ creator }: Deal) =>
  (await db.select().from(strikes).where(eq(strikes.subject_id, creator.creator_id))).map(({ kind }) => kind);

/** As the jobs hand it on: what a look at the paid post found, now. */
async function look(deal: Deal, presence: "live" | "not_live" | "unknown"): Promise<void> {
  const { paid_submission_id } = await read(deal.id);
  const reason = presence === "not_live" ? "gone" : presence === "unknown" ? "wall" : null;
  await makeLook(required(paid_submission_id, "the paid post"), { presence, reason, created_at: now() });
  if (presence !== "unknown")
    await transact((tx) => recordPresence(tx, { collaboration_id: deal.id, presence }));
}

/** Two looks, as far apart as has to be. */
async function goneTwice(deal: Deal): Promise<void> {
  await look(deal, "not_live");
  pass(2 * HOUR_MS + 1_000);
  await look(deal, "not_live");
}

async function settle(deal: Deal): Promise<void> {
  const open = (await movementsOf(deal)).find(({ status }) => status !== "settled");
  const { id } = required(open, "an open movement");
  await transact((tx) =>
    settleAndAdvance(tx, { movement_id: id, collaboration_id: deal.id, stripe_id: `tr_${id}` }),
  );
}

async function approved(): Promise<Deal> {
  const deal = await dealAt("in_review");
  await approve(deal);
  return deal;
}

describe("the end of the hold", () => {
  test("pays nobody for a post that was deleted after its check, however long the brand is silent (W1)", async () => {
    const deal = await dealAt("in_review");
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("approved");
    await letDeadlinePass(deal.id, "unseen");
    expect(await read(deal.id)).toMatchObject({ state: "approved", due_kind: "payout_look" });
    expect(await movementsOf(deal)).toEqual([]);

    await goneTwice(deal);
    expect((await read(deal.id)).due_kind).toBe("removal_cure");
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("refunded");
    expect(await movementsOf(deal)).toEqual([]);
    expect([await budget(deal), await payable(deal)]).toEqual([11_000, 0]);
    expect(await strikesOf(deal)).toEqual(["taken_down_early"]);
    expect(await broken()).toEqual([]);
  });

  test("pays whoever puts the post back in time, without a strike", async () => {
    const deal = await approved();
    await letDeadlinePass(deal.id, "unseen");
    await goneTwice(deal);
    await look(deal, "live");
    expect(await read(deal.id)).toMatchObject({ state: "approved", due_kind: "hold" });
    await letDeadlinePass(deal.id, "unseen");
    expect((await movementOf(deal)).amount_minor).toBe(FEE);
    expect(await strikesOf(deal)).toEqual([]);
  });

  test.each([
    ["23 hours old counts", 23 * HOUR_MS, 1],
    ["25 hours old does not", 25 * HOUR_MS, 0],
  ])("a look %s", async (_name, age_ms, transfers) => {
    const deal = await approved();
    const { due_at, paid_submission_id } = await read(deal.id);
    const end = required(due_at, "the end of the hold").getTime();
    await makeLook(required(paid_submission_id, "the post"), {
      presence: "live",
      created_at: new Date(end + 1_000 - age_ms),
    });
    await letDeadlinePass(deal.id, "unseen");
    expect(await movementsOf(deal)).toHaveLength(transfers);
  });

  test("a post that nobody can see for three days is an operator's, whose word pays", async () => {
    const deal = await approved();
    await letDeadlinePass(deal.id, "unseen");
    await look(deal, "unknown");
    await letDeadlinePass(deal.id);
    expect(await read(deal.id)).toMatchObject({ due_kind: "operator_decision", needs_operator: true });
    // Nobody comes: no rule may guess, and the operator is asked again.
    await letDeadlinePass(deal.id);
    expect(await read(deal.id)).toMatchObject({ due_kind: "operator_decision", needs_operator: true });
    expect(await movementsOf(deal)).toEqual([]);

    const operator = await makeOperator();
    await transact((tx) =>
      observeAsOperator(tx, operator, {
        collaboration_id: deal.id,
        presence: "live",
        note: "Opened it in a private window.",
      }),
    );
    await letDeadlinePass(deal.id, "unseen");
    expect((await movementOf(deal)).amount_minor).toBe(FEE);
    expect((await read(deal.id)).needs_operator).toBe(false);
  });
});

describe("a removal that the creator appeals", () => {
  async function appealed(): Promise<Deal> {
    const deal = await approved();
    await goneTwice(deal);
    expect((await read(deal.id)).due_kind).toBe("removal_cure");
    await act(deal, deal.creator, "appeal_removal");
    expect(await read(deal.id)).toMatchObject({ due_kind: "removal_decision", needs_operator: true });
    return deal;
  }

  test("is paid when an operator excuses it, although the post is gone", async () => {
    const deal = await appealed();
    await act(deal, await makeOperator(), "excuse_removal");
    await letDeadlinePass(deal.id, "unseen");
    expect((await movementOf(deal)).amount_minor).toBe(FEE);
    expect(await strikesOf(deal)).toEqual([]);
  });

  test("goes back to the brand when the operator does not", async () => {
    const deal = await appealed();
    await act(deal, await makeOperator(), "confirm_removal");
    expect((await read(deal.id)).state).toBe("refunded");
    expect(await budget(deal)).toBe(11_000);
    expect(await strikesOf(deal)).toEqual(["taken_down_early"]);
  });

  test("goes back when no operator comes: gone outranks every pass", async () => {
    const deal = await appealed();
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("refunded");
    expect(await budget(deal)).toBe(11_000);
    expect(await broken()).toEqual([]);
  });

  test("needs words, and is the creator's alone", async () => {
    const deal = await approved();
    await goneTwice(deal);
    const appeal = (actor: Actor, note?: string) =>
      transact((tx) =>
        makeTransition(tx, actor, { collaboration_id: deal.id, event: "appeal_removal", note }),
      );
    await expect(appeal(deal.creator)).rejects.toMatchObject({ code: "reason_missing" });
    await expect(appeal(deal.brand, "It was not the creator who did it.")).rejects.toMatchObject({
      status: 403,
    });
    expect((await read(deal.id)).due_kind).toBe("removal_cure");
  });
});

describe("a holdback", () => {
  async function watched(): Promise<Deal> {
    const brand = await makeBrand();
    const policy = { ...defaultPolicy(), holdback_bps: 3_000 };
    const deal = await dealAt("in_review", { brand, offer: await makeLiveOffer(brand, { policy }) });
    await approve(deal);
    await letDeadlinePass(deal.id);
    await settle(deal);
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("monitoring");
    return deal;
  }

  test("is not paid for a post that was deleted after the last planned look (W8)", async () => {
    const deal = await watched();
    await letDeadlinePass(deal.id, "unseen");
    expect(await read(deal.id)).toMatchObject({ state: "monitoring", due_kind: "payout_look" });
    await goneTwice(deal);
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("completed");
    expect(await movementsOf(deal)).toHaveLength(1);
    expect(await budget(deal)).toBe(3_000);
    expect(await balanceOf(db, accounts.creatorOwed(deal.creator.creator_id), "USD")).toBe(7_000);
  });

  test("goes out for one that was seen, and the collaboration ends when it has arrived", async () => {
    const deal = await watched();
    await letDeadlinePass(deal.id);
    expect(await read(deal.id)).toMatchObject({ state: "monitoring", due_kind: null });
    await settle(deal);
    expect((await read(deal.id)).state).toBe("completed");
    expect((await movementsOf(deal)).map(({ amount_minor }) => amount_minor).sort()).toEqual([3_000, 7_000]);
  });

  test("that waits to be sent is taken back with a fraud", async () => {
    const deal = await watched();
    await letDeadlinePass(deal.id);
    await act(deal, await makeOperator(), "claw_back");
    expect((await read(deal.id)).state).toBe("completed");
    expect(await budget(deal)).toBe(3_000);
    expect(await payable(deal)).toBe(0);
    expect(await balanceOf(db, accounts.creatorOwed(deal.creator.creator_id), "USD")).toBe(7_000);
  });
});

describe("a transfer that had to wait", () => {
  /** Approved, the hold over, and the creator's account not there yet. */
  async function waiting(): Promise<Deal> {
    const deal = await approved();
    await accountIs(deal, null);
    await letDeadlinePass(deal.id);
    await sendMovement((await movementOf(deal)).id);
    expect(await movementOf(deal)).toMatchObject({ status: "blocked", reason: "account_missing" });
    return deal;
  }
  const accountIs = (deal: Deal, stripe_account_id: string | null) =>
    db
      .update(creators)
      .set({ stripe_account_id, transfers_active: stripe_account_id !== null })
      .where(eq(creators.id, deal.creator.creator_id));
  const accountReady = async (deal: Deal) => {
    await accountIs(deal, `acct_${deal.id}`);
    await db
      .update(money_movements)
      .set({ status: "pending", reason: null })
      .where(eq(money_movements.collaboration_id, deal.id));
  };

  test("longer than a day asks for a look first, and goes out after it", async () => {
    const deal = await waiting();
    pass(3 * DAY_MS);
    await accountReady(deal);
    await sendMovement((await movementOf(deal)).id);
    expect(await movementOf(deal)).toMatchObject({
      status: "blocked",
      reason: "look_needed",
      key_sent_at: null,
    });
    expect((await read(deal.id)).due_kind).toBe("payout_look");

    await look(deal, "live");
    await letDeadlinePass(deal.id, "unseen");
    expect(await movementOf(deal)).toMatchObject({ status: "pending", reason: null });
    expect(await movementsOf(deal)).toHaveLength(1);
  });

  test("is taken back when the post is gone meanwhile", async () => {
    const deal = await waiting();
    pass(3 * DAY_MS);
    await accountReady(deal);
    await sendMovement((await movementOf(deal)).id);
    await goneTwice(deal);
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("refunded");
    expect(await movementOf(deal)).toMatchObject({ status: "failed", reason: "reversed" });
    expect([await budget(deal), await payable(deal)]).toEqual([11_000, 0]);
    expect(await broken()).toEqual([]);
  });
});

describe("which post is paid for", () => {
  const complain = (deal: Deal) =>
    transact((tx) =>
      reviewSubmission(tx, deal.brand, {
        collaboration_id: deal.id,
        decision: "request_changes",
        clause: "must_show:0",
        note: "Please show the label in close-up.",
      }),
    );
  const url = (character: string) => `https://www.youtube.com/watch?v=${character.repeat(11)}`;

  test("one that passed and was changed afterwards proves nothing any more", async () => {
    const deal = await dealAt("verifying", {});
    await decide(deal.id, "passed");
    const [first] = await sql<
      [{ url: string }]
    >`select url from submissions where collaboration_id = ${deal.id}`;
    await complain(deal);
    await submit(deal.creator, deal.id, first.url);
    await decide(deal.id, "failed");
    await act(deal, deal.brand, "cancel");
    expect((await read(deal.id)).state).toBe("cancelling");
    expect(await payable(deal)).toBe(0);
  });

  test("the newest that somebody saw, where an operator decides: whoever replaces a post takes the old one down", async () => {
    const deal = await dealAt("in_review");
    await complain(deal);
    const second = await submit(deal.creator, deal.id, url("b"));
    await decide(deal.id, "undecided");
    await makeLook(second, { presence: "live", created_at: now() });
    await letDeadlinePass(deal.id);
    // Nobody decided: what passed before counts.
    expect((await read(deal.id)).state).toBe("approved");

    const other = await dealAt("in_review");
    await complain(other);
    const replaced = await submit(other.creator, other.id, url("c"));
    await makeLook(replaced, { presence: "live", created_at: now() });
    for (const last of [false, false, true]) {
      await decide(other.id, "failed");
      if (!last) await submit(other.creator, other.id, url("c"));
    }
    expect((await read(other.id)).state).toBe("appealed");
    await act(other, await makeOperator(), "uphold_appeal");
    const { paid_submission_id } = await read(other.id);
    const [paid] = await sql<
      [{ post_id: string }]
    >`select post_id from submissions where id = ${paid_submission_id}`;
    expect(paid.post_id).toBe("c".repeat(11));
  });

  test("an operator cannot uphold what was handed in for another collaboration", async () => {
    const first = await dealAt("in_review");
    const [{ url: taken }] = await sql<
      [{ url: string }]
    >`select url from submissions where collaboration_id = ${first.id}`;
    const deal = await dealAt("creating");
    await submit(deal.creator, deal.id, taken);
    await decide(deal.id, "failed");
    await db.execute(
      raw`update collaborations set state = 'appealed', due_kind = 'operator_decision' where id = ${deal.id}`,
    );
    await expect(act(deal, await makeOperator(), "uphold_appeal")).rejects.toMatchObject({
      code: "post_used_elsewhere",
    });
  });
});

describe("a share that an operator gives", () => {
  async function shared(): Promise<Deal> {
    const deal = await dealAt("in_review");
    await transact((tx) =>
      reviewSubmission(tx, deal.brand, {
        collaboration_id: deal.id,
        decision: "reject",
        clause: "must_show:0",
        note: "The label is not to be seen.",
      }),
    );
    await act(deal, deal.creator, "appeal");
    const operator = await makeOperator();
    await transact((tx) =>
      splitAppeal(tx, operator, {
        collaboration_id: deal.id,
        creator_fee_minor: 4_000,
        note: "Half of it is shown.",
      }),
    );
    return deal;
  }

  test("rests like any other pay of a first pair, and ends as split when it has arrived", async () => {
    const deal = await shared();
    expect(await read(deal.id)).toMatchObject({
      state: "awarded",
      due_kind: "hold",
      hold_reason: "first_pair",
      share_minor: 4_000,
    });
    expect(await movementsOf(deal)).toEqual([]);
    expect(await budget(deal)).toBe(7_000);
    await letDeadlinePass(deal.id);
    expect((await movementOf(deal)).amount_minor).toBe(4_000);
    await settle(deal);
    expect((await read(deal.id)).state).toBe("split");
  });

  test("is gone with the charge, when the bank takes that back first (P12)", async () => {
    const deal = await shared();
    await transact((tx) =>
      loseCharge(tx, deal.offer.payment_id, { id: "dp_1", amount_minor: 11_000, currency: "USD" }),
    );
    expect((await read(deal.id)).state).toBe("cancelled");
    expect(await payable(deal)).toBe(0);
    expect(await movementsOf(deal)).toEqual([]);
  });
});

describe("the check of what has left", () => {
  /** Sent as it should be; then one thing about it is made untrue. */
  async function sent(): Promise<Deal> {
    const deal = await approved();
    await letDeadlinePass(deal.id);
    await db
      .update(money_movements)
      .set({ key_sent_at: now(), destination: "acct_ready" })
      .where(eq(money_movements.collaboration_id, deal.id));
    await settle(deal);
    expect(await broken()).toEqual([]);
    return deal;
  }

  test.each([
    ["without a pass or an operator's decision", "update submissions set verdict = 'failed'"],
    [
      "for a post that nobody had seen within a day",
      "update post_observations set created_at = created_at - interval '25 hours'",
    ],
    [
      "for a post that nobody had seen within a day",
      "update post_observations set presence = 'not_live', reason = 'gone'",
    ],
    ["before its hold had ended", "update collaborations set hold_until = hold_until + interval '1 hour'"],
    [
      "while its charge was disputed",
      `insert into disputes (id, payment_id, stripe_status, reason, currency, amount_minor, froze_at, closed_at, status, created_at)
       select 'dp_x', payment_id, 'won', 'fraudulent', 'USD', 1, key_sent_at - interval '1 hour', key_sent_at + interval '1 hour', 'won', key_sent_at from money_movements`,
    ],
    ["to no account that could receive it", "update money_movements set destination = null"],
    ["above what was decided", "update collaborations set holdback_minor = 1"],
    ["without a time", "update money_movements set key_sent_at = null"],
  ])("names what was sent %s", async (breach, damage) => {
    await sent();
    await sql.unsafe(damage);
    expect(await broken()).toContainEqual(`13-money-leaves-through-the-gate: sent ${breach}`);
  });
});
