/** Is the post there for everybody to see? */
import type { CheckResult } from "../check";
import { result } from "../facts";
import type { PostLook } from "../platform";

export function checkLive(look: PostLook): CheckResult {
  switch (look.outcome) {
    case "found":
      return result("live", "passed", "live", {}, look.evidence);
    case "gone":
      return result("live", "failed", "gone", {}, look.evidence);
    case "private":
      return result("live", "failed", "private", {}, look.evidence);
    // Nobody is to blame for a platform that is silent or shows nothing to machines.
    case "unavailable":
      return result("live", "undecided", "no_answer", {}, look.evidence);
    case "not_readable":
      return result("live", "undecided", "not_readable", {}, look.evidence);
  }
}
