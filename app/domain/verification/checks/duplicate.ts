/** One post, one pay. */
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";

export function checkDuplicate({ used_elsewhere }: Facts): CheckResult {
  return used_elsewhere
    ? result("duplicate", "failed", "used_elsewhere")
    : result("duplicate", "passed", "first_use");
}
