/** All checks of a submission, and what they come to together. Pure. */
import type { CheckResult, CheckVerdict } from "./check";
import { checkDisclosure } from "./checks/disclosure";
import { checkDuplicate } from "./checks/duplicate";
import { checkForbiddenWords } from "./checks/forbidden-words";
import { checkLength } from "./checks/length";
import { checkLive } from "./checks/live";
import { checkOwnership } from "./checks/ownership";
import { checkProductLink } from "./checks/product-link";
import { checkPublishedAfter } from "./checks/published-after";
import { checkRequiredTags } from "./checks/required-tags";
import type { Facts } from "./facts";
import type { PostObservation } from "./platform";
import { isWorthAskingAgain } from "./vocabulary";

const CHECKS = [
  checkDuplicate,
  checkOwnership,
  checkPublishedAfter,
  checkDisclosure,
  checkRequiredTags,
  checkProductLink,
  checkForbiddenWords,
  checkLength,
] as const;

/** The checks that apply. A post that nobody has seen is not judged for what it does not say. */
export function runChecks(observation: PostObservation, facts: Facts): CheckResult[] {
  const live = checkLive(observation, facts.denied_before, facts.country);
  if (!isForJudging(observation)) return [live, checkDuplicate(facts)];
  const others = CHECKS.map((check) => check(facts)).filter((found): found is CheckResult => found !== null);
  return [live, ...others];
}

/** A post that was seen; and one that only a person can see, who is then told all that there is to look for. */
function isForJudging(observation: PostObservation): boolean {
  if (observation.presence === "not_live") return false;
  return observation.presence === "live" || !isWorthAskingAgain(observation.reason);
}

/** One failure fails; otherwise one doubt leaves it undecided. */
export function verdictOf(checks: readonly CheckResult[]): CheckVerdict {
  if (checks.some(({ verdict }) => verdict === "failed")) return "failed";
  return checks.some(({ verdict }) => verdict === "undecided") ? "undecided" : "passed";
}
