/** One post, one pay. */
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";

export function checkDuplicate({ used_elsewhere }: Facts): CheckResult {
  switch (used_elsewhere) {
    case "yes":
      return result("duplicate", "failed", "used_elsewhere");
    // Whoever hands in another's post first must not make it fail where it belongs.
    case "perhaps":
      return result("duplicate", "undecided", "claimed_elsewhere");
    case "no":
      return result("duplicate", "passed", "first_use");
  }
}
