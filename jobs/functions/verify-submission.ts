/**
 * Looks at a submitted post. What is not known yet is asked again for 24 hours, then an operator is; it never counts against anybody.
 */

import { SYSTEM } from "@/app/domain/actor";
import { decideSubmission } from "@/app/domain/collaboration/decide-submission";
import { LOOK_PAUSES_MS } from "@/app/domain/verification/look-pauses";
import { type Patience, verifySubmission } from "@/app/domain/verification/verify-submission";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";

/** How many pauses each patience has. */
const ROUNDS: Record<Patience, number> = { none: 0, hour: 4, day: LOOK_PAUSES_MS.length };

export const verifyRequestedSubmission = inngest.createFunction(
  { id: "verify-submission", retries: 10, triggers: [{ event: "verification/requested" }] },
  async ({ event, step }) => {
    const { submission_id } = dataOf("verification/requested", event);
    for (let look = 0; look <= LOOK_PAUSES_MS.length; look++) {
      const result = await step.run(`look-${look + 1}`, () => verifySubmission(submission_id));
      const pause_ms = LOOK_PAUSES_MS[look];
      const asks_again = result.verdict === "undecided" && look < ROUNDS[result.patience] && pause_ms;
      if (!asks_again) {
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
      await step.sleep(`pause-${look + 1}`, pause_ms);
    }
    return "undecided";
  },
);
