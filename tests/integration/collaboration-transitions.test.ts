/** Moves against each other and against the rules, on the real database. */

import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "@/app/domain/actor";
import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { readCollaboration } from "@/app/domain/collaboration/queries/collaboration";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { issueCode, shipSample } from "@/app/domain/collaboration/ship-sample";
import { splitAppeal } from "@/app/domain/collaboration/split-appeal";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { setClockOffset } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { transact } from "@/db/transact";
import { dealAt, decide, letDeadlinePass, read, submit } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});
afterEach(async () => {
  setClockOffset(0);
  expect(
    (await runChecks(sql)).flatMap(({ name, violations }) =>
      violations.map((violation) => ({ name, ...violation })),
    ),
  ).toEqual([]);
});

const held = (id: CollaborationId) => balanceOf(db, accounts.collaborationHeld(id), "USD");

const lastEventOf = (id: CollaborationId) =>
  db.query.collaboration_events.findFirst({
    where: (table, { eq }) => eq(table.collaboration_id, id),
    orderBy: (table, { desc }) => desc(table.id),
  });

describe("the money follows the state", () => {
  test("held at the agreement, released at the approval, the platform's fee earned only then", async () => {
    const { brand, creator, id } = await dealAt("in_review");
    expect(await held(id)).toBe(11_000);
    const earned = await balanceOf(db, accounts.platformFees, "USD");
    await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));
    expect(await held(id)).toBe(0);
    expect(await balanceOf(db, accounts.creatorPayable(creator.creator_id), "USD")).toBe(10_000);
    expect((await balanceOf(db, accounts.platformFees, "USD")) - earned).toBe(1_000);
  });

  test("a brand that cancels before delivery pays nothing", async () => {
    const early = await dealAt("awaiting_sample");
    await transact((tx) => makeTransition(tx, early.brand, { collaboration_id: early.id, event: "cancel" }));
    expect(await balanceOf(db, accounts.offerBudget(early.offer.id), "USD")).toBe(11_000);
  });

  test("a rejection that the creator accepts gives the money back", async () => {
    const { brand, creator, offer, id } = await dealAt("in_review");
    await transact((tx) =>
      reviewSubmission(tx, brand, {
        collaboration_id: id,
        decision: "reject",
        clause: "must_show:0",
        note: "The lamp is never switched on.",
      }),
    );
    await transact((tx) => makeTransition(tx, creator, { collaboration_id: id, event: "accept_rejection" }));
    expect((await read(id)).state).toBe("refunded");
    expect(await balanceOf(db, accounts.offerBudget(offer.id), "USD")).toBe(11_000);
  });

  test("a dispute in which the brand stays silent goes to the creator after five business days", async () => {
    const { brand, creator, id } = await dealAt("in_review");
    await transact((tx) =>
      reviewSubmission(tx, brand, {
        collaboration_id: id,
        decision: "reject",
        clause: "summary",
        note: "We do not like the light in it.",
      }),
    );
    await transact((tx) =>
      makeTransition(tx, creator, {
        collaboration_id: id,
        event: "appeal",
        note: "The brief says nothing of light.",
      }),
    );
    await letDeadlinePass(id);
    await letDeadlinePass(id);
    expect((await read(id)).state).toBe("approved");
  });

  test("an operator's word ends a dispute that both have argued", async () => {
    const { brand, creator, id } = await dealAt("in_review");
    const operator = await makeOperator();
    await transact((tx) =>
      reviewSubmission(tx, brand, {
        collaboration_id: id,
        decision: "reject",
        clause: "summary",
        note: "We do not like the light in it.",
      }),
    );
    await transact((tx) =>
      makeTransition(tx, creator, {
        collaboration_id: id,
        event: "appeal",
        note: "The brief says nothing of light.",
      }),
    );
    await transact((tx) =>
      makeTransition(tx, brand, {
        collaboration_id: id,
        event: "add_statement",
        note: "See our product page.",
      }),
    );
    const share = (creator_fee_minor: number) =>
      transact((tx) =>
        splitAppeal(tx, operator, { collaboration_id: id, creator_fee_minor, note: "Both have a point." }),
      );
    // All or nothing are decisions with names of their own.
    for (const minor of [-1, 0, 10_000, 10_001])
      await expect(share(minor)).rejects.toMatchObject({ code: "share_out_of_range" });
    await expect(share(3_000.5)).rejects.toMatchObject({ code: "amount_not_movable" });
    await share(3_000);
    expect((await read(id)).state).toBe("awarded");
    await letDeadlinePass(id);
    const transfer = await db.query.money_movements.findFirst({
      where: (table, { eq }) => eq(table.collaboration_id, id),
    });
    expect(transfer).toMatchObject({ kind: "transfer", amount_minor: 3_000 });
    const strikes = one(
      await sql`select count(*)::int as n from strikes where subject_id = ${brand.brand_id}`,
      "the strikes",
    );
    expect(strikes.n).toBe(0);
  });
});

describe("two at once", () => {
  test("approve meets the silence that approves: one release", async () => {
    const { brand, creator, id } = await dealAt("in_review");
    const row = await read(id);
    setClockOffset(required(row.due_at, "the due at").getTime() - Date.now() + 1_000);
    const answers = await Promise.allSettled([
      transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" })),
      transact((tx) => expireDeadline(tx, { collaboration_id: id, version: row.version })),
    ]);
    expect((await read(id)).state).toBe("approved");
    expect(answers.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await balanceOf(db, accounts.creatorPayable(creator.creator_id), "USD")).toBe(10_000);
  });

  test("approve meets reject: one of them wins and the other is told who was faster", async () => {
    const { brand, id } = await dealAt("in_review");
    const answers = await Promise.allSettled([
      transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" })),
      transact((tx) =>
        reviewSubmission(tx, brand, {
          collaboration_id: id,
          decision: "reject",
          clause: "summary",
          note: "Not what we asked for.",
        }),
      ),
    ]);
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      code: "stale_state",
      params: { actor_kind: "brand", state: (await read(id)).state },
    });
  });

  test("a deadline that two jobs pass at once passes once, and a third finds nothing to do", async () => {
    const { id } = await dealAt("creating");
    const row = await read(id);
    setClockOffset(required(row.due_at, "the due at").getTime() - Date.now() + 1_000);
    const pass = () => transact((tx) => expireDeadline(tx, { collaboration_id: id, version: row.version }));
    const moved = (await Promise.all([pass(), pass(), pass()])).filter((result) => result !== null);
    expect(moved).toHaveLength(1);
    expect((await read(id)).state).toBe("overdue");
  });

  test("a job that wakes before its time does nothing", async () => {
    const { id } = await dealAt("creating");
    const row = await read(id);
    expect(
      await transact((tx) => expireDeadline(tx, { collaboration_id: id, version: row.version })),
    ).toBeNull();
  });
});

describe("rights", () => {
  test("a stranger's collaboration answers like one that does not exist", async () => {
    const { id } = await dealAt("awaiting_sample");
    const stranger = await makeBrand();
    await expect(readCollaboration(db, stranger, id)).rejects.toMatchObject({ status: 404 });
    await expect(
      transact((tx) => makeTransition(tx, stranger, { collaboration_id: id, event: "cancel" })),
    ).rejects.toMatchObject({ status: 404 });
    const other = await makeCreator();
    await expect(readCollaboration(db, other, id)).rejects.toMatchObject({ status: 404 });
  });

  test("the other side's move is forbidden, and a viewer of the brand may only look", async () => {
    const { brand, creator, id } = await dealAt("in_review");
    const approving = (actor: Parameters<typeof reviewSubmission>[1]) =>
      transact((tx) => reviewSubmission(tx, actor, { collaboration_id: id, decision: "approve" }));
    await expect(approving({ ...brand, role: "viewer" })).rejects.toMatchObject({ status: 403 });
    await expect(approving(creator as never)).rejects.toMatchObject({ status: 403 });
    expect((await read(id)).state).toBe("in_review");
  });

  test("the address is shown to the brand only after the agreement, the code to the creator only when issued", async () => {
    const before = await dealAt("slot_offered");
    expect((await readCollaboration(db, before.brand, before.id)).address).toBeNull();
    const after = await dealAt("awaiting_sample");
    expect((await readCollaboration(db, after.brand, after.id)).address).toMatchObject({
      line1: expect.stringContaining("Main Street"),
    });

    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand, { sample_mode: "code", sample_code: "LAMP-FREE" });
    const { id, creator } = await dealAt("awaiting_sample", { brand, offer });
    const codesSeen = async () => {
      const { row, offer } = await readCollaboration(db, creator, id);
      return { issued: row.issued_code, of_the_offer: offer.sample_code };
    };
    expect(await codesSeen()).toEqual({ issued: "", of_the_offer: "" });
    await transact((tx) => issueCode(tx, brand, { collaboration_id: id, code: "LAMP-FREE" }));
    expect(await codesSeen()).toEqual({ issued: "LAMP-FREE", of_the_offer: "" });
  });
});

describe("the rules of a round", () => {
  test("two rounds of changes and no third", async () => {
    const deal = await dealAt("in_review");
    const ask = () =>
      transact((tx) =>
        reviewSubmission(tx, deal.brand, {
          collaboration_id: deal.id,
          decision: "request_changes",
          clause: "summary",
          note: "Please show it by night.",
        }),
      );
    for (const round of [1, 2]) {
      await ask();
      expect((await read(deal.id)).revisions_used).toBe(round);
      await submit(deal.creator, deal.id);
      await decide(deal.id, "passed");
    }
    await expect(ask()).rejects.toMatchObject({ code: "no_revisions_left" });
  });

  test("asking for changes needs a clause and a reason", async () => {
    const { brand, id } = await dealAt("in_review");
    const ask = (clause: string, note: string) =>
      transact((tx) =>
        reviewSubmission(tx, brand, { collaboration_id: id, decision: "request_changes", clause, note }),
      );
    await expect(ask("", "A good long reason.")).rejects.toMatchObject({ code: "clause_missing" });
    await expect(ask("summary", "no")).rejects.toMatchObject({ code: "note_missing" });
  });

  test("an operator decides about money only with a reason, which is shorter in Chinese", async () => {
    const { creator, brand, id } = await dealAt("in_review");
    const reject = { decision: "reject", clause: "must_show:0", note: "没有展示台灯" } as const;
    await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, ...reject }));
    await transact((tx) => makeTransition(tx, creator, { collaboration_id: id, event: "appeal" }));
    const operator = await makeOperator();
    const dismiss = (note: string) =>
      transact((tx) => makeTransition(tx, operator, { collaboration_id: id, event: "dismiss_appeal", note }));
    await expect(dismiss("没有展示")).rejects.toMatchObject({ code: "reason_missing" });
    expect(await dismiss("没有展示台灯")).toMatchObject({ state: "refunded" });
  });

  test("silence never approves what is not proven", async () => {
    const { id } = await dealAt("in_review");
    await sql`update submissions set verdict = 'undecided' where collaboration_id = ${id}`;
    const escalated = await letDeadlinePass(id);
    const due = { due_kind: "operator_decision", due_at: expect.any(Date) };
    expect(escalated).toMatchObject({ state: "in_review", needs_operator: true, ...due });
    expect(await read(id)).toEqual(escalated);
    expect(await lastEventOf(id)).toMatchObject({
      event: "deadline_elapsed",
      from_state: "in_review",
      to_state: "in_review",
      actor_kind: "system",
      data: { due_was: "review", due_kind: "operator_decision" },
    });
    const [told] = await sql`
      select data -> 'notify' as notify from outbox
      where name = 'collaboration/transitioned' and data ->> 'collaboration_id' = ${id} order by id desc limit 1`;
    expect(told).toEqual({ notify: [] });
    await sql`update submissions set verdict = 'passed' where collaboration_id = ${id}`;
  });

  test("the silence of a brand does not win an appeal for what is not proven", async () => {
    const { brand, creator, id } = await dealAt("in_review");
    await transact((tx) =>
      reviewSubmission(tx, brand, {
        collaboration_id: id,
        decision: "reject",
        clause: "must_show:0",
        note: "The lamp is never switched on.",
      }),
    );
    await transact((tx) =>
      makeTransition(tx, creator, { collaboration_id: id, event: "appeal", note: "It is all there." }),
    );
    await letDeadlinePass(id);
    await sql`update submissions set verdict = 'undecided' where collaboration_id = ${id}`;
    await letDeadlinePass(id);
    const due_kind = "operator_decision";
    expect(await read(id)).toMatchObject({ state: "appealed", needs_operator: true, due_kind });
    expect(await lastEventOf(id)).toMatchObject({ data: { due_was: "decision", due_kind } });
    await sql`update submissions set verdict = 'passed' where collaboration_id = ${id}`;
  });

  test("a tracking number serves one parcel", async () => {
    const one = await dealAt("awaiting_sample");
    const two = await dealAt("awaiting_sample");
    const ship = (deal: typeof one) =>
      transact((tx) =>
        shipSample(tx, deal.brand, {
          collaboration_id: deal.id,
          carrier: "UPS",
          tracking_code: "1Z 999 AA1 01 2345 6784",
        }),
      );
    await ship(one);
    await expect(ship(two)).rejects.toMatchObject({ code: "tracking_code_used" });
    expect((await read(two.id)).state).toBe("awaiting_sample");
  });

  test("a brand that never ships loses the deal and takes a strike", async () => {
    const { brand, id } = await dealAt("awaiting_sample");
    for (const _deadline of ["ship", "ship_grace", "ship_late"]) await letDeadlinePass(id);
    expect((await read(id)).state).toBe("cancelled");
    const strikes = await sql`select kind, points from strikes where subject_id = ${brand.brand_id}`;
    expect([...strikes]).toEqual([{ kind: "did_not_ship", points: 1 }]);
  });

  test("only the system may pass a deadline or a verdict", async () => {
    const { id } = await dealAt("creating");
    await expect(
      transact((tx) => makeTransition(tx, SYSTEM, { collaboration_id: id, event: "cancel" })),
    ).rejects.toMatchObject({ status: 403 });
  });
});
