/** Everything a submission is judged by, gathered beforehand so that each check is pure. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Brief } from "../offer/terms";
import type { CheckResult, CheckVerdict, Evidence } from "./check";
import type { SeenPost } from "./platform";

export type Followed = { address: string; evidence: Evidence[] };

export type Facts = {
  platform: Platform;
  /** What the platform showed; null when there was nothing to read. */
  post: SeenPost | null;
  channel: { handle: string; external_id: string | null };
  agreed_at: Date;
  brief: Brief;
  product: { asin: string; url: string };
  /** Where the short links in the post's text lead; those that nobody could follow are left out. */
  followed: ReadonlyMap<string, Followed>;
  /** An earlier look, some time ago, found no post either. */
  missed_before: boolean;
  /** Another collaboration was handed the same post first. */
  used_elsewhere: boolean;
};

/** The result of one check. `evidence` is only given where it is more than what the liveness check already shows. */
export function result(
  check: string,
  verdict: CheckVerdict,
  code: string,
  params: CheckResult["params"] = {},
  evidence: Evidence[] = [],
): CheckResult {
  return { check, verdict, code, params, evidence };
}

/** Title and text as people see them, in one spelling: full-width letters and odd accents made plain, lower case. */
export function plainText(post: SeenPost): string {
  return plain(`${post.title}\n${post.text}`);
}

export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
