/** YouTube's Data API v3: videos.list and channels.list with an API key, Google's error envelope, and a daily quota. */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import type { YoutubeQuota } from "./youtube-quota";

const MAX_IDS = 50;
const VIDEO_PARTS = [
  "snippet",
  "status",
  "contentDetails",
  "statistics",
  "paidProductPlacementDetails",
  "id",
];
const CHANNEL_PARTS = ["snippet", "statistics", "contentDetails", "brandingSettings", "status", "id"];

export function makeYoutubeApi(world: World, quota: YoutubeQuota, api_key: string | undefined): Hono {
  const api = new Hono();

  api.use(async (c, next) => {
    const key = c.req.query("key") ?? c.req.header("x-goog-api-key");
    if (!key) return refuse(c, 403, MISSING_KEY, "forbidden", "PERMISSION_DENIED");
    if (api_key && key !== api_key)
      return refuse(
        c,
        400,
        "API key not valid. Please pass a valid API key.",
        "badRequest",
        "INVALID_ARGUMENT",
      );
    if (!quota.spend(1)) return refuse(c, 403, OVER_QUOTA, "quotaExceeded", undefined, "youtube.quota");
    return next();
  });

  api.get("/videos", (c) => {
    const parts = partsOf(c, VIDEO_PARTS);
    if (parts instanceof Response) return parts;
    const ids = listed(c.req.query("id"));
    if (ids.length === 0) return noFilter(c, "id");
    const found = ids.slice(0, MAX_IDS).flatMap((id) => {
      const post = world.postOn("youtube", id);
      const channel = post && world.channel("youtube", post.handle);
      return channel && world.seen(post) === "public" ? [video(post, channel, parts)] : [];
    });
    return c.json(listResponse("videoList", found));
  });

  api.get("/channels", (c) => {
    const parts = partsOf(c, CHANNEL_PARTS);
    if (parts instanceof Response) return parts;
    const { id, forHandle, forUsername } = c.req.query();
    const handle = forHandle ?? forUsername;
    if (!id && !handle) return noFilter(c, "id, forHandle or forUsername");
    const channels = id
      ? listed(id).map((one) => world.channelById("youtube", one))
      : [world.channel("youtube", handle ?? "")];
    const found = channels.flatMap((one) => (one ? [channelOf(one, world, parts)] : []));
    // With nothing found the real API leaves `items` out of a channel list.
    const { items, ...empty } = listResponse("channelList", found);
    return c.json(items.length > 0 ? { ...empty, items } : empty);
  });

  api.all("*", (c) => c.notFound());
  return api;
}

const MISSING_KEY =
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.";
const OVER_QUOTA =
  'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.';

function video(post: Post, channel: Channel, parts: string[]) {
  const { id, title, caption, tags, published_at } = post;
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
      liveBroadcastContent: "none",
      localized: { title, description: caption },
    },
    contentDetails: {
      duration: isoDuration(post.duration_seconds),
      dimension: "2d",
      definition: "hd",
      caption: "false",
      licensedContent: false,
      contentRating: {},
      projection: "rectangular",
    },
    status: {
      uploadStatus: "processed",
      privacyStatus: "public",
      license: "youtube",
      embeddable: post.embeddable,
      publicStatsViewable: true,
      madeForKids: false,
    },
    statistics: {
      viewCount: countFrom(id, 9_000),
      likeCount: countFrom(`${id}l`, 700),
      favoriteCount: "0",
      commentCount: countFrom(`${id}c`, 60),
    },
    paidProductPlacementDetails: { hasPaidProductPlacement: post.paid_label },
  };
  return { kind: "youtube#video", etag: etag(post), id, ...only(all, parts) };
}

function channelOf(channel: Channel, world: World, parts: string[]) {
  const { external_id: id, name: title, handle, description } = channel;
  const posts = world.visiblePostsOf(channel);
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
      viewCount: countFrom(id, 2_000_000),
      subscriberCount: String(channel.followers),
      hiddenSubscriberCount: false,
      videoCount: String(posts.length),
    },
    status: { privacyStatus: "public", isLinked: true, longUploadsStatus: "longUploadsUnspecified" },
    brandingSettings: { channel: { title, description } },
  };
  return { kind: "youtube#channel", etag: etag(channel), id, ...only(all, parts) };
}

function partsOf(c: Context, known: string[]): string[] | Response {
  const parts = listed(c.req.query("part"));
  if (parts.length === 0)
    return refuse(c, 400, "No part selected.", "missingRequiredParameter", undefined, "youtube.parameter");
  const unknown = parts.find((part) => !known.includes(part));
  if (unknown) return refuse(c, 400, `'${unknown}'`, "unknownPart", undefined, "youtube.part");
  return parts;
}

function noFilter(c: Context, names: string): Response {
  return refuse(
    c,
    400,
    `No filter selected. Expected one of: ${names}`,
    "missingRequiredParameter",
    undefined,
    "youtube.parameter",
  );
}

/** Google's envelope, with the older `errors` list that the YouTube API still fills. */
function refuse(
  c: Context,
  code: 400 | 403,
  message: string,
  reason: string,
  status?: string,
  domain = "global",
) {
  const error = { code, message, errors: [{ message, domain, reason }], ...(status ? { status } : {}) };
  return c.json({ error }, code);
}

function listResponse<T>(kind: "videoList" | "channelList", items: T[]) {
  const type = kind === "videoList" ? "videoListResponse" : "channelListResponse";
  const pageInfo = { totalResults: items.length, resultsPerPage: items.length };
  return { kind: `youtube#${type}`, etag: etag(items), items, pageInfo };
}

function only<T extends Record<string, unknown>>(all: T, parts: string[]): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => parts.includes(name))) as Partial<T>;
}

function listed(value: string | undefined): string[] {
  return (value ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
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

/** A number of views that stays the same for one video. */
function countFrom(seed: string, below: number): string {
  return String(createHash("sha256").update(seed).digest().readUInt32BE() % below);
}

function etag(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 27);
}
