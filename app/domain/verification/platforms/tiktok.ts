/** TikTok: oEmbed tells author and caption without a token. The date stands in the number of the post itself. */
import { z } from "zod";
import { canonicalise } from "../canonical-url";
import type { CanonicalPost, LinkReading } from "../link";
import type { ChannelLook, PostLook, SocialPlatform } from "../platform";
import { ask, metaContent, readJson, rulesFor, saysNothing, visibleText, withText } from "./ask";

export type TikTokSettings = { web_base: string; short_base: string };

const oembedSchema = z.object({
  title: z.string().default(""),
  author_name: z.string().default(""),
  author_unique_id: z.string().optional(),
  author_url: z.string().optional(),
});

export function makeTikTok(settings: TikTokSettings): SocialPlatform {
  const rules = rulesFor(new Set(["www.tiktok.com", "vm.tiktok.com", "vt.tiktok.com", "m.tiktok.com"]), [
    settings.web_base,
    settings.short_base,
  ]);

  async function fetchPost(post: CanonicalPost): Promise<PostLook> {
    const url = new URL(`${settings.web_base}/oembed`);
    url.searchParams.set("url", post.canonical_url);
    const { answer, evidence } = await ask(url, rules);
    if (saysNothing(answer)) return { outcome: "unavailable", evidence: [evidence] };
    if (answer.status === 400 || answer.status === 404) return { outcome: "gone", evidence: [evidence] };
    const seen = oembedSchema.safeParse(readJson(answer.body_text));
    if (answer.status !== 200 || !seen.success) return { outcome: "unavailable", evidence: [evidence] };
    const { title, author_unique_id, author_url } = seen.data;
    return {
      outcome: "found",
      evidence: [withText(evidence, title)],
      post: {
        author_id: null,
        author_handle: author_unique_id ?? /@([\w.]+)/.exec(author_url ?? "")?.[1] ?? null,
        published_at: publishedAt(post.post_id),
        title: "",
        text: title,
        length_seconds: null,
        paid_label: null,
      },
    };
  }

  async function fetchChannel(handle: string): Promise<ChannelLook> {
    const { answer, evidence } = await ask(
      new URL(`${settings.web_base}/@${encodeURIComponent(handle)}`),
      rules,
    );
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

  return {
    platform: "tiktok",
    resolve: (url) => resolveShort(url, settings.short_base, rules),
    fetchPost,
    fetchChannel,
  };
}

/** Follows a short link on the platform's own short host (or where the operator points it) to a full one. */
export async function resolveShort(
  url: string,
  short_base: string,
  rules: Parameters<typeof ask>[1],
): Promise<LinkReading> {
  const short = new URL(url);
  const { answer } = await ask(new URL(`${short_base}${short.pathname}`), rules);
  if (saysNothing(answer)) throw new Error(`${short.host} did not answer`);
  return canonicalise(answer.final_url);
}

/** The upper 32 bits of a post's number are its second of creation. */
export function publishedAt(post_id: string): Date | null {
  const seconds = Number(BigInt(post_id) >> 32n);
  return seconds > 1_400_000_000 && seconds < 4_000_000_000 ? new Date(seconds * 1_000) : null;
}
