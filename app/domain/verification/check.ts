/** One check of a submission: what was looked at, what was found, and the evidence for it. */
export type CheckVerdict = "passed" | "failed" | "undecided";

export type Evidence = {
  /** What was fetched. */
  url: string;
  /** ISO instant of the look. */
  fetched_at: string;
  status: number | null;
  sha256: string | null;
  /** The text that was judged, shortened. */
  text?: string;
  /** How an answer began that said nothing of the post, or that it is not there: for operators. */
  answer?: string;
};

export type CheckResult = {
  check: string;
  verdict: CheckVerdict;
  /** Names a text in the `verification` namespace. */
  code: string;
  params: Record<string, string | number>;
  evidence: Evidence[];
};
