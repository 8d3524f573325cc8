/** Everything a submission is judged by, gathered beforehand so that each check is pure. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Brief } from "../offer/terms";
import type { CheckResult, CheckVerdict, Evidence } from "./check";
import type { UsedElsewhere } from "./claim-post";
import type { SeenPost } from "./platform";

export type Followed = { address: string; evidence: Evidence[] };

/** The channel that the agreement names, and what the platform says of it today. */
export type AgreedChannel = {
  /** As in the agreement. */
  handle: string;
  external_id: string | null;
  /** Under which name the channel is known to us today. */
  current_handle: string;
  /** The id of whoever has the agreed handle today, where ours is not known: it may be the same channel. */
  learned_id: string | null;
  /** Whose the agreed handle is today, by the platform's ids; `unknown` where nobody could see two of them. */
  handle_is: "its_own" | "another" | "unknown";
};

export type Facts = {
  platform: Platform;
  /** What the platform showed; null when there was nothing to read. */
  post: SeenPost | null;
  channel: AgreedChannel;
  agreed_at: Date;
  /** When the brand cancelled: only what was published before counts. */
  cancelled_at: Date | null;
  brief: Brief;
  product: { asin: string; url: string };
  /** Where the short links in the post's text lead; those that nobody could follow are left out. */
  followed: ReadonlyMap<string, Followed>;
  /** An earlier observation, some time ago, found the post not live either. */
  denied_before: boolean;
  /** ISO 3166-1 alpha-2: where the offer's product is sold, and the post has to be visible. */
  country: string;
  /** Whether another collaboration was handed the same post. */
  used_elsewhere: UsedElsewhere;
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

/** Title and text as people see them, in one spelling: full-width letters and odd accents made plain, lower case. Null where no text was read. */
export function plainText(post: SeenPost | null): string | null {
  return post?.text == null ? null : plain(`${post.title}\n${post.text}`);
}

export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
