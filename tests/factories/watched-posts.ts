/** A collaboration whose post is paid and watched. */

import { eq } from "drizzle-orm";
import { recordPresence } from "@/app/domain/collaboration/record-presence";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { now, setClockOffset } from "@/app/lib/clock";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { money_movements, post_observations } from "@/db/schema";
import { transact } from "@/db/transact";
import { type Deal, dealAt, letDeadlinePass, read } from "./collaborations";
import { makeLook } from "./looks";

/** Leaves the clock where it was. */
export async function watchedDeal(given: Partial<Omit<Deal, "id">> = {}): Promise<Deal> {
  const deal = await dealAt("in_review", given);
  const { id, brand } = deal;
  await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));
  await letDeadlinePass(id);
  const movement = one(
    await db.select().from(money_movements).where(eq(money_movements.collaboration_id, id)),
    "the movement",
  );
  await transact((tx) =>
    settleAndAdvance(tx, { movement_id: movement.id, collaboration_id: id, stripe_id: `tr_of_${id}` }),
  );
  await letDeadlinePass(id);
  // Nobody has looked at the paid post yet.
  const { paid_submission_id } = await read(id);
  await db
    .delete(post_observations)
    .where(eq(post_observations.submission_id, required(paid_submission_id, "the paid post")));
  setClockOffset(0);
  return deal;
}

/** Two looks, apart in time, found the paid post gone: the creator has time to put it back. */
export async function goneDeal(given: Partial<Omit<Deal, "id">> = {}): Promise<Deal> {
  const deal = await watchedDeal(given);
  const paid = required((await read(deal.id)).paid_submission_id, "the paid post");
  for (const hours of [3, 0])
    await makeLook(paid, {
      presence: "not_live",
      reason: "gone",
      created_at: new Date(now().getTime() - hours * 3_600_000),
    });
  await transact((tx) => recordPresence(tx, { collaboration_id: deal.id, presence: "not_live" }));
  return deal;
}
