/** YouTube: the Data API knows author, date and text; oEmbed tells a private video from one that is gone. */
import { z } from "zod";
import type { Evidence } from "../check";
import type { CanonicalPost } from "../link";
import type { ChannelObservation, PostObservation, Resolved, SocialPlatform } from "../platform";
import { ask, readJson, rulesFor, saysNothing, withText } from "./ask";

export type YouTubeSettings = { api_base: string; web_base: string; api_key: string | undefined };

const videosSchema = z.object({
  items: z.array(
    z.object({
      snippet: z.object({
        channelId: z.string(),
        title: z.string(),
        description: z.string(),
        publishedAt: z.iso.datetime({ offset: true }),
      }),
      status: z.object({ privacyStatus: z.string() }).optional(),
      contentDetails: z.object({ duration: z.string() }).optional(),
      paidProductPlacementDetails: z.object({ hasPaidProductPlacement: z.boolean() }).optional(),
    }),
  ),
});

const channelsSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        snippet: z.object({ description: z.string().default("") }),
        statistics: z.object({ subscriberCount: z.string().optional() }).optional(),
      }),
    )
    .default([]),
});

export function makeYouTube(settings: YouTubeSettings): SocialPlatform {
  const rules = rulesFor(new Set(["www.googleapis.com", "www.youtube.com"]), [
    settings.api_base,
    settings.web_base,
  ]);
  const api = (path: string, params: Record<string, string>) => {
    const url = new URL(`${settings.api_base}/youtube/v3/${path}`);
    for (const [name, value] of Object.entries({ ...params, key: settings.api_key ?? "" }))
      url.searchParams.set(name, value);
    return url;
  };

  async function askEmbed(post: CanonicalPost) {
    const url = new URL(`${settings.web_base}/oembed`);
    url.searchParams.set("format", "json");
    url.searchParams.set("url", post.canonical_url);
    const { answer, evidence } = await ask(url, rules);
    return { said: saysNothing(answer) ? null : answer.status, evidence };
  }

  /** Without a key an operator looks; only that a video is gone can be told all the same. */
  async function lookWithoutKey(post: CanonicalPost): Promise<PostObservation> {
    const { said, evidence } = await askEmbed(post);
    if (said === null) return { outcome: "unavailable", evidence: [evidence] };
    return { outcome: said === 404 ? "gone" : "not_readable", evidence: [evidence] };
  }

  /** The API lists neither deleted nor private videos, nor, for some minutes, new ones. */
  async function lookAtUnlisted(post: CanonicalPost, api_evidence: Evidence): Promise<PostObservation> {
    const { said, evidence } = await askEmbed(post);
    const outcome = said === 200 ? "unavailable" : said === 401 || said === 403 ? "private" : "gone";
    return { outcome, evidence: [api_evidence, evidence] };
  }

  async function fetchPost(post: CanonicalPost): Promise<PostObservation> {
    if (!settings.api_key) return lookWithoutKey(post);
    const { answer, evidence } = await ask(
      api("videos", { part: "snippet,status,contentDetails,paidProductPlacementDetails", id: post.post_id }),
      rules,
    );
    // 403 is a spent quota or a bad key: ours to mend, and no word about the video.
    if (saysNothing(answer) || answer.status !== 200) return { outcome: "unavailable", evidence: [evidence] };
    const found = videosSchema.safeParse(readJson(answer.body_text));
    if (!found.success) return { outcome: "unavailable", evidence: [evidence] };
    const [video] = found.data.items;
    if (!video) return lookAtUnlisted(post, evidence);
    if (video.status?.privacyStatus === "private") return { outcome: "private", evidence: [evidence] };
    const { snippet } = video;
    return {
      outcome: "found",
      evidence: [withText(evidence, `${snippet.title}\n${snippet.description}`)],
      post: {
        author_id: snippet.channelId,
        author_handle: null,
        published_at: new Date(snippet.publishedAt),
        title: snippet.title,
        text: snippet.description,
        length_seconds: video.contentDetails ? durationSeconds(video.contentDetails.duration) : null,
        paid_label: video.paidProductPlacementDetails?.hasPaidProductPlacement ?? null,
      },
    };
  }

  async function fetchChannel(handle: string): Promise<ChannelObservation> {
    if (!settings.api_key) return { outcome: "unavailable", evidence: [] };
    const { answer, evidence } = await ask(
      api("channels", { part: "snippet,statistics", forHandle: `@${handle}` }),
      rules,
    );
    if (saysNothing(answer) || answer.status !== 200) return { outcome: "unavailable", evidence: [evidence] };
    const found = channelsSchema.safeParse(readJson(answer.body_text));
    const channel = found.data?.items[0];
    if (!channel) return { outcome: found.success ? "gone" : "unavailable", evidence: [evidence] };
    const followers = Number(channel.statistics?.subscriberCount);
    return {
      outcome: "found",
      external_id: channel.id,
      about: channel.snippet.description,
      followers: Number.isSafeInteger(followers) ? followers : null,
      evidence: [withText(evidence, channel.snippet.description)],
    };
  }

  /** Every form of YouTube's addresses carries its id, so there is nothing to follow. */
  const resolve = async (url: string): Promise<Resolved> => ({
    outcome: "found",
    address: url,
    evidence: [],
  });
  return { platform: "youtube", resolve, fetchPost, fetchChannel };
}

/** ISO 8601 durations as YouTube writes them (`PT1H2M3S`), in seconds; null for anything else. */
export function durationSeconds(text: string): number | null {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!parts) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
