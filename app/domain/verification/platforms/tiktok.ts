/** TikTok: oEmbed tells author and caption without a token; the page, where it lets us in, tells length, label and the channel's id. */
import { z } from "zod";
import type { CanonicalPost } from "../link";
import type { ChannelObservation, PostObservation, SeenPost, SocialPlatform } from "../platform";
import { ask, askAt, readJson, rulesFor, saysNothing, withText } from "./ask";
import { followLink } from "./follow-link";
import { readUser, readVideo } from "./tiktok-page";

export type TikTokSettings = { web_base: string; short_base: string };

const WEB = "https://www.tiktok.com";
const SHORT = "https://vm.tiktok.com";
const HOSTS = new Set(["www.tiktok.com", "m.tiktok.com", "vm.tiktok.com", "vt.tiktok.com"]);

/** For a video that is not there it may answer with its author's profile, whose `type` is `rich`. */
const oembedSchema = z.object({
  type: z.literal("video"),
  title: z.string().default(""),
  author_unique_id: z.string().optional(),
  author_url: z.string().optional(),
});

export function makeTikTok(settings: TikTokSettings): SocialPlatform {
  const rules = rulesFor(HOSTS, [settings.web_base, settings.short_base]);

  async function fetchPost(post: CanonicalPost): Promise<PostObservation> {
    const url = new URL(`${settings.web_base}/oembed`);
    url.searchParams.set("url", post.canonical_url);
    const [embed, page] = await Promise.all([
      ask(url, rules),
      ask(askAt(settings.web_base, WEB, new URL(post.canonical_url)), rules),
    ]);
    const evidence = [embed.evidence, page.evidence];
    const video = page.answer?.status === 200 ? readVideo(page.answer.body_text) : "unclear";
    if (typeof video === "object" && video.id === post.post_id) {
      const told = withText(page.evidence, video.desc);
      return { outcome: "found", evidence: [embed.evidence, told], post: fromPage(video) };
    }
    if (saysNothing(embed.answer)) return { outcome: "unavailable", evidence };
    const seen = oembedSchema.safeParse(readJson(embed.answer.body_text));
    if (embed.answer.status === 200 && seen.success) {
      const told = withText(embed.evidence, seen.data.title);
      return { outcome: "found", evidence: [told, page.evidence], post: fromEmbed(seen.data, post.post_id) };
    }
    if (video === "private") return { outcome: "private", evidence };
    // oEmbed says 400 for whatever it will not show; the page's silence does not outweigh that.
    const denied = [200, 400, 404].includes(embed.answer.status);
    return { outcome: denied ? "gone" : "unavailable", evidence };
  }

  async function fetchChannel(handle: string): Promise<ChannelObservation> {
    const { answer, evidence } = await ask(
      new URL(`${settings.web_base}/@${encodeURIComponent(handle)}`),
      rules,
    );
    if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
    const seen = answer.status === 200 ? readUser(answer.body_text) : "unclear";
    if (typeof seen !== "object")
      return {
        outcome: seen === "gone" || answer.status === 404 ? "gone" : "unavailable",
        evidence: [evidence],
      };
    const { id, signature } = seen.user;
    return {
      outcome: "found",
      external_id: id,
      about: signature,
      followers: seen.stats?.followerCount ?? null,
      evidence: [withText(evidence, signature)],
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

function fromPage(video: Exclude<ReturnType<typeof readVideo>, string>): SeenPost {
  return {
    author_id: video.author.id,
    author_handle: video.author.uniqueId,
    published_at: new Date(video.createTime * 1_000),
    title: "",
    text: video.desc,
    // A photo post has no length of its own.
    length_seconds: video.video?.duration || null,
    paid_label: video.isAd ?? null,
  };
}

function fromEmbed(seen: z.infer<typeof oembedSchema>, post_id: string): SeenPost {
  return {
    author_id: null,
    author_handle: seen.author_unique_id ?? /@([\w.]+)/.exec(seen.author_url ?? "")?.[1] ?? null,
    published_at: publishedAt(post_id),
    title: "",
    text: seen.title,
    length_seconds: null,
    paid_label: null,
  };
}

/** The upper 32 bits of a post's number are its second of creation. */
export function publishedAt(post_id: string): Date | null {
  const seconds = Number(BigInt(post_id) >> 32n);
  return seconds > 1_400_000_000 && seconds < 4_000_000_000 ? new Date(seconds * 1_000) : null;
}
