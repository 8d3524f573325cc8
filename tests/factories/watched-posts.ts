/** A collaboration whose post is paid and watched, and looks at that post. */

import { eq } from "drizzle-orm";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { setClockOffset } from "@/app/lib/clock";
import { newId, type SubmissionId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema";
import { post_observations } from "@/db/schema/verification";
import { transact } from "@/db/transact";
import { type Deal, dealAt, letDeadlinePass } from "./collaborations";

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
  setClockOffset(0);
  return deal;
}

export async function makeLook(
  submission_id: SubmissionId,
  given: Pick<typeof post_observations.$inferInsert, "presence" | "created_at"> &
    Partial<typeof post_observations.$inferInsert>,
): Promise<void> {
  await db
    .insert(post_observations)
    .values({ id: newId("observation"), submission_id, evidence: [], ...given });
}
