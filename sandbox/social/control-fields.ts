/** The fields that the controls take: what can be set on a channel, a post, a short link, a platform and a key. */
import { z } from "zod";
import { KEY_PROBLEMS } from "./wire/youtube-keys";
import { ODD_KINDS, ODD_LINK_KINDS, SURFACES } from "./world/odd";
import { CHANNEL_STATES, KINDS, PLATFORMS, STATES, UPLOADS } from "./world/platform";

export const platformSchema = z.enum(PLATFORMS);
const instant = z.iso.datetime({ offset: true });
const country = z.string().regex(/^[A-Z]{2}$/);
/** Null hides a number; "auto" lets it grow by itself again. */
const figure = z
  .union([z.number().int().nonnegative(), z.null(), z.literal("auto")])
  .transform((value) => (value === "auto" ? undefined : value))
  .optional();

const channelFields = {
  name: z.string().min(1).optional(),
  description: z.string().optional(),
  followers: z.number().int().nonnegative().optional(),
  hidden_followers: z.boolean().optional(),
  state: z.enum(CHANNEL_STATES).optional(),
  external_id: z.string().min(1).optional(),
};
export const channelSchema = z.object({
  platform: platformSchema,
  handle: z.string().min(1),
  ...channelFields,
});
export const channelChange = z.object({ handle: z.string().min(1).optional(), ...channelFields });

const postFields = {
  title: z.string().optional(),
  tags: z.array(z.string()).optional(),
  paid_label: z.boolean().optional(),
  embeddable: z.boolean().optional(),
  published_at: instant.optional(),
  state: z.enum(STATES).optional(),
  upload: z.enum(UPLOADS).optional(),
  premiere: z.boolean().optional(),
  blocked_in: z.array(country).optional(),
  allowed_in: z.array(country).nullable().optional(),
  age_restricted: z.boolean().optional(),
  listed_at: instant.nullable().optional(),
  coauthors: z.array(z.string().transform((handle) => handle.replace(/^@/, ""))).optional(),
  views: figure,
  likes: figure,
  comments: figure,
  products: z.array(z.object({ asin: z.string().regex(/^[A-Z0-9]{10}$/), title: z.string() })).optional(),
  odd: z
    .object({ kind: z.enum(ODD_KINDS), at: z.enum(["all", ...SURFACES]).optional() })
    .nullable()
    .optional(),
};
export const postSchema = z.object({
  platform: platformSchema,
  handle: z.string().min(1),
  caption: z.string().default(""),
  kind: z.enum([...KINDS.youtube, ...KINDS.tiktok, ...KINDS.instagram, ...KINDS.amazon]).optional(),
  id: z.string().min(6).optional(),
  duration_seconds: z.number().int().positive().optional(),
  ...postFields,
});
export const postChange = z.object({ caption: z.string().optional(), ...postFields });

export const outageSchema = z.object({
  platform: platformSchema,
  status: z.union([z.literal("timeout"), z.number().int().min(400).max(599), z.null()]),
});

const count = z.number().int().nonnegative().optional();
export const quotaSchema = z.object({ daily_units: count, instagram_hourly_requests: count });

export const keySchema = z.object({ key: z.string().min(1), problem: z.enum(KEY_PROBLEMS).nullable() });

export const linkSchema = z.object({
  platform: z.enum(["tiktok", "instagram", "amazon"]),
  target: z.url(),
  odd: z
    .object({ kind: z.enum(ODD_LINK_KINDS) })
    .nullable()
    .default(null),
});
