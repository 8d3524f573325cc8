/** A verification as a look at a submission leaves it behind, with the observation that it rests on. */
import type { CheckResult } from "@/app/domain/verification/check";
import type { Verdict } from "@/app/domain/verification/vocabulary";
import { newId, type SubmissionId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { post_observations, verifications } from "@/db/schema/verification";

export async function makeVerification(
  submission_id: SubmissionId,
  given: { verdict: Verdict; attempt?: number; checks: Array<Partial<CheckResult> & { check: string }> },
): Promise<void> {
  const observation_id = newId("observation");
  await db
    .insert(post_observations)
    .values({ id: observation_id, submission_id, presence: "live", evidence: [] });
  await db.insert(verifications).values({
    id: newId("verification"),
    submission_id,
    observation_id,
    attempt: given.attempt ?? 1,
    verdict: given.verdict,
    checks: given.checks.map((check) => ({
      code: check.check,
      verdict: given.verdict,
      params: {},
      evidence: [],
      ...check,
    })),
  });
}
