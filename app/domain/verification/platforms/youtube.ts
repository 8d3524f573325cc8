/** YouTube: the Data API knows author, date and text; oEmbed only helps to tell that a video is there. */
import { z } from "zod";
import { canonicalise } from "../canonical-url";
import type { CanonicalPost } from "../link";
import type { ChannelLook, PostLook, SocialPlatform } from "../platform";
import { ask, readJson, rulesFor, saysNothing, withText } from "./ask";

export type YouTubeSettings = { api_base: string; web_base: string; api_key: string | undefined };

const videosSchema = z.object({
  items: z.array(
    z.object({
      snippet: z.object({
        channelId: z.string(),
        channelTitle: z.string(),
        title: z.string(),
        description: z.string(),
        publishedAt: z.string(),
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
        snippet: z.object({
          title: z.string(),
          description: z.string().default(""),
          customUrl: z.string().optional(),
        }),
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

  async function fetchPost(post: CanonicalPost): Promise<PostLook> {
    if (!settings.api_key) return { outcome: "not_readable", evidence: [] };
    const { answer, evidence } = await ask(
      api("videos", { part: "snippet,status,contentDetails,paidProductPlacementDetails", id: post.post_id }),
      rules,
    );
    // 403 is a spent quota or a bad key: ours to mend, and no word about the video.
    if (saysNothing(answer) || answer.status !== 200) return { outcome: "unavailable", evidence: [evidence] };
    const found = videosSchema.safeParse(readJson(answer.body_text));
    if (!found.success) return { outcome: "unavailable", evidence: [evidence] };
    const [video] = found.data.items;
    // The API lists neither deleted nor private videos; which of the two it is makes no difference to the creator.
    if (!video) return { outcome: "gone", evidence: [evidence] };
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

  async function fetchChannel(handle: string): Promise<ChannelLook> {
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

  return { platform: "youtube", resolve: async (url) => canonicalise(url), fetchPost, fetchChannel };
}

/** ISO 8601 durations as YouTube writes them (`PT1H2M3S`), in seconds; null for anything else. */
export function durationSeconds(text: string): number | null {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!parts) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
