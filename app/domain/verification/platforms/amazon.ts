/** Amazon has no public interface for storefront posts: the page is kept as evidence and an operator looks at it. */
import type { CanonicalPost } from "../link";
import { AMAZON_HOSTS } from "../links/amazon";
import type { ChannelLook, PostLook, SocialPlatform } from "../platform";
import { ask, metaContent, rulesFor, saysNothing, visibleText, withText } from "./ask";
import { resolveShort } from "./tiktok";

export type AmazonSettings = { web_base: string; short_base: string };

export function makeAmazon(settings: AmazonSettings): SocialPlatform {
  const rules = rulesFor(new Set([...AMAZON_HOSTS, "amzn.to", "a.co"]), [
    settings.web_base,
    settings.short_base,
  ]);
  const at = (path: string) => new URL(`${settings.web_base}${path}`);

  async function fetchPost(post: CanonicalPost): Promise<PostLook> {
    const { answer, evidence } = await ask(at(new URL(post.canonical_url).pathname), rules);
    if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
    if (answer.status === 404 || answer.status === 410) return { outcome: "gone", evidence: [evidence] };
    return { outcome: "not_readable", evidence: [withText(evidence, visibleText(answer.body_text))] };
  }

  async function fetchChannel(handle: string): Promise<ChannelLook> {
    const { answer, evidence } = await ask(at(`/shop/${encodeURIComponent(handle)}`), rules);
    if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
    if (answer.status === 404) return { outcome: "gone", evidence: [evidence] };
    if (answer.status !== 200) return { outcome: "unavailable", evidence: [evidence] };
    const about = `${metaContent(answer.body_text, "description")} ${visibleText(answer.body_text)}`;
    return {
      outcome: "found",
      external_id: null,
      about,
      followers: null,
      evidence: [withText(evidence, about)],
    };
  }

  const resolve = (url: string) => resolveShort(url, settings.short_base, rules);
  return { platform: "amazon", resolve, fetchPost, fetchChannel };
}
