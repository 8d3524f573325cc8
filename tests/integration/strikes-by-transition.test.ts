/** Strikes that the line itself records, and those that an operator does. */

import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { BrandActor, OperatorActor } from "@/app/domain/actor";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { recordBreach } from "@/app/domain/standing/record-breach";
import { DAY_MS, setClockOffset } from "@/app/lib/clock";
import type { BrandId, CollaborationId, CreatorId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { db } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { outbox } from "@/db/schema/outbox";
import { strikes } from "@/db/schema/standing";
import { transact } from "@/db/transact";
import { dealAt, decide, letDeadlinePass, read, submit } from "../factories/collaborations";
import { makeBrand, makeOperator } from "../factories/people";
import { makeVerification } from "../factories/verifications";
import { testDatabase } from "../setup/database";

const REASON = "A message of 3 May asks for half the price by bank transfer.";

let operator: OperatorActor;
beforeAll(async () => {
  await testDatabase();
  operator = await makeOperator();
});
afterEach(() => setClockOffset(0));

const recordOf = async (subject_id: CreatorId | BrandId) =>
  (await db.select().from(strikes).where(eq(strikes.subject_id, subject_id))).map(({ kind, points }) => [
    kind,
    points,
  ]);

async function approveBySilence(brand: BrandActor): Promise<CollaborationId> {
  const { id } = await dealAt("in_review", { brand });
  await letDeadlinePass(id);
  expect((await read(id)).state).toBe("approved");
  return id;
}

describe("a brand that never looks", () => {
  test("takes a point for each third approval by silence, not for those between", async () => {
    const brand = await makeBrand();
    const after: number[] = [];
    for (let time = 1; time <= 7; time++) {
      await approveBySilence(brand);
      after.push((await recordOf(brand.brand_id)).length);
    }
    expect(after).toEqual([0, 0, 1, 1, 1, 2, 2]);
    expect((await recordOf(brand.brand_id))[0]).toEqual(["silent_approvals", 1]);
  });

  test("starts anew after a lifted strike, and is not charged for silences that are half a year old", async () => {
    const brand = await makeBrand();
    await approveBySilence(brand);
    await approveBySilence(brand);
    setClockOffset(200 * DAY_MS);
    await approveBySilence(brand);
    expect(await recordOf(brand.brand_id)).toEqual([]);
    await approveBySilence(brand);
    await approveBySilence(brand);
    expect(await recordOf(brand.brand_id)).toHaveLength(1);
    await db.update(strikes).set({ lifted_at: new Date() }).where(eq(strikes.subject_id, brand.brand_id));
    await approveBySilence(brand);
    await approveBySilence(brand);
    expect(await recordOf(brand.brand_id)).toHaveLength(1);
  });
});

describe("a post without a disclosure", () => {
  const failedFor = async (check: "disclosure" | "product_link") => {
    const deal = await dealAt("verifying");
    const submission = required(
      await db.query.submissions.findFirst({
        where: (table, { eq: is }) => is(table.collaboration_id, deal.id),
      }),
      "the submission",
    );
    await makeVerification(submission.id, { verdict: "failed", checks: [{ check }] });
    await decide(deal.id, "failed");
    await letDeadlinePass(deal.id);
    expect((await read(deal.id)).state).toBe("overdue");
    return recordOf(deal.creator.creator_id);
  };

  test("costs a point when it is not mended in time", async () => {
    expect(await failedFor("disclosure")).toEqual([["disclosure_not_cured", 1]]);
  });
  test("something else that is missing does not", async () => {
    expect(await failedFor("product_link")).toEqual([]);
  });
});

describe("what only an operator can see", () => {
  const record = (
    collaboration_id: CollaborationId,
    kind: Parameters<typeof recordBreach>[2]["kind"],
    reason = REASON,
  ) => transact((tx) => recordBreach(tx, operator, { collaboration_id, kind, reason }));

  test("goes on the record with the reason, which the person is told, once", async () => {
    const { id, brand } = await dealAt("creating");
    await record(id, "off_platform_payment");
    await expect(record(id, "off_platform_payment")).rejects.toMatchObject({
      code: "breach_already_recorded",
      status: 409,
    });
    const [strike] = await db.select().from(strikes).where(eq(strikes.subject_id, brand.brand_id));
    expect(strike).toMatchObject({
      kind: "off_platform_payment",
      points: 2,
      reason: REASON,
      recorded_by_user_id: operator.user_id,
    });
    const emails = (await db.select().from(outbox).where(eq(outbox.name, "email/requested"))).filter(
      ({ data }) => data.user_id === brand.user_id,
    );
    expect(emails.map(({ data }) => data.params)).toContainEqual(
      expect.objectContaining({ kind: "off_platform_payment", points: 2, reason: REASON }),
    );
  });

  test("needs a reason, and something that can have happened", async () => {
    const { id, creator } = await dealAt("creating");
    await expect(record(id, "off_platform_payment", "bad")).rejects.toMatchObject({ code: "reason_missing" });
    await expect(record(id, "returned_after_reimbursement")).rejects.toMatchObject({
      code: "breach_impossible",
    });
    await expect(record("collab_unknown", "off_platform_payment")).rejects.toMatchObject({ status: 404 });
    await db
      .update(collaborations)
      .set({ reimbursement_cap_minor: 1_000, reimbursement_minor: 900 })
      .where(eq(collaborations.id, id));
    await record(id, "returned_after_reimbursement");
    expect(await recordOf(creator.creator_id)).toEqual([["returned_after_reimbursement", 3]]);
  });
});

test("only the first hand-in of a post can be late: a round that the brand asked for has a deadline of its own", async () => {
  const deal = await dealAt("in_review");
  const changes = {
    decision: "request_changes",
    clause: "must_show:0",
    note: "The lamp is not lit.",
  } as const;
  await transact((tx) => reviewSubmission(tx, deal.brand, { collaboration_id: deal.id, ...changes }));
  setClockOffset(
    required((await read(deal.id)).content_due_at, "the date").getTime() - Date.now() + 4 * DAY_MS,
  );
  await submit(deal.creator, deal.id);
  expect(await recordOf(deal.creator.creator_id)).toEqual([]);

  const late = await dealAt("creating");
  setClockOffset(
    required((await read(late.id)).content_due_at, "the date").getTime() - Date.now() + 4 * DAY_MS,
  );
  await submit(late.creator, late.id);
  expect(await recordOf(late.creator.creator_id)).toEqual([["very_late", 1]]);
});
