/** TikTok: oEmbed tells author and caption without a token; the page, where it lets us in, tells length, label, reach and ids. */
import type { Fetched } from "@/app/lib/safe-fetch";
import type { CanonicalPost } from "../link";
import {
  type ChannelAddress,
  type ChannelObservation,
  NO_REACH,
  type PostObservation,
  type SeenPost,
  type SocialPlatform,
} from "../platform";
import { ask, askAt, rulesFor, withText } from "./ask";
import { followLink } from "./follow-link";
import { authorOf, type Embed, readEmbed } from "./tiktok-embed";
import { readUser, readVideo, type VideoState } from "./tiktok-page";

export type TikTokSettings = { web_base: string; short_base: string; timeout_ms?: number };

const WEB = "https://www.tiktok.com";
const SHORT = "https://vm.tiktok.com";
const HOSTS = new Set(["www.tiktok.com", "m.tiktok.com", "vm.tiktok.com", "vt.tiktok.com"]);

export function makeTikTok(settings: TikTokSettings): SocialPlatform {
  const rules = rulesFor(HOSTS, [settings.web_base, settings.short_base], settings.timeout_ms);

  async function fetchPost(post: CanonicalPost): Promise<PostObservation> {
    const url = new URL(`${settings.web_base}/oembed`);
    url.searchParams.set("url", post.canonical_url);
    const [asked_embed, asked_page] = await Promise.all([
      ask(url, rules),
      ask(askAt(settings.web_base, WEB, new URL(post.canonical_url)), rules),
    ]);
    const evidence = [asked_embed.evidence, asked_page.evidence];
    const page = readPage(asked_page.answer, post);
    const embed = asked_embed.answer ? readEmbed(asked_embed.answer, post) : "unclear";

    if (typeof page === "object") {
      if (page.id.replace(/^0+/, "") !== post.post_id)
        return { presence: "unknown", reason: "other_post", evidence };
      const told = [asked_embed.evidence, withText(asked_page.evidence, page.desc)];
      return { presence: "live", missing: null, evidence: told, post: fromPage(page) };
    }
    if (typeof embed === "object") {
      // One of the two is behind the other: nobody knows which.
      if (page !== "unclear") return { presence: "unknown", reason: "odd_answer", evidence };
      const told = [withText(asked_embed.evidence, embed.title ?? ""), asked_page.evidence];
      const missing = asked_page.doubt ?? "odd_answer";
      return { presence: "live", missing, evidence: told, post: fromEmbed(embed, post.post_id) };
    }
    if (embed === "other_post") return { presence: "unknown", reason: "other_post", evidence };
    if (page === "private" || page === "gone") return { presence: "not_live", reason: page, evidence };
    if (embed === "gone") return { presence: "not_live", reason: "gone", evidence };
    return { presence: "unknown", reason: asked_page.doubt ?? asked_embed.doubt ?? "odd_answer", evidence };
  }

  async function fetchChannel({ handle }: ChannelAddress): Promise<ChannelObservation> {
    const asked = await ask(new URL(`${settings.web_base}/@${encodeURIComponent(handle)}`), rules);
    const evidence = [asked.evidence];
    if (!asked.answer) return { presence: "unknown", reason: asked.doubt, evidence };
    const seen = asked.answer.status === 200 ? readUser(asked.answer.body_text) : "unclear";
    if (seen === "gone") return { presence: "not_found", evidence };
    if (typeof seen !== "object") return { presence: "unknown", reason: "odd_answer", evidence };
    const { id, uniqueId, signature } = seen.user;
    return {
      presence: "found",
      handle: uniqueId,
      external_id: id,
      about: signature,
      followers: seen.stats?.followerCount ?? null,
      evidence: [withText(asked.evidence, signature)],
    };
  }

  function resolve(url: string) {
    const short = new URL(url);
    const on_web = short.hostname === "www.tiktok.com";
    const at = on_web ? askAt(settings.web_base, WEB, short) : askAt(settings.short_base, SHORT, short);
    return followLink(at, rules);
  }

  return { platform: "tiktok", resolve, fetchPost, fetchChannel };
}

/** Since April 2025 the page carries no photo posts, so what it does not know of one says nothing (davidteather/TikTok-Api #1234). */
function readPage(answer: Fetched | null, post: CanonicalPost): ReturnType<typeof readVideo> {
  if (answer?.status !== 200) return "unclear";
  const seen = readVideo(answer.body_text);
  return typeof seen === "string" && post.kind === "photo" ? "unclear" : seen;
}

function fromPage(video: VideoState): SeenPost {
  const { playCount, diggCount, commentCount } = video.stats ?? {};
  return {
    post_id: video.id.replace(/^0+/, ""),
    author_id: video.author.id,
    author_handle: video.author.uniqueId,
    coauthor_handles: [],
    published_at: new Date(video.createTime * 1_000),
    published_within_ms: 0,
    title: "",
    text: video.desc,
    // A photo post has no length of its own.
    length_seconds: video.video?.duration || null,
    paid_label: video.isAd ?? null,
    reach: { views: playCount ?? null, likes: diggCount ?? null, comments: commentCount ?? null },
  };
}

function fromEmbed(embed: Embed, post_id: string): SeenPost {
  return {
    post_id,
    author_id: null,
    author_handle: authorOf(embed),
    coauthor_handles: [],
    published_at: publishedAt(post_id),
    published_within_ms: 0,
    title: "",
    text: embed.title,
    length_seconds: null,
    paid_label: null,
    reach: NO_REACH,
  };
}

/** The upper 32 bits of a post's number are its second of creation. */
export function publishedAt(post_id: string): Date | null {
  const seconds = Number(BigInt(post_id) >> 32n);
  return seconds > 1_400_000_000 && seconds < 4_000_000_000 ? new Date(seconds * 1_000) : null;
}
