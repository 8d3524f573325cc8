/** Instagram: oEmbed proves that a post is live, but no longer says whose it is; the public page may say that and the caption. */
import { canonicalise } from "../canonical-url";
import type { CanonicalPost } from "../link";
import type { ChannelLook, PostLook, SocialPlatform } from "../platform";
import { ask, metaContent, rulesFor, saysNothing, visibleText, withText } from "./ask";

export type InstagramSettings = { graph_base: string; web_base: string; token: string | undefined };

export function makeInstagram(settings: InstagramSettings): SocialPlatform {
  const rules = rulesFor(new Set(["graph.facebook.com", "www.instagram.com"]), [
    settings.graph_base,
    settings.web_base,
  ]);

  async function fetchPost(post: CanonicalPost): Promise<PostLook> {
    if (!settings.token) return { outcome: "not_readable", evidence: [] };
    const oembed = new URL(`${settings.graph_base}/v23.0/instagram_oembed`);
    oembed.searchParams.set("url", post.canonical_url);
    oembed.searchParams.set("access_token", settings.token);
    const live = await ask(oembed, rules);
    if (saysNothing(live.answer)) return { outcome: "unavailable", evidence: [live.evidence] };
    if (live.answer.status === 400 || live.answer.status === 404)
      return { outcome: "gone", evidence: [live.evidence] };
    if (live.answer.status !== 200) return { outcome: "unavailable", evidence: [live.evidence] };

    const page = await ask(new URL(`${settings.web_base}${new URL(post.canonical_url).pathname}`), rules);
    const evidence = [live.evidence, page.evidence];
    if (saysNothing(page.answer) || page.answer.status !== 200) return { outcome: "not_readable", evidence };
    const html = page.answer.body_text;
    const caption = metaContent(html, "og:description") || metaContent(html, "description");
    const title = metaContent(html, "og:title");
    // Without a caption the page was a wall that asks to sign in: it says nothing.
    if (!caption && !title) return { outcome: "not_readable", evidence };
    const published =
      /<time\b[^>]*\bdatetime="([^"]+)"/i.exec(html)?.[1] ?? metaContent(html, "article:published_time");
    return {
      outcome: "found",
      evidence: [live.evidence, withText(page.evidence, `${title}\n${caption}`)],
      post: {
        author_id: null,
        author_handle: authorOf(html, title),
        published_at: published && !Number.isNaN(Date.parse(published)) ? new Date(published) : null,
        title,
        text: caption,
        length_seconds: null,
        paid_label: /paid partnership/i.test(visibleText(html)) || null,
      },
    };
  }

  async function fetchChannel(handle: string): Promise<ChannelLook> {
    const { answer, evidence } = await ask(
      new URL(`${settings.web_base}/${encodeURIComponent(handle)}/`),
      rules,
    );
    if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
    if (answer.status === 404) return { outcome: "gone", evidence: [evidence] };
    if (answer.status !== 200) return { outcome: "unavailable", evidence: [evidence] };
    const about = `${metaContent(answer.body_text, "og:description")} ${metaContent(answer.body_text, "description")} ${visibleText(answer.body_text)}`;
    return {
      outcome: "found",
      external_id: null,
      about,
      followers: null,
      evidence: [withText(evidence, about)],
    };
  }

  async function resolve(url: string) {
    const { answer } = await ask(new URL(`${settings.web_base}${new URL(url).pathname}`), rules);
    if (saysNothing(answer)) throw new Error("Instagram did not answer");
    return canonicalise(answer.final_url);
  }

  return { platform: "instagram", resolve, fetchPost, fetchChannel };
}

/** The handle in the page's canonical address or title, e.g. `Name (@handle) • …`. */
function authorOf(html: string, title: string): string | null {
  const url =
    metaContent(html, "og:url") || (/<link\b[^>]*rel="canonical"[^>]*href="([^"]+)"/i.exec(html)?.[1] ?? "");
  return /instagram\.com\/([\w.]+)\/(?:p|reel|tv)\//i.exec(url)?.[1] ?? /@([\w.]+)/.exec(title)?.[1] ?? null;
}
