/** Are the hashtags and mentions of the brief there, whole? */
import type { CheckResult } from "../check";
import { type Facts, plain, plainText, result } from "../facts";

export function checkRequiredTags({ post, brief }: Facts): CheckResult | null {
  const wanted = [...brief.hashtags, ...brief.mentions];
  if (wanted.length === 0) return null;
  if (!post) return result("required_tags", "undecided", "text_unknown");
  const text = plainText(post);
  const missing = wanted.filter((tag) => !holdsTag(text, plain(tag)));
  return missing.length === 0
    ? result("required_tags", "passed", "tags_found", { tags: wanted.join(" ") })
    : result("required_tags", "failed", "tags_missing", { tags: missing.join(" ") });
}

/** `#lamp` is not in `#lampshade`. */
function holdsTag(text: string, tag: string): boolean {
  for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
    const next = text[at + tag.length] ?? "";
    if (!/[\p{L}\p{N}_]/u.test(next)) return true;
  }
  return false;
}
