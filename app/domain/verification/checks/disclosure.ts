/**
 * Does the post say plainly that it is paid for, where people see it? `#ad` or a plain sentence does; `#spon`, `#sp`, `#partner`, `#collab`
 * alone do not (FTC endorsement guides). The platform's own label helps, but a person may not notice it, so alone it is for an operator.
 */
import type { CheckResult } from "../check";
import { type Facts, plainText, result } from "../facts";

const TAGS =
  /#(?:ad|ads|advert|advertisement|paidad|sponsored|paidpartnership|广告|推广|商业推广|赞助|publicidad|anuncio|werbung|anzeige|pub|publicité)(?![\p{L}\p{N}_])/u;

const SENTENCES: readonly RegExp[] = [
  /\b(?:this (?:video|post|reel) (?:is|was|contains?)|in|as)\s+(?:an?\s+)?(?:paid|sponsored|advert)/u,
  /\bpaid (?:partnership|promotion|advertisement|collaboration|for by)\b/u,
  /\bsponsored (?:by|post|video|content)\b/u,
  /\b(?:i (?:was|am|got|get)|i'm|i’m) (?:being )?(?:paid|sponsored)\b/u,
  /\bthanks to .{1,60} for (?:sponsoring|paying)/u,
  /(?:^|\n)\s*(?:ad|advertisement|sponsored)\s*[:：|–—-]/u,
  /(?:本视频|本条|本片|本作品|此视频|这条|本期).{0,8}(?:广告|赞助|付费推广|商业合作|商单)/u,
  /(?:由|感谢).{1,30}(?:赞助|付费)/u,
  /(?:付费推广|商业推广|广告合作|品牌赞助)/u,
  /\b(?:publicidad pagada|colaboración pagada|patrocinado por)\b/u,
];

/** What many take for a disclosure and is none. */
const WEAK = /#(?:spon|sp|partner|collab|ambassador|gifted|thanks?)(?![\p{L}\p{N}_])/u;

/** Below this many characters a description is folded away behind "more". */
const SEEN_CHARACTERS = 300;

export function checkDisclosure({ post }: Facts): CheckResult {
  if (!post) return result("disclosure", "undecided", "text_unknown");
  const text = plainText(post);
  const at = firstDisclosure(text);
  if (at !== null && at <= post.title.length + SEEN_CHARACTERS)
    return result("disclosure", "passed", "disclosed");
  if (at !== null)
    return result("disclosure", "failed", "disclosed_too_far_down", { characters: SEEN_CHARACTERS });
  if (post.paid_label) return result("disclosure", "undecided", "label_only");
  return WEAK.test(text)
    ? result("disclosure", "failed", "disclosed_weakly")
    : result("disclosure", "failed", "not_disclosed");
}

function firstDisclosure(text: string): number | null {
  const found = [TAGS, ...SENTENCES].map((pattern) => text.search(pattern)).filter((index) => index >= 0);
  return found.length ? Math.min(...found) : null;
}
