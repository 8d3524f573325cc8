/** The words of checking a post: what the machine finds, and what the brand decides. */
export const VERDICTS = ["passed", "failed", "undecided"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const REVIEW_DECISIONS = ["approve", "request_changes", "reject"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];
