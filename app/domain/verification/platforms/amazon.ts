/** Amazon has no public interface for storefront posts: the page is kept as evidence and an operator looks at it. */
import type { CanonicalPost } from "../link";
import { AMAZON_HOSTS, AMAZON_SHORT_HOSTS } from "../links/amazon";
import type { ChannelObservation, PostObservation, SocialPlatform } from "../platform";
import { ask, askAt, rulesFor, saysNothing, withText } from "./ask";
import { followLink } from "./follow-link";
import { metaContent, visibleText } from "./page-text";

export type AmazonSettings = { web_base: string; short_base: string };

const WEB = "https://www.amazon.com";
const SHORT = "https://amzn.to";

export function makeAmazon(settings: AmazonSettings): SocialPlatform {
  const rules = rulesFor(new Set([...AMAZON_HOSTS, ...AMAZON_SHORT_HOSTS]), [
    settings.web_base,
    settings.short_base,
  ]);

  async function fetchPost(post: CanonicalPost): Promise<PostObservation> {
    const { answer, evidence } = await ask(askAt(settings.web_base, WEB, new URL(post.canonical_url)), rules);
    if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
    if (answer.status === 404 || answer.status === 410) return { outcome: "gone", evidence: [evidence] };
    return { outcome: "not_readable", evidence: [withText(evidence, visibleText(answer.body_text))] };
  }

  async function fetchChannel(handle: string): Promise<ChannelObservation> {
    const { answer, evidence } = await ask(
      new URL(`${settings.web_base}/shop/${encodeURIComponent(handle)}`),
      rules,
    );
    if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
    if (answer.status === 404) return { outcome: "gone", evidence: [evidence] };
    if (answer.status !== 200) return { outcome: "unavailable", evidence: [evidence] };
    // The introduction alone: what stands under the storefront's products may be other people's words.
    const about = metaContent(answer.body_text, "description");
    return {
      outcome: "found",
      external_id: null,
      about,
      followers: null,
      evidence: [withText(evidence, about)],
    };
  }

  const resolve = (url: string) => followLink(askAt(settings.short_base, SHORT, new URL(url)), rules);
  return { platform: "amazon", resolve, fetchPost, fetchChannel };
}
