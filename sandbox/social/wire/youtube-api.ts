/** YouTube's Data API v3: videos.list and channels.list with an API key, Google's error envelope, and a daily quota. */
import { type Context, Hono } from "hono";
import { oddAt } from "../world/odd";
import type { Post } from "../world/platform";
import type { World } from "../world/world";
import type { OddAnswers } from "./odd-answer";
import { MISSING_KEY, OVER_QUOTA, REFUSALS, refuse, type YoutubeKeys } from "./youtube-keys";
import type { YoutubeQuota } from "./youtube-quota";
import { channelResource, etag, isTold, videoResource } from "./youtube-resources";

const MAX_IDS = 50;
const VIDEO_PARTS = [
  "snippet",
  "status",
  "contentDetails",
  "statistics",
  "paidProductPlacementDetails",
  "liveStreamingDetails",
  "id",
];
const CHANNEL_PARTS = ["snippet", "statistics", "contentDetails", "brandingSettings", "status", "id"];

export type YoutubeApi = {
  world: World;
  odd: OddAnswers;
  quota: YoutubeQuota;
  keys: YoutubeKeys;
  /** Undefined takes any. */
  api_key: string | undefined;
};

export function makeYoutubeApi({ world, odd, quota, keys, api_key }: YoutubeApi): Hono {
  const api = new Hono();

  api.use(async (c, next) => {
    const key = c.req.query("key") ?? c.req.header("x-goog-api-key");
    if (!key) return refuse(c, MISSING_KEY);
    const problem = keys.problemOf(key) ?? (api_key && key !== api_key ? "invalid" : undefined);
    if (problem) return refuse(c, REFUSALS[problem]);
    if (!quota.spend(1)) return refuse(c, OVER_QUOTA);
    return next();
  });

  api.get("/videos", (c) => {
    const parts = partsOf(c, VIDEO_PARTS);
    if (parts instanceof Response) return parts;
    const ids = listed(c.req.query("id"));
    if (ids.length === 0) return noFilter(c, "id");
    if (ids.length > MAX_IDS) return tooMany(c);
    const posts = ids.flatMap((id) => world.postOn("youtube", id) ?? []);
    const told = (shown: Post[]) => {
      const items = shown.flatMap((post) => {
        const channel = world.channel("youtube", post.handle);
        return channel && isTold(world, post) ? [videoResource(world, post, channel, parts)] : [];
      });
      return c.json(listResponse("videoList", items));
    };
    // One post with an odd answer spoils the answer about all that were asked for with it.
    const spoilt = posts.find((post) => oddAt(post.odd, "api"));
    if (!spoilt) return told(posts);
    return odd.about(c, spoilt, "api", (post) => told(posts.map((one) => (one === spoilt ? post : one))));
  });

  api.get("/channels", (c) => {
    const parts = partsOf(c, CHANNEL_PARTS);
    if (parts instanceof Response) return parts;
    const { id, forHandle, forUsername } = c.req.query();
    const handle = forHandle ?? forUsername;
    if (!id && !handle) return noFilter(c, "id, forHandle or forUsername");
    const ids = listed(id);
    if (ids.length > MAX_IDS) return tooMany(c);
    const channels = id
      ? ids.map((one) => world.openChannelById("youtube", one))
      : [world.openChannel("youtube", handle ?? "")];
    const found = channels.flatMap((one) => (one ? [channelResource(world, one, parts)] : []));
    // With nothing found the real API leaves `items` out of a channel list.
    const { items, ...empty } = listResponse("channelList", found);
    return c.json(items.length > 0 ? { ...empty, items } : empty);
  });

  api.all("*", (c) => c.notFound());
  return api;
}

function partsOf(c: Context, known: string[]): string[] | Response {
  const parts = listed(c.req.query("part"));
  if (parts.length === 0)
    return refuseParameter(c, "No part selected.", "missingRequiredParameter", "parameter");
  const unknown = parts.find((part) => !known.includes(part));
  return unknown ? refuseParameter(c, `'${unknown}'`, "unknownPart", "part") : parts;
}

function noFilter(c: Context, names: string): Response {
  const message = `No filter selected. Expected one of: ${names}`;
  return refuseParameter(c, message, "missingRequiredParameter", "parameter");
}

function tooMany(c: Context): Response {
  const message = `The request specifies an invalid filter parameter: no more than ${MAX_IDS} ids at once.`;
  return refuseParameter(c, message, "invalidFilters", "parameter");
}

function refuseParameter(c: Context, message: string, reason: string, kind: "parameter" | "part"): Response {
  return refuse(c, { code: 400, message, reason, domain: `youtube.${kind}` });
}

function listResponse<T>(kind: "videoList" | "channelList", items: T[]) {
  const type = kind === "videoList" ? "videoListResponse" : "channelListResponse";
  const pageInfo = { totalResults: items.length, resultsPerPage: items.length };
  return { kind: `youtube#${type}`, etag: etag(items), items, pageInfo };
}

function listed(value: string | undefined): string[] {
  return (value ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}
