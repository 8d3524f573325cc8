/** Was it made for this agreement, not taken from the drawer, and not put together after the brand had cancelled? */
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";

/** Platforms round their times, and clocks differ a little. */
const TOLERANCE_MS = 5 * 60_000;

export function checkPublishedAfter({ post, agreed_at, cancelled_at }: Facts): CheckResult {
  if (!post?.published_at) return result("published_after", "undecided", "date_unknown");
  const params = { published: post.published_at.toISOString(), agreed: agreed_at.toISOString() };
  const earliest = post.published_at.getTime();
  const latest = earliest + post.published_within_ms;
  const needed = agreed_at.getTime() - TOLERANCE_MS;
  if (latest < needed) return result("published_after", "failed", "before_agreement", params);
  if (earliest < needed) return result("published_after", "undecided", "date_unclear", params);
  if (!cancelled_at) return result("published_after", "passed", "after_agreement", params);

  const last = cancelled_at.getTime() + TOLERANCE_MS;
  const both = { ...params, cancelled: cancelled_at.toISOString() };
  if (earliest > last) return result("published_after", "failed", "after_cancellation", both);
  if (latest > last) return result("published_after", "undecided", "date_unclear_at_cancellation", both);
  return result("published_after", "passed", "before_cancellation", both);
}
