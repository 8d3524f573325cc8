/** The shapes of YouTube's answers, as far as they are read. https://developers.google.com/youtube/v3/docs/videos */
import { z } from "zod";
import { canonicalise } from "../canonical-url";

/** Counts come as text; null where the platform does not tell. */
const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .nullable()
  .catch(null);

/** Everything that is wrong with a list is collected: a list that is too long to be an answer is not looked into. */
const MAX_ITEMS = 50;
const MAX_COUNTRIES = 300;
const listOf = <Item extends z.ZodType>(item: Item, max: number) =>
  z.array(z.unknown()).max(max).pipe(z.array(item));
const countries = listOf(z.string(), MAX_COUNTRIES).optional();

const video = z.object({
  id: z.string(),
  snippet: z.object({
    channelId: z.string().min(1),
    title: z.string(),
    description: z.string(),
    publishedAt: z.iso.datetime({ offset: true }),
    liveBroadcastContent: z.string().optional(),
  }),
  status: z.object({ privacyStatus: z.string(), uploadStatus: z.string() }),
  contentDetails: z
    .object({
      duration: z.string(),
      regionRestriction: z.object({ blocked: countries, allowed: countries }).optional(),
    })
    .optional(),
  statistics: z
    .object({
      viewCount: count.default(null),
      likeCount: count.default(null),
      commentCount: count.default(null),
    })
    .optional(),
  paidProductPlacementDetails: z.object({ hasPaidProductPlacement: z.boolean() }).optional(),
});
export type Video = z.output<typeof video>;

/** Without `kind` it is no answer of this API: an error body, or somebody else's JSON. */
export const videosSchema = z.object({
  kind: z.literal("youtube#videoListResponse"),
  items: listOf(video, MAX_ITEMS),
});

const channel = z.object({
  id: z.string().min(1),
  snippet: z.object({ description: z.string().default(""), customUrl: z.string().optional() }),
  statistics: z.object({ subscriberCount: count.default(null) }).optional(),
});

export const channelsSchema = z.object({
  kind: z.literal("youtube#channelListResponse"),
  // Left out where nothing was found.
  items: listOf(channel, MAX_ITEMS).default([]),
});

export const embedSchema = z.object({ title: z.string(), author_name: z.string(), author_url: z.string() });

/** The id in the spelling of `canonicalise`; as it is when it is none. */
export function videoId(id: string): string {
  const reading = canonicalise(`https://www.youtube.com/watch?v=${id}`);
  return "post_id" in reading ? reading.post_id : id;
}

/** ISO 8601 durations as YouTube writes them (`PT1H2M3S`), in seconds; null for anything else. */
export function durationSeconds(text: string): number | null {
  const parts = /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(text);
  if (!parts) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
