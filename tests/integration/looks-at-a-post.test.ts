/** What a collaboration's page is told of the looks at its post: who looked, what they found, when the next look is, and no address of ours. */

import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/app/domain/actor";
import { readCollaboration } from "@/app/domain/collaboration/queries/collaboration";
import { readLooks } from "@/app/domain/collaboration/queries/looks";
import { askOperatorToObserve } from "@/app/domain/collaboration/record-presence";
import { DAY_MS } from "@/app/lib/clock";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { type Deal, dealAt, decide } from "../factories/collaborations";
import { makeLook } from "../factories/looks";
import { makeOperator } from "../factories/people";
import { makeVerification } from "../factories/verifications";
import { watchedDeal } from "../factories/watched-posts";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

const EVIDENCE = [
  {
    url: "https://www.tiktok.com/oembed?url=x",
    fetched_at: "2026-11-28T20:00:00.000Z",
    status: 404,
    sha256: "9f86d081",
    text: "Not found",
  },
];

async function submissionOf({ id }: Deal) {
  return required(
    await db.query.submissions.findFirst({ where: (table, { eq }) => eq(table.collaboration_id, id) }),
    "the submission",
  ).id;
}

const pageOf = (deal: Deal, actor: Actor) => readCollaboration(db, actor, deal.id);

describe("the looks at a paid post", () => {
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

  test("are told newest first, with figures and by whom, page by page", async () => {
    const deal = await watchedDeal();
    const operator = await makeOperator();
    const submission_id = await submissionOf(deal);
    await makeLook(submission_id, { presence: "live", created_at: ago(3), views: 1_000, likes: 50 });
    await makeLook(submission_id, { presence: "unknown", reason: "wall", created_at: ago(2) });
    await makeLook(submission_id, {
      presence: "not_live",
      reason: "gone",
      created_at: ago(1),
      observed_by_user_id: operator.user_id,
      note: "There is nothing at this link.",
    });
    const first = required(await readLooks(db, deal.id, { to_operator: false }, null, 2), "the looks");
    expect(first).toMatchObject({
      total: 3,
      rows: [
        { presence: "not_live", by_operator: true, note: "There is nothing at this link.", views: null },
        { presence: "unknown", reason: "wall", by_operator: false },
      ],
    });
    const [key = "", id = ""] = required(first.next, "a further page").split("~");
    const rest = required(await readLooks(db, deal.id, { to_operator: false }, { key, id }, 2), "the rest");
    expect(rest).toMatchObject({ next: null, rows: [{ presence: "live", views: 1_000, likes: 50 }] });
  });

  test("show what our servers fetched to operators alone", async () => {
    const deal = await watchedDeal();
    const operator = await makeOperator();
    const submission_id = await submissionOf(deal);
    await makeLook(submission_id, {
      presence: "unknown",
      reason: "no_answer",
      created_at: ago(1),
      evidence: EVIDENCE,
    });
    await makeLook(submission_id, {
      presence: "live",
      created_at: ago(0),
      observed_by_user_id: operator.user_id,
    });
    expect((await pageOf(deal, operator)).looks?.fetched).toMatchObject([
      { source: "TikTok oEmbed", status: 404, address: { sha256: "9f86d081" } },
    ]);
    for (const side of [deal.brand, deal.creator])
      expect((await pageOf(deal, side)).looks?.fetched).toEqual([]);
  });

  test("are not told before anything is paid", async () => {
    const deal = await dealAt("in_review");
    expect((await pageOf(deal, deal.brand)).looks).toBeNull();
  });

  test("make nobody wait for an operator who is not asked", async () => {
    const deal = await watchedDeal();
    expect((await pageOf(deal, deal.brand)).outlook.awaited).toEqual(["system"]);
    await transact((tx) =>
      askOperatorToObserve(tx, { collaboration_id: deal.id, reason: "no_key", next_at: null }),
    );
    expect((await pageOf(deal, deal.brand)).row.needs_operator).toBe(true);
  });
});

describe("a submitted post", () => {
  test("is told when it is looked at again, until an operator has it", async () => {
    const deal = await dealAt("verifying");
    const checks = [{ check: "live", code: "no_answer", evidence: EVIDENCE }];
    await makeVerification(await submissionOf(deal), { verdict: "undecided", attempt: 4, checks });
    const [submission] = (await pageOf(deal, deal.creator)).submissions;
    const in_minutes = ((submission?.next_look_at?.getTime() ?? 0) - Date.now()) / 60_000;
    expect(Math.round(in_minutes)).toBe(60);
    await decide(deal.id, "undecided");
    expect((await pageOf(deal, deal.creator)).submissions).toMatchObject([{ next_look_at: null }]);
  });

  test("comes with whom we asked; the address and the hash are for operators", async () => {
    const deal = await dealAt("verifying");
    const checks = [{ check: "live", evidence: EVIDENCE }];
    await makeVerification(await submissionOf(deal), { verdict: "undecided", checks });
    const evidenceFor = async (actor: Actor) =>
      one((await pageOf(deal, actor)).submissions, "the submission").look?.checks[0]?.evidence;
    const { url, sha256, ...seen } = one(EVIDENCE, "the evidence");
    expect(await evidenceFor(deal.brand)).toEqual([{ ...seen, source: "TikTok oEmbed" }]);
    expect(await evidenceFor(await makeOperator())).toEqual([
      { ...seen, source: "TikTok oEmbed", address: { url, sha256 } },
    ]);
  });
});
