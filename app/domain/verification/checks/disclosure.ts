/**
 * Does the post say plainly that it is paid for, where people see it? `#ad` or a plain sentence does; `#spon`, `#sp`, `#partner`, `#collab`
 * alone do not (FTC endorsement guides). The platform's own label helps, but a person may not notice it, so alone it is for an operator.
 */
import type { CheckResult } from "../check";
import { findDisclosures } from "../disclosure-words";
import { type Facts, plainText, result } from "../facts";

/** What many take for a disclosure and is none. */
const WEAK =
  /#(?:spon|sp|partner|partners|partnership|collab|collaboration|ambassador|gifted|pr|thanks?|合作)(?![\p{L}\p{N}_])|\b(?:gifted by|in partnership with|collab(?:oration)? with)\b/u;

/** Below this many characters a description is folded away behind "more". */
const SEEN_CHARACTERS = 300;
/** A disclosure behind this many hashtags in a row is one of a crowd that nobody reads. */
const CROWD = /(?:#[\p{L}\p{N}_]+\s*){5}$/u;

export function checkDisclosure({ post }: Facts): CheckResult {
  const text = plainText(post);
  if (!post || text === null) return result("disclosure", "undecided", "text_unknown");
  const found = findDisclosures(text);
  const early = found.filter((at) => at <= post.title.length + SEEN_CHARACTERS);
  if (early.some((at) => text[at] !== "#" || !CROWD.test(text.slice(0, at))))
    return result("disclosure", "passed", "disclosed");
  if (early.length > 0) return result("disclosure", "failed", "disclosed_in_crowd");
  if (found.length > 0)
    return result("disclosure", "failed", "disclosed_too_far_down", { characters: SEEN_CHARACTERS });
  if (post.paid_label) return result("disclosure", "undecided", "label_only");
  return WEAK.test(text)
    ? result("disclosure", "failed", "disclosed_weakly")
    : result("disclosure", "failed", "not_disclosed");
}
