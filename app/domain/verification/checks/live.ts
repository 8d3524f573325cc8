/** Is the post there for everybody to see? */
import type { CheckResult } from "../check";
import { result } from "../facts";
import type { PostObservation } from "../platform";

/** `denied_before`: an earlier observation, some time ago, found the post not live either. One alone proves nothing. */
export function checkLive(
  observation: PostObservation,
  denied_before: boolean,
  country: string,
): CheckResult {
  const { evidence } = observation;
  switch (observation.presence) {
    case "live":
      return result("live", "passed", "live", {}, evidence);
    case "not_live":
      return denied_before
        ? result("live", "failed", observation.reason, paramsOf(observation.reason, country), evidence)
        : result("live", "undecided", "not_live_once", {}, evidence);
    // Nobody is to blame for a platform that is silent or shows nothing to machines.
    case "unknown":
      return result("live", "undecided", observation.reason, {}, evidence);
  }
}

const paramsOf = (reason: string, country: string): CheckResult["params"] =>
  reason === "region_blocked" ? { country } : {};
