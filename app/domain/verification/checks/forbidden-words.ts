/** Does the post say what it may not say? A hit names the words, so that the creator can take them out in the time to cure. */
import type { CheckResult } from "../check";
import { type Facts, plain, plainText, result } from "../facts";

export function checkForbiddenWords({ post, brief }: Facts): CheckResult | null {
  if (brief.must_not_say.length === 0) return null;
  const text = plainText(post);
  if (text === null) return result("forbidden_words", "undecided", "text_unknown");
  const said = brief.must_not_say.filter((words) => holdsWords(text, plain(words)));
  return said.length === 0
    ? result("forbidden_words", "passed", "nothing_forbidden")
    : result("forbidden_words", "failed", "forbidden_said", { words: said.join(" · ") });
}

/** Whole words where a script separates them; Chinese and Japanese do not. */
function holdsWords(text: string, words: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return text.includes(words);
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(text);
}
