/** Is the video as long as the brief asks for? */
import type { CheckResult } from "../check";
import { type Facts, result } from "../facts";

export function checkLength({ post, brief }: Facts): CheckResult | null {
  if (brief.min_length_seconds === 0) return null;
  const params = { min: brief.min_length_seconds };
  if (post?.length_seconds == null) return result("length", "undecided", "length_unknown", params);
  const seen = { ...params, seconds: post.length_seconds };
  return post.length_seconds >= brief.min_length_seconds
    ? result("length", "passed", "long_enough", seen)
    : result("length", "failed", "too_short", seen);
}
