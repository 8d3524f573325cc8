/** The words of checking a post: what is known of it, what the checks come to, and what the brand decides. */
export const VERDICTS = ["passed", "failed", "undecided"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const REVIEW_DECISIONS = ["approve", "request_changes", "reject"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/**
 * What one observation says of a post. `live`: seen to be there, for everybody in the offer's country. `not_live`: the platform itself
 * says that it is not. `unknown`: anything else, which never counts against anybody and proves nothing.
 */
export const PRESENCES = ["live", "not_live", "unknown"] as const;
export type Presence = (typeof PRESENCES)[number];

/** Why a post is not live, in the platform's own words. Texts: `verification:code.<reason>`. */
export const ABSENCES = [
  "gone",
  "private",
  "unlisted",
  "taken_off",
  "region_blocked",
  "leads_elsewhere",
] as const;
export type Absence = (typeof ABSENCES)[number];

/** Why nothing is known. Texts: `verification:code.<reason>`. */
export const DOUBTS = [
  // Asking again may help:
  "no_answer",
  "limited",
  "wall",
  "odd_answer",
  "other_post",
  "processing",
  "upcoming",
  "not_listed",
  // Only a person can help:
  "no_key",
  "not_readable",
  "members_only",
  "channel_gone",
] as const;
export type Doubt = (typeof DOUBTS)[number];

export type ObservationReason = Absence | Doubt;

const FOR_A_PERSON: ReadonlySet<Doubt> = new Set(["no_key", "not_readable", "members_only", "channel_gone"]);

/** Whether the machine may learn more by asking again later. */
export function isWorthAskingAgain(doubt: Doubt): boolean {
  return !FOR_A_PERSON.has(doubt);
}
