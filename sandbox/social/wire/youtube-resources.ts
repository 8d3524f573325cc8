/** Videos and channels as resources of YouTube's Data API (developers.google.com/youtube/v3/docs/videos and …/channels). */
import { createHash } from "node:crypto";
import type { Channel, Post, Upload } from "../world/platform";
import type { World } from "../world/world";

const UPLOAD_STATUS: Record<
  Upload,
  { uploadStatus: string; rejectionReason?: string; failureReason?: string }
> = {
  processed: { uploadStatus: "processed" },
  processing: { uploadStatus: "uploaded" },
  rejected: { uploadStatus: "rejected", rejectionReason: "termsOfUse" },
  failed: { uploadStatus: "failed", failureReason: "conversion" },
};

/**
 * Whether videos.list tells of a video to a caller with no more than a key: unlisted ones and those for members, yes (the latter with
 * nothing that marks them: youtube-metadata #171, google-api-python-client #2648), private, scheduled and deleted ones, no.
 */
export function isTold(world: World, post: Post): boolean {
  const seen = world.seen({ ...post, upload: "processed" });
  return seen !== "private" && seen !== "gone" && world.listed(post);
}

export function videoResource(world: World, post: Post, channel: Channel, parts: string[]) {
  const { id, title, caption, tags, published_at, state } = post;
  const { views, likes, comments } = world.figures(post);
  const upcoming = world.seen(post) === "upcoming";
  const region = {
    ...(post.allowed_in ? { allowed: post.allowed_in } : {}),
    ...(post.blocked_in.length > 0 ? { blocked: post.blocked_in } : {}),
  };
  const live = liveDetails(post, upcoming);
  const all = {
    snippet: {
      publishedAt: seconds(published_at),
      channelId: channel.external_id,
      title,
      description: caption,
      thumbnails: { default: { url: `https://i.ytimg.com/vi/${id}/default.jpg`, width: 120, height: 90 } },
      channelTitle: channel.name,
      ...(tags.length > 0 ? { tags } : {}),
      categoryId: "26",
      liveBroadcastContent: upcoming ? "upcoming" : "none",
      localized: { title, description: caption },
    },
    contentDetails: {
      // What is not broadcast yet, or not processed, has no length.
      duration: upcoming || post.upload !== "processed" ? "P0D" : isoDuration(post.duration_seconds),
      dimension: "2d",
      definition: "hd",
      caption: "false",
      licensedContent: false,
      ...(Object.keys(region).length > 0 ? { regionRestriction: region } : {}),
      contentRating: post.age_restricted ? { ytRating: "ytAgeRestricted" } : {},
      projection: "rectangular",
    },
    status: {
      ...UPLOAD_STATUS[post.upload],
      privacyStatus: state === "unlisted" ? "unlisted" : "public",
      license: "youtube",
      embeddable: post.embeddable,
      publicStatsViewable: views !== null,
      madeForKids: false,
    },
    statistics: {
      ...(views === null || state === "members" ? {} : { viewCount: String(views) }),
      ...(likes === null ? {} : { likeCount: String(likes) }),
      favoriteCount: "0",
      ...(comments === null ? {} : { commentCount: String(comments) }),
    },
    paidProductPlacementDetails: { hasPaidProductPlacement: post.paid_label },
    ...(live ? { liveStreamingDetails: live } : {}),
  };
  return { kind: "youtube#video", etag: etag({ post, views }), id, ...only(all, parts) };
}

export function channelResource(world: World, channel: Channel, parts: string[]) {
  const { external_id: id, name: title, handle, description, hidden_followers } = channel;
  const posts = world.visiblePostsOf(channel);
  const views = posts.reduce((sum, post) => sum + (world.figures(post).views ?? 0), 0);
  const all = {
    snippet: {
      title,
      description,
      customUrl: `@${handle.toLowerCase()}`,
      publishedAt: seconds(channel.created_at),
      thumbnails: {},
      localized: { title, description },
    },
    contentDetails: { relatedPlaylists: { likes: "", uploads: `UU${id.slice(2)}` } },
    statistics: {
      viewCount: String(views),
      ...(hidden_followers ? {} : { subscriberCount: roundedDown(channel.followers) }),
      hiddenSubscriberCount: hidden_followers,
      videoCount: String(posts.length),
    },
    status: { privacyStatus: "public", isLinked: true, longUploadsStatus: "longUploadsUnspecified" },
    brandingSettings: { channel: { title, description } },
  };
  return { kind: "youtube#channel", etag: etag(channel), id, ...only(all, parts) };
}

export function etag(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 27);
}

function liveDetails(post: Post, upcoming: boolean) {
  if (!post.premiere) return undefined;
  const scheduledStartTime = seconds(post.published_at);
  return upcoming ? { scheduledStartTime } : { scheduledStartTime, actualStartTime: scheduledStartTime };
}

/** The API tells subscribers with three significant figures, rounded down (channels resource, `subscriberCount`). */
function roundedDown(followers: number): string {
  const unit = 10 ** Math.max(0, String(followers).length - 3);
  return String(Math.floor(followers / unit) * unit);
}

function only<T extends Record<string, unknown>>(all: T, parts: string[]): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => parts.includes(name))) as Partial<T>;
}

function seconds(iso: string): string {
  return `${iso.slice(0, 19)}Z`;
}

/** PT1H2M3S */
function isoDuration(total_seconds: number): string {
  const hours = Math.floor(total_seconds / 3_600);
  const minutes = Math.floor((total_seconds % 3_600) / 60);
  const rest = total_seconds % 60;
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${rest || !total_seconds ? `${rest}S` : ""}`;
}
