/** An operator's cases: whoever has waited longest first, each with what the decision is about, and how many there are in all. */

import { beforeAll, expect, test } from "vitest";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { listCases } from "@/app/domain/collaboration/queries/operator-cases";
import { askOperatorToObserve } from "@/app/domain/collaboration/record-presence";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { dealAt, letDeadlinePass } from "../factories/collaborations";
import { makeVerification } from "../factories/verifications";
import { watchedDeal } from "../factories/watched-posts";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

/** A post whose disclosure nobody could read, left to a person by the deadline of its verification. */
async function undecided(): Promise<string> {
  const { id } = await dealAt("verifying");
  const submission = required(
    await db.query.submissions.findFirst({
      where: (table, { eq }) => eq(table.collaboration_id, id),
    }),
    "the submission",
  );
  await makeVerification(submission.id, {
    verdict: "undecided",
    attempt: 9,
    checks: [{ check: "live", verdict: "passed" }, { check: "disclosure" }],
  });
  await letDeadlinePass(id);
  return id;
}

test("posts come with the checks that came to no end, oldest first; a dispute is no post", async () => {
  const first = await undecided();
  const second = await undecided();
  const { cases, total } = await listCases(db, "undecided");
  expect(total).toBe(2);
  expect(cases.map(({ id }) => id)).toEqual([first, second]);
  expect(one(cases, "the first of cases").open_checks.map(({ check }) => check)).toEqual(["disclosure"]);
});

test("a paid post comes with why no machine can tell whether it is there, and when the next look is", async () => {
  const { id } = await watchedDeal();
  const next_at = "2027-01-04T10:00:00.000Z";
  await transact((tx) => askOperatorToObserve(tx, { collaboration_id: id, reason: "no_key", next_at }));
  const { cases } = await listCases(db, "undecided");
  const asked = cases.find((one) => one.id === id);
  expect(asked).toMatchObject({ question: { reason: "no_key", next_at }, open_checks: [] });
});

test("disputes come with what the creator said", async () => {
  const { brand, creator, id } = await dealAt("in_review");
  const note = "We do not like the light in it.";
  await transact((tx) =>
    reviewSubmission(tx, brand, { collaboration_id: id, decision: "reject", clause: "summary", note }),
  );
  const appeal = "The brief says nothing of light.";
  await transact((tx) =>
    makeTransition(tx, creator, { collaboration_id: id, event: "appeal", note: appeal }),
  );
  expect(await listCases(db, "appealed")).toMatchObject({ total: 1, cases: [{ id, appeal }] });
});
