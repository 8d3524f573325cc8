/** Is the post there for everybody to see? */
import type { CheckResult } from "../check";
import { result } from "../facts";
import type { PostObservation } from "../platform";

/** `missed_before`: an earlier look found nothing either. One look alone does not prove that a post is gone. */
export function checkLive(observation: PostObservation, missed_before: boolean): CheckResult {
  switch (observation.outcome) {
    case "found":
      return result("live", "passed", "live", {}, observation.evidence);
    case "gone":
      return missed_before
        ? result("live", "failed", "gone", {}, observation.evidence)
        : result("live", "undecided", "gone_once", {}, observation.evidence);
    case "private":
      return result("live", "failed", "private", {}, observation.evidence);
    case "not_a_post":
      return result("live", "failed", "leads_elsewhere", {}, observation.evidence);
    // Nobody is to blame for a platform that is silent or shows nothing to machines.
    case "unavailable":
      return result("live", "undecided", "no_answer", {}, observation.evidence);
    case "not_readable":
      return result("live", "undecided", "not_readable", {}, observation.evidence);
  }
}
