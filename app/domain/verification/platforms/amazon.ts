/** Amazon has no public interface for storefront posts: what the page says of owner, products and date is read, else an operator looks. */

import type { CanonicalPost } from "../link";
import { AMAZON_HOSTS, AMAZON_SHORT_HOSTS } from "../links/amazon";
import type { ChannelAddress, ChannelObservation, PostObservation, SocialPlatform } from "../platform";
import { readPost, readStorefront, saysNotFound } from "./amazon-page";
import { type Asked, ask, askAt, rulesFor, withText } from "./ask";
import { followLink } from "./follow-link";
import { isWhole, pageBody } from "./page-text";

export type AmazonSettings = { web_base: string; short_base: string; timeout_ms?: number };

const WEB = "https://www.amazon.com";
const SHORT = "https://amzn.to";

export function makeAmazon(settings: AmazonSettings): SocialPlatform {
  const rules = rulesFor(
    new Set([...AMAZON_HOSTS, ...AMAZON_SHORT_HOSTS]),
    [settings.web_base, settings.short_base],
    settings.timeout_ms,
  );
  const askShop = (handle: string) =>
    ask(new URL(`${settings.web_base}/shop/${encodeURIComponent(handle)}`), rules);

  async function fetchPost(post: CanonicalPost): Promise<PostObservation> {
    const asked = await ask(askAt(settings.web_base, WEB, new URL(post.canonical_url)), rules);
    if (!asked.answer) return { presence: "unknown", reason: asked.doubt, evidence: [asked.evidence] };
    if (isAbsent(asked)) return absent(post, asked.evidence);
    const { status, body_text } = asked.answer;
    const evidence = [withText(asked.evidence, pageBody(body_text).text)];
    if (status !== 200 || !isWhole(body_text)) return { presence: "unknown", reason: "odd_answer", evidence };
    const seen = readPost(body_text);
    if (!seen) return { presence: "unknown", reason: "not_readable", evidence };
    if (seen.post_id !== post.post_id) return { presence: "unknown", reason: "other_post", evidence };
    return { presence: "live", missing: null, evidence, post: seen };
  }

  /** An address with the name of a storefront that has another name by now leads nowhere, though the post may be there. */
  async function absent(post: CanonicalPost, evidence: Asked["evidence"]): Promise<PostObservation> {
    if (!post.handle) return { presence: "not_live", reason: "gone", evidence: [evidence] };
    const shop = await askShop(post.handle);
    const seen = [evidence, shop.evidence];
    if (shop.answer?.status === 200) return { presence: "not_live", reason: "gone", evidence: seen };
    return {
      presence: "unknown",
      reason: isAbsent(shop) ? "channel_gone" : (shop.doubt ?? "odd_answer"),
      evidence: seen,
    };
  }

  async function fetchChannel({ handle }: ChannelAddress): Promise<ChannelObservation> {
    const asked = await askShop(handle);
    const evidence = [asked.evidence];
    if (!asked.answer) return { presence: "unknown", reason: asked.doubt, evidence };
    if (isAbsent(asked)) return { presence: "not_found", evidence };
    const seen = asked.answer.status === 200 ? readStorefront(asked.answer.body_text) : null;
    if (!seen) return { presence: "unknown", reason: "odd_answer", evidence };
    return {
      presence: "found",
      handle: seen.handle,
      external_id: null,
      about: seen.about,
      followers: null,
      evidence: [withText(asked.evidence, seen.about)],
    };
  }

  const resolve = (url: string) => followLink(askAt(settings.short_base, SHORT, new URL(url)), rules);
  return { platform: "amazon", resolve, fetchPost, fetchChannel };
}

/** 404 in Amazon's own words. */
function isAbsent({ answer }: Asked): boolean {
  return (
    answer !== null && (answer.status === 404 || answer.status === 410) && saysNotFound(answer.body_text)
  );
}
