/**
 * What a brief may not ask for. Shops ban paid reviews, so pay is for a post on the creator's own channel, never for a review or a star
 * rating in a shop. "Review" is also what creators call a video about a product: it is refused only where it means the shop's.
 */
export type BriefFault = { code: "asks_for_review"; found: string };

const SHOP =
  "amazon|walmart|etsy|ebay|temu|shein|tiktok shop|the (?:product|listing|store|shop) page|our (?:listing|store|shop)|(?:the|our) product listing";
const OPINION = "reviews?|ratings?|feedback|stars?";
const GIVE = "leave|write|post|give|submit|drop|add|share|publish|provide|rate|need|want|require";

const PATTERNS: readonly RegExp[] = [
  // A number of stars is always a rating in a shop.
  /\b(?:[1-5]|one|two|three|four|five)[\s-]*(?:\+\s*)?stars?\b(?=.{0,40}\b(?:review|rating|feedback)s?\b)/i,
  /\b(?:leave|give|rate|drop|post|write|need|want)\b.{0,40}\b(?:[3-5]|three|four|five)[\s-]*stars?\b(?!\s+(?:hotel|restaurant|resort|chef|cook|look|feel|quality|treatment|experience))/i,
  /(?:[★⭐]\s*️?){3,}/u,
  /\brate\b.{0,30}\b[45]\s*(?:\/|out of)\s*5\b/i,
  // The place where shops keep them.
  /\b(?:amazon|walmart|etsy|ebay|shop|store|listing|customer)(?:['’]s)?\s+reviews?\s+section\b/i,
  /\bgo to\s+(?:amazon|walmart|etsy|ebay|our (?:store|shop|listing))\b.{0,50}\breviews?\b/i,
  new RegExp(
    `\\b(?:${GIVE})\\b.{0,40}\\b(?:${OPINION})\\b.{0,40}\\b(?:on|at|in|to|for)\\b.{0,20}\\b(?:${SHOP})\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:${GIVE})\\b.{0,30}\\b(?:amazon|walmart|etsy|ebay|shop|store|customer|verified(?: purchase)?|buyer|seller)\\s+(?:${OPINION})\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:on|at|in)\\s+(?:${SHOP})\\b.{0,40}\\b(?:leave|write|give|submit|drop)\\b.{0,30}\\b(?:${OPINION})\\b`,
    "i",
  ),
  /\bverified(?:[\s-]purchase)?\s+(?:review|rating)s?\b/i,
  /\bseller\s+feedback\b/i,
  /\breview\s+(?:us|it|the product|this product)\s+on\s+(?:amazon|walmart|etsy|ebay)\b/i,
  /\brate\s+(?:us|it|the product|this product)\s+on\s+(?:amazon|walmart|etsy|ebay|our (?:store|shop|listing))\b/i,
  /(?:写|留|给|发|刷|求|(?<!不)要).{0,8}(?:好评|五星|5\s*星|晒单|买家秀评价)/,
  /(?:五星|5\s*星|满分)(?:好评|评价|评分|评论)/,
  /(?:亚马逊|沃尔玛|店铺|商品页|购买页|商城|平台商店).{0,12}(?:留评|写评|评价|评论|打分|评分|好评|打五星|五星)/,
  /(?:留评|测评返现|好评返现|评价返现|索评|刷单|刷评)/,
];

/** "No star ratings, please" forbids the same thing that we forbid; that is no fault. */
const FORBIDS =
  /\b(?:do not|don't|don’t|never|no need to|please no|without)\b[^.!?\n]{0,30}$|(?:不要|请勿|禁止|无需|不需要|不得)[^。！？\n]{0,10}$/i;

/** The first sentence that asks for a review or rating in a shop, or null. Pure. */
export function findBriefFault(texts: readonly string[]): BriefFault | null {
  for (const text of texts)
    for (const pattern of PATTERNS) {
      const everywhere = new RegExp(pattern.source, `${pattern.flags}g`);
      const asked = [...text.matchAll(everywhere)].find((match) => !FORBIDS.test(text.slice(0, match.index)));
      if (asked) return { code: "asks_for_review", found: asked[0].trim() };
    }
  return null;
}
