/** Which clause of a brief the machine checks, so that nobody can deny what it found. */
import { desc, eq } from "drizzle-orm";
import type { SubmissionId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { verifications } from "@/db/schema/verification";

/** A clause as a review cites it, and the check that looks for it. What must be shown, said or left unsaid in a video only people can see. */
const CHECK_OF_CLAUSE: Readonly<Record<string, string>> = { link: "product_link" };

/** Whether the machine's last look at the submission found `clause` to be met. */
export async function isCheckedClause(
  tx: Queryable,
  submission_id: SubmissionId,
  clause: string,
): Promise<boolean> {
  const check = CHECK_OF_CLAUSE[clause];
  if (!check) return false;
  const [last] = await tx
    .select({ checks: verifications.checks })
    .from(verifications)
    .where(eq(verifications.submission_id, submission_id))
    .orderBy(desc(verifications.attempt))
    .limit(1);
  return last?.checks.some((found) => found.check === check && found.verdict === "passed") ?? false;
}
