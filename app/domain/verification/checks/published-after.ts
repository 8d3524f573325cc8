/** Was it made for this agreement, and not taken from the drawer? */
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";

/** Platforms round their times, and clocks differ a little. */
const TOLERANCE_MS = 5 * 60_000;

export function checkPublishedAfter({ post, agreed_at }: Facts): CheckResult {
  if (!post?.published_at) return result("published_after", "undecided", "date_unknown");
  const params = { published: post.published_at.toISOString(), agreed: agreed_at.toISOString() };
  const [earliest, needed] = [post.published_at.getTime(), agreed_at.getTime() - TOLERANCE_MS];
  if (earliest >= needed) return result("published_after", "passed", "after_agreement", params);
  return earliest + post.published_within_ms >= needed
    ? result("published_after", "undecided", "date_unclear", params)
    : result("published_after", "failed", "before_agreement", params);
}
