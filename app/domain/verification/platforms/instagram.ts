/** Instagram: oEmbed proves that a post is live, but no longer says whose it is; the public page may say that and the caption. */
import type { CanonicalPost } from "../link";
import {
  type ChannelAddress,
  type ChannelObservation,
  NO_REACH,
  type PostObservation,
  type SeenPost,
  type SocialPlatform,
} from "../platform";
import type { Doubt } from "../vocabulary";
import { ask, askAt, rulesFor, withText } from "./ask";
import { followLink } from "./follow-link";
import { readEmbed } from "./instagram-embed";
import { type InstagramPost, publishedAt, readPost, readProfile, saysUnavailable } from "./instagram-page";
import { pageBody } from "./page-text";

/** oEmbed needs no token since June 2026; with one, Meta allows more calls an hour. */
export type InstagramSettings = {
  graph_base: string;
  web_base: string;
  token: string | undefined;
  timeout_ms?: number;
};

const WEB = "https://www.instagram.com";

export function makeInstagram(settings: InstagramSettings): SocialPlatform {
  const rules = rulesFor(
    new Set(["graph.facebook.com", "www.instagram.com"]),
    [settings.graph_base, settings.web_base],
    settings.timeout_ms,
  );

  async function askEmbed(post: CanonicalPost) {
    const url = new URL(`${settings.graph_base}/v23.0/instagram_oembed`);
    url.searchParams.set("url", post.canonical_url);
    if (settings.token) url.searchParams.set("access_token", settings.token);
    const asked = await ask(url, rules);
    return { asked, said: asked.answer ? readEmbed(asked.answer) : ("unclear" as const) };
  }

  async function fetchPost(post: CanonicalPost): Promise<PostObservation> {
    const [{ asked: asked_embed, said }, asked_page] = await Promise.all([
      askEmbed(post),
      ask(askAt(settings.web_base, WEB, new URL(post.canonical_url)), rules),
    ]);
    const html = asked_page.answer?.body_text ?? "";
    const page = asked_page.answer?.status === 200 ? readPost(html) : null;
    const evidence = [asked_embed.evidence, asked_page.evidence];
    const unknown = (reason: Doubt): PostObservation => ({ presence: "unknown", reason, evidence });

    const embedded = typeof said === "object" ? said.post_id : null;
    if ((page && page.post_id !== post.post_id) || (embedded && embedded !== post.post_id))
      return unknown("other_post");
    if (page)
      return {
        presence: "live",
        missing: null,
        evidence: [asked_embed.evidence, withText(asked_page.evidence, page.caption ?? "")],
        post: fromPage(page, pageBody(html).text.includes("Paid partnership")),
      };
    const denied = asked_page.answer?.status === 404 && saysUnavailable(html);
    if (embedded) {
      // One of the two is behind the other: nobody knows which.
      if (denied) return unknown("odd_answer");
      return {
        presence: "live",
        missing: asked_page.doubt ?? "odd_answer",
        evidence,
        post: unread(embedded),
      };
    }
    // The page says it in its own words; oEmbed alone also denies what may not be embedded.
    if (denied) return { presence: "not_live", reason: "gone", evidence };
    return unknown(asked_page.doubt ?? asked_embed.doubt ?? (said === "limited" ? "limited" : "odd_answer"));
  }

  async function fetchChannel({ handle }: ChannelAddress): Promise<ChannelObservation> {
    const asked = await ask(new URL(`${settings.web_base}/${encodeURIComponent(handle)}/`), rules);
    const evidence = [asked.evidence];
    if (!asked.answer) return { presence: "unknown", reason: asked.doubt, evidence };
    const { status, body_text } = asked.answer;
    if (status === 404 && saysUnavailable(body_text)) return { presence: "not_found", evidence };
    const seen = status === 200 ? readProfile(body_text) : null;
    if (!seen || seen.handle.toLowerCase() !== handle.toLowerCase())
      return { presence: "unknown", reason: "odd_answer", evidence };
    return {
      presence: "found",
      handle: seen.handle,
      external_id: seen.id,
      about: seen.bio,
      followers: seen.followers,
      evidence: [withText(asked.evidence, seen.bio)],
    };
  }

  const resolve = (url: string) => followLink(askAt(settings.web_base, WEB, new URL(url)), rules);
  return { platform: "instagram", resolve, fetchPost, fetchChannel };
}

function fromPage(page: InstagramPost, labelled: boolean): SeenPost {
  const [owner = null, ...coauthors] = page.handles;
  return {
    ...unread(page.post_id),
    author_id: page.owner_id,
    author_handle: owner,
    coauthor_handles: coauthors,
    text: page.caption,
    paid_label: labelled || null,
    reach: page.reach,
  };
}

/** What the address alone says of a post that is there. */
function unread(post_id: string): SeenPost {
  return {
    post_id,
    author_id: null,
    author_handle: null,
    coauthor_handles: [],
    published_at: publishedAt(post_id),
    published_within_ms: 0,
    title: "",
    text: null,
    length_seconds: null,
    paid_label: null,
    reach: NO_REACH,
  };
}
