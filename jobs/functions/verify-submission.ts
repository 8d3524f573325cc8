/**
 * Looks at a submitted post. A platform that does not answer is asked again for 24 hours, then an operator is; it never counts
 * against anybody.
 */

import { SYSTEM } from "@/app/domain/actor";
import { decideSubmission } from "@/app/domain/collaboration/decide-submission";
import { verifySubmission } from "@/app/domain/verification/verify-submission";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";

/** Pauses between looks; with the looks themselves just short of the 24 hours after which an operator takes over. */
const PAUSES = ["1m", "5m", "15m", "1h", "3h", "6h", "13h"] as const;

export const verifyRequestedSubmission = inngest.createFunction(
  { id: "verify-submission", retries: 10, triggers: [{ event: "verification/requested" }] },
  async ({ event, step }) => {
    const { submission_id } = dataOf("verification/requested", event);
    for (let look = 0; look <= PAUSES.length; look++) {
      const result = await step.run(`look-${look + 1}`, () => verifySubmission(submission_id));
      const pause = PAUSES[look];
      const askAgain = result.verdict === "undecided" && result.worth_another_check && pause;
      if (!askAgain) {
        await step.run("decide", async () => {
          await transact((tx) =>
            decideSubmission(tx, SYSTEM, {
              submission_id,
              verdict: result.verdict,
              failed_checks: result.failed_checks,
            }),
          );
        });
        return result.verdict;
      }
      await step.sleep(`pause-${look + 1}`, pause);
    }
    return "undecided";
  },
);
