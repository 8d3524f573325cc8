/** YouTube: the Data API knows whether a video is public, whose it is, and what it says; oEmbed tells what the API leaves out. */
import type { Fetched } from "@/app/lib/safe-fetch";
import type { Evidence } from "../check";
import type { CanonicalPost } from "../link";
import type {
  ChannelAddress,
  ChannelObservation,
  PostObservation,
  Resolved,
  SocialPlatform,
} from "../platform";
import type { Doubt } from "../vocabulary";
import { ask, rulesFor, withText } from "./ask";
import { parsedJson } from "./parsed-json";
import {
  channelsSchema,
  durationSeconds,
  embedSchema,
  type Video,
  videoId,
  videosSchema,
} from "./youtube-api";

export type YouTubeSettings = {
  api_base: string;
  web_base: string;
  api_key: string | undefined;
  timeout_ms?: number;
};

const VIDEO_PARTS = "snippet,status,contentDetails,statistics,paidProductPlacementDetails";

export function makeYouTube(settings: YouTubeSettings): SocialPlatform {
  const rules = rulesFor(
    new Set(["www.googleapis.com", "www.youtube.com"]),
    [settings.api_base, settings.web_base],
    settings.timeout_ms,
  );
  const api = (path: string, params: Record<string, string>) => {
    const url = new URL(`${settings.api_base}/youtube/v3/${path}`);
    for (const [name, value] of Object.entries({ ...params, key: settings.api_key ?? "" }))
      url.searchParams.set(name, value);
    return url;
  };

  /** Without a key, that a video is gone is all that can be told: oEmbed answers for unlisted videos, too. */
  async function observeWithoutKey(post: CanonicalPost): Promise<PostObservation> {
    const { status, evidence } = await askEmbed(post);
    if (status === 404) return { presence: "not_live", reason: "gone", evidence: [evidence] };
    return { presence: "unknown", reason: "no_key", evidence: [evidence] };
  }

  async function askEmbed(post: CanonicalPost) {
    const url = new URL(`${settings.web_base}/oembed`);
    url.searchParams.set("format", "json");
    url.searchParams.set("url", post.canonical_url);
    const { answer, doubt, evidence } = await ask(url, rules);
    const said = embedSchema.safeParse(parsedJson(answer?.body_text ?? ""));
    const status = answer ? ownStatus(answer) : null;
    if (said.success) {
      const { title, author_name, author_url } = said.data;
      return { status, doubt, evidence: withText(evidence, `${title}\n${author_name} · ${author_url}`) };
    }
    // 200 without the video's own card is no answer.
    return { status: status === 200 ? null : status, doubt, evidence };
  }

  /**
   * The API lists neither deleted nor private videos, nor, for some minutes, new ones. 401 stands for a private video and for one that may
   * not be embedded: https://github.com/TryGhost/Ghost/pull/16374.
   */
  async function observeUnlisted(post: CanonicalPost, listed: Evidence): Promise<PostObservation> {
    const { status, doubt, evidence } = await askEmbed(post);
    const seen = [listed, evidence];
    if (status === 404) return { presence: "not_live", reason: "gone", evidence: seen };
    if (status === 403) return { presence: "not_live", reason: "private", evidence: seen };
    const known = status === 200 || status === 401;
    return { presence: "unknown", reason: known ? "not_listed" : (doubt ?? "odd_answer"), evidence: seen };
  }

  async function fetchPost(post: CanonicalPost, country: string): Promise<PostObservation> {
    if (!settings.api_key) return observeWithoutKey(post);
    const asked = await ask(api("videos", { part: VIDEO_PARTS, id: post.post_id }), rules);
    const unknown = (reason: Doubt): PostObservation => ({
      presence: "unknown",
      reason,
      evidence: [asked.evidence],
    });
    if (!asked.answer) return unknown(asked.doubt);
    // A spent quota or a bad key: ours to mend, and no word about the video.
    if (asked.answer.status !== 200) return unknown("limited");
    const found = videosSchema.safeParse(parsedJson(asked.answer.body_text));
    if (!found.success) return unknown("odd_answer");
    const [video] = found.data.items;
    if (!video) return observeUnlisted(post, asked.evidence);
    if (videoId(video.id) !== post.post_id) return unknown("other_post");
    return observationOf(video, country, asked.evidence);
  }

  async function fetchChannel({ handle, external_id }: ChannelAddress): Promise<ChannelObservation> {
    if (!settings.api_key) return { presence: "unknown", reason: "no_key", evidence: [] };
    const filter: Record<string, string> = external_id ? { id: external_id } : { forHandle: `@${handle}` };
    const asked = await ask(api("channels", { part: "snippet,statistics", ...filter }), rules);
    const evidence = [asked.evidence];
    if (!asked.answer) return { presence: "unknown", reason: asked.doubt, evidence };
    if (asked.answer.status !== 200) return { presence: "unknown", reason: "limited", evidence };
    const found = channelsSchema.safeParse(parsedJson(asked.answer.body_text));
    if (!found.success) return { presence: "unknown", reason: "odd_answer", evidence };
    const [channel] = found.data.items;
    if (!channel) return { presence: "not_found", evidence };
    if (external_id && channel.id !== external_id)
      return { presence: "unknown", reason: "odd_answer", evidence };
    const { description, customUrl } = channel.snippet;
    return {
      presence: "found",
      handle: customUrl?.replace(/^@/, "") ?? handle,
      external_id: channel.id,
      about: description,
      followers: channel.statistics?.subscriberCount ?? null,
      evidence: [withText(asked.evidence, description)],
    };
  }

  /** Every form of YouTube's addresses carries its id, so there is nothing to follow. */
  const resolve = async (url: string): Promise<Resolved> => ({
    presence: "found",
    address: url,
    evidence: [],
  });
  return { platform: "youtube", resolve, fetchPost, fetchChannel };
}

/** YouTube says "Not Found" and "Forbidden" in a word; another page with such a status is not YouTube's. */
function ownStatus({ status, body_text }: Fetched): number | null {
  const word = body_text.trim();
  if (status === 404 && word !== "Not Found") return null;
  return status === 403 && word !== "Forbidden" ? null : status;
}

/** Live means public, finished, and not blocked in `country`. Whatever is not known to be good is not taken for good. */
function observationOf(video: Video, country: string, evidence: Evidence): PostObservation {
  const { snippet, status, contentDetails: details, statistics } = video;
  const told = [withText(evidence, `${snippet.title}\n${snippet.description}`)];
  const absent = (reason: Extract<PostObservation, { presence: "not_live" }>["reason"]): PostObservation => ({
    presence: "not_live",
    reason,
    evidence: told,
  });
  const unknown = (reason: Doubt): PostObservation => ({ presence: "unknown", reason, evidence: told });
  if (status.privacyStatus === "private") return absent("private");
  if (status.privacyStatus === "unlisted") return absent("unlisted");
  if (status.uploadStatus === "rejected" || status.uploadStatus === "failed") return absent("taken_off");
  if (status.uploadStatus === "deleted") return absent("gone");
  if (status.uploadStatus === "uploaded") return unknown("processing");
  if (snippet.liveBroadcastContent === "upcoming") return unknown("upcoming");
  if (status.privacyStatus !== "public" || status.uploadStatus !== "processed") return unknown("odd_answer");
  const region = details?.regionRestriction;
  if (region?.blocked?.includes(country) || (region?.allowed && !region.allowed.includes(country)))
    return absent("region_blocked");
  // To the API videos for members are public ones that nobody has seen, and so are videos whose owner hides the number: a person can tell.
  if (statistics?.viewCount == null) return unknown("members_only");
  return {
    presence: "live",
    missing: null,
    evidence: told,
    post: {
      post_id: videoId(video.id),
      author_id: snippet.channelId,
      author_handle: null,
      coauthor_handles: [],
      published_at: new Date(snippet.publishedAt),
      published_within_ms: 0,
      title: snippet.title,
      text: snippet.description,
      length_seconds: details ? durationSeconds(details.duration) : null,
      paid_label: video.paidProductPlacementDetails?.hasPaidProductPlacement ?? null,
      reach: {
        views: statistics.viewCount,
        likes: statistics.likeCount,
        comments: statistics.commentCount,
      },
    },
  };
}
