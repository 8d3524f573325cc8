/** Everything a submission is judged by, gathered beforehand so that each check is pure. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Brief } from "../offer/terms";
import type { CheckResult, CheckVerdict, Evidence } from "./check";
import type { SeenPost } from "./platform";

export type Followed = { address: string; evidence: Evidence[] };

/** The channel that the agreement names, and what the platform says of it today. */
export type AgreedChannel = {
  /** As in the agreement. */
  handle: string;
  external_id: string | null;
  handle_now: {
    /** Under which name the channel is known to us today; null where nobody asked. */
    handle: string | null;
    /**
     * `same`: the name in the agreement is still this channel's. `other_owner`: it is another's now. `unknown`: nobody could tell, or there
     * is no channel of that name any more.
     */
    state: "same" | "other_owner" | "unknown";
  };
};

export type Facts = {
  platform: Platform;
  /** What the platform showed; null when there was nothing to read. */
  post: SeenPost | null;
  channel: AgreedChannel;
  agreed_at: Date;
  brief: Brief;
  product: { asin: string; url: string };
  /** Where the short links in the post's text lead; those that nobody could follow are left out. */
  followed: ReadonlyMap<string, Followed>;
  /** An earlier observation, some time ago, found the post not live either. */
  denied_before: boolean;
  /** ISO 3166-1 alpha-2: where the offer's product is sold, and the post has to be visible. */
  country: string;
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

/** Title and text as people see them, in one spelling: full-width letters and odd accents made plain, lower case. Null where no text was read. */
export function plainText(post: SeenPost | null): string | null {
  return post?.text == null ? null : plain(`${post.title}\n${post.text}`);
}

export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
