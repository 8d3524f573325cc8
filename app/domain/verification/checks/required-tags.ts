/** Are the hashtags and mentions of the brief there, whole? */
import type { CheckResult } from "../check";
import { type Facts, plain, plainText, result } from "../facts";

export function checkRequiredTags({ post, brief }: Facts): CheckResult | null {
  const wanted = [...brief.hashtags, ...brief.mentions];
  if (wanted.length === 0) return null;
  const text = plainText(post);
  if (text === null) return result("required_tags", "undecided", "text_unknown");
  const missing = wanted.filter((tag) => !holdsTag(text, plain(tag)));
  return missing.length === 0
    ? result("required_tags", "passed", "tags_found", { tags: wanted.join(" ") })
    : result("required_tags", "failed", "tags_missing", { tags: missing.join(" ") });
}

/** `#lamp` is not in `#lampshade`, nor `@mia` in `@mia.makes` or in an e-mail address; hashtags may stand without a space. */
function holdsTag(text: string, tag: string): boolean {
  for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
    const before = tag.startsWith("@") ? (text[at - 1] ?? "") : "";
    const after = text.slice(at + tag.length, at + tag.length + 2);
    if (!/[\p{L}\p{N}_]/u.test(before) && !/^(?:[\p{L}\p{N}_]|\.[\p{L}\p{N}_])/u.test(after)) return true;
  }
  return false;
}
