/** What an ending pays hangs on what is known of the post, never on the state alone: the ways in which thieves and brands had got around it. */
import { eq, sql as raw } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/app/domain/actor";
import { makeTransition, type PlainEvent } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { enterOrder } from "@/app/domain/collaboration/ship-sample";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { clockOffset, DAY_MS, now, setClockOffset } from "@/app/lib/clock";
import { required } from "@/app/lib/one";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { strikes } from "@/db/schema/standing";
import { transact } from "@/db/transact";
import { type Deal, dealAt, decide, letDeadlinePass, read, submit } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeOperator } from "../factories/people";
import { makeVerification } from "../factories/verifications";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});
afterEach(async () => {
  setClockOffset(0);
  const broken = (await runChecks(sql)).filter(({ violations }) => violations.length > 0);
  expect(broken.map(({ name, violations }) => ({ name, violations }))).toEqual([]);
});

/** Everything that is, or is on its way, to the creator, in minor units. */
async function earned({ creator, id }: Deal): Promise<number> {
  const [sent] = await db
    .select({ minor: raw<number>`coalesce(sum(${money_movements.amount_minor}), 0)::int` })
    .from(money_movements)
    .where(eq(money_movements.collaboration_id, id));
  return (await balanceOf(db, accounts.creatorPayable(creator.creator_id), "USD")) + (sent?.minor ?? 0);
}
const budget = ({ offer }: Deal) => balanceOf(db, accounts.offerBudget(offer.id), "USD");
const strikesOf = async (subject_id: string) =>
  (
    await db
      .select()
      .from(strikes)
      .where(eq(strikes.subject_id, subject_id as never))
  ).map(({ kind }) => kind);

const act = (deal: Deal, actor: Actor, event: PlainEvent) =>
  transact((tx) => makeTransition(tx, actor, { collaboration_id: deal.id, event, note: "So we say." }));
const complain = (deal: Deal, decision: "request_changes" | "reject", clause: string) =>
  transact((tx) =>
    reviewSubmission(tx, deal.brand, {
      collaboration_id: deal.id,
      decision,
      clause,
      note: "This is not what we had asked for.",
    }),
  );

/** As the machine leaves it when it has found the product link in the post. */
async function linkFound(deal: Deal): Promise<void> {
  const submission = required(
    await db.query.submissions.findFirst({
      where: (table, { eq: is }) => is(table.collaboration_id, deal.id),
      orderBy: (table, { desc }) => desc(table.round),
    }),
    "the submission",
  );
  await makeVerification(submission.id, {
    verdict: "passed",
    checks: [{ check: "product_link", verdict: "passed" }],
  });
}

describe("nothing passed", () => {
  test("a brand that cancels after a failed hand-in pays nothing, once the creator had two days more", async () => {
    const deal = await dealAt("verifying");
    await decide(deal.id, "failed");
    await act(deal, deal.brand, "cancel");
    const row = await read(deal.id);
    expect(row).toMatchObject({ state: "cancelling", due_kind: "last_hand_in" });
    expect(required(row.due_at, "the date").getTime() - now().getTime()).toBeLessThanOrEqual(2 * DAY_MS);
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("cancelled");
    expect(await earned(deal)).toBe(0);
    expect(await budget(deal)).toBe(11_000);
  });

  test.each(["creating", "overdue"] as const)("the same while the creator is %s", async (state) => {
    const deal = await dealAt("creating");
    if (state === "overdue") await letDeadlinePass(deal.id);
    await act(deal, deal.brand, "cancel");
    expect((await read(deal.id)).state).toBe("cancelling");
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("cancelled");
    expect(await earned(deal)).toBe(0);
  });

  test("a post that was live before the brand cancelled is reviewed like any other, and silence pays all of it", async () => {
    const deal = await dealAt("creating");
    await act(deal, deal.brand, "cancel");
    await submit(deal.creator, deal.id);
    await decide(deal.id, "passed");
    expect((await read(deal.id)).state).toBe("in_review");
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("approved");
    expect(await earned(deal)).toBe(10_000);
  });

  test("an old post about something else, edited after the cancellation to pass, can be rejected", async () => {
    const deal = await dealAt("creating");
    await act(deal, deal.brand, "cancel");
    await submit(deal.creator, deal.id);
    await decide(deal.id, "passed");
    await complain(deal, "reject", "must_show:0");
    await letDeadlinePass(deal.id);
    expect(await read(deal.id)).toMatchObject({ state: "appealed", due_kind: "operator_decision" });
    expect(await earned(deal)).toBe(0);
  });

  test("a failed one may be mended until the two days are over, not longer", async () => {
    const deal = await dealAt("creating");
    await act(deal, deal.brand, "cancel");
    const until = (await read(deal.id)).due_at;
    await submit(deal.creator, deal.id);
    setClockOffset(clockOffset() + DAY_MS);
    await decide(deal.id, "failed");
    expect(await read(deal.id)).toMatchObject({ state: "cancelling", due_at: until });
  });

  test("cancelling while the check runs leaves it to the check what the brand owes", async () => {
    const deal = await dealAt("verifying");
    await act(deal, deal.brand, "cancel");
    expect((await read(deal.id)).state).toBe("verifying");
    await expect(act(deal, deal.brand, "cancel")).rejects.toMatchObject({ code: "already_cancelled" });
    await decide(deal.id, "passed");
    expect((await read(deal.id)).state).toBe("in_review");
    await letDeadlinePass(deal.id);
    expect(await earned(deal)).toBe(10_000);
  });

  test("three hand-ins may fail, and the last one ends it unpaid", async () => {
    const deal = await dealAt("verifying");
    for (const left of [2, 1]) {
      await decide(deal.id, "failed");
      expect(await read(deal.id), `${left} left`).toMatchObject({ state: "verifying", due_kind: "cure" });
      await submit(deal.creator, deal.id);
    }
    await decide(deal.id, "failed");
    expect((await read(deal.id)).state).toBe("defaulted");
    expect(await earned(deal)).toBe(0);
    expect(await budget(deal)).toBe(11_000);
  });

  test("what the machine could not decide waits for an operator, and goes back when none comes", async () => {
    const deal = await dealAt("verifying");
    await decide(deal.id, "undecided");
    expect(await read(deal.id)).toMatchObject({ needs_operator: true, due_kind: "operator_decision" });
    await letDeadlinePass(deal.id);
    expect(await read(deal.id)).toMatchObject({ state: "refunded", needs_operator: false });
    expect(await earned(deal)).toBe(0);
  });

  test("no cure ends before the day on which the post was due anyway", async () => {
    const deal = await dealAt("verifying");
    const { content_due_at } = await read(deal.id);
    await decide(deal.id, "failed");
    expect((await read(deal.id)).due_at).toEqual(content_due_at);
  });
});

describe("a post passed in an earlier round", () => {
  async function changesAsked(clause = "must_show:0"): Promise<Deal> {
    const deal = await dealAt("in_review");
    await linkFound(deal);
    await complain(deal, "request_changes", clause);
    return deal;
  }

  test("a brand that then cancels pays all of it: at once, and while the next round is checked", async () => {
    const at_once = await changesAsked();
    await act(at_once, at_once.brand, "cancel");
    expect(await earned(at_once)).toBe(10_000);

    const in_the_second = await changesAsked();
    await submit(in_the_second.creator, in_the_second.id);
    await act(in_the_second, in_the_second.brand, "cancel");
    expect((await read(in_the_second.id)).state).toBe("approved");
    expect(await earned(in_the_second)).toBe(10_000);

    const after_a_failure = await changesAsked();
    await submit(after_a_failure.creator, after_a_failure.id);
    await decide(after_a_failure.id, "failed");
    await act(after_a_failure, after_a_failure.brand, "cancel");
    expect(await earned(after_a_failure)).toBe(10_000);
  });

  test("silence on changes that the machine had found to be there pays", async () => {
    const deal = await changesAsked("link");
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("approved");
    expect(await earned(deal)).toBe(10_000);
    expect(await strikesOf(deal.creator.creator_id)).toEqual([]);
  });

  test("silence on changes that only people can see is an operator's, and no strike; nobody comes: it is paid", async () => {
    const deal = await changesAsked();
    await letDeadlinePass(deal.id);
    expect(await read(deal.id)).toMatchObject({ state: "appealed", needs_operator: true });
    expect(await strikesOf(deal.creator.creator_id)).toEqual([]);
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("approved");
    expect(await earned(deal)).toBe(10_000);
  });

  test("three failures in the round that was asked for are an operator's too", async () => {
    const deal = await changesAsked();
    for (const last of [false, false, true]) {
      await submit(deal.creator, deal.id);
      await decide(deal.id, "failed");
      expect((await read(deal.id)).state).toBe(last ? "appealed" : "verifying");
    }
    expect(await earned(deal)).toBe(0);
  });

  test("a creator who cancels gets nothing", async () => {
    const deal = await changesAsked();
    await act(deal, deal.creator, "cancel");
    expect((await read(deal.id)).state).toBe("cancelled");
    expect(await earned(deal)).toBe(0);
  });
});

describe("a rejection", () => {
  async function rejected(clause = "must_show:0"): Promise<Deal> {
    const deal = await dealAt("in_review");
    await linkFound(deal);
    await complain(deal, "reject", clause);
    return deal;
  }

  test("cannot cite what the machine found in the post", async () => {
    const deal = await dealAt("in_review");
    await linkFound(deal);
    await expect(complain(deal, "reject", "link")).rejects.toMatchObject({ code: "clause_checked" });
    expect((await read(deal.id)).state).toBe("in_review");
  });

  test("to which the creator says nothing is an operator's", async () => {
    const deal = await rejected();
    await letDeadlinePass(deal.id);
    expect(await read(deal.id)).toMatchObject({ state: "appealed", due_kind: "operator_decision" });
    expect(await earned(deal)).toBe(0);
    const operator = await makeOperator();
    await act(deal, operator, "dismiss_appeal");
    expect(await budget(deal)).toBe(11_000);
  });

  test("that the brand does not defend is overturned, and costs it the strike", async () => {
    const deal = await rejected();
    await act(deal, deal.creator, "appeal");
    await letDeadlinePass(deal.id);
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("approved");
    expect(await earned(deal)).toBe(10_000);
    expect(await strikesOf(deal.brand.brand_id)).toEqual(["rejection_overturned"]);
  });

  test("an appeal against changes that the brand does not answer is paid without a strike", async () => {
    const deal = await dealAt("in_review");
    await complain(deal, "request_changes", "must_show:0");
    await act(deal, deal.creator, "appeal");
    await letDeadlinePass(deal.id);
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("approved");
    expect(await strikesOf(deal.brand.brand_id)).toEqual([]);
  });
});

describe("what the sample cost", () => {
  const CAP = 3_000;
  async function bought(): Promise<Deal> {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand, { sample_mode: "purchase", reimbursement_cap_minor: CAP });
    const deal = await dealAt("awaiting_sample", { brand, offer });
    await transact((tx) =>
      enterOrder(tx, deal.creator, { collaboration_id: deal.id, order_number: "111-2222", paid_minor: CAP }),
    );
    await act(deal, deal.creator, "deliver");
    return deal;
  }

  test("is not paid back by the brand's cancellation alone: an operator confirms it", async () => {
    const deal = await bought();
    await act(deal, deal.brand, "cancel");
    expect(await earned(deal)).toBe(0);
    await letDeadlinePass(deal.id);
    expect(await read(deal.id)).toMatchObject({ state: "appealed", needs_operator: true });
    expect(await earned(deal)).toBe(0);
    const operator = await makeOperator();
    await act(deal, operator, "reimburse");
    // It rests like any other pay, and ends when it has arrived.
    expect(await read(deal.id)).toMatchObject({ state: "awarded", due_kind: "hold" });
    expect(await earned(deal)).toBe(CAP);
  });

  test("is not paid back when no operator confirms it", async () => {
    const deal = await bought();
    await act(deal, deal.brand, "cancel");
    await letDeadlinePass(deal.id);
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("refunded");
    expect(await earned(deal)).toBe(0);
  });
});
