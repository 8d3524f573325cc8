/** Is the post there for everybody to see? */
import type { CheckResult } from "../check";
import { result } from "../facts";
import type { PostLook } from "../platform";

/** `missed_before`: an earlier look found nothing either. One look alone does not prove that a post is gone. */
export function checkLive(look: PostLook, missed_before: boolean): CheckResult {
  switch (look.outcome) {
    case "found":
      return result("live", "passed", "live", {}, look.evidence);
    case "gone":
      return missed_before
        ? result("live", "failed", "gone", {}, look.evidence)
        : result("live", "undecided", "gone_once", {}, look.evidence);
    case "private":
      return result("live", "failed", "private", {}, look.evidence);
    case "not_a_post":
      return result("live", "failed", "leads_elsewhere", {}, look.evidence);
    // Nobody is to blame for a platform that is silent or shows nothing to machines.
    case "unavailable":
      return result("live", "undecided", "no_answer", {}, look.evidence);
    case "not_readable":
      return result("live", "undecided", "not_readable", {}, look.evidence);
  }
}
