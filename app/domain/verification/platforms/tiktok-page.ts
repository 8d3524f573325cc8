/** What TikTok's own pages carry as state for its scripts. Both answer 200 for what is not there; the state says so. */
import { z } from "zod";
import { scriptJson } from "./page-text";

/**
 * Codes of the state, as public scrapers know them: 0 is there, 10204 does not exist, 10222 private, 10216 for friends; an account
 * that does not exist is 10221.
 */
const GONE = new Set([10_204, 10_221]);
const PRIVATE = new Set([10_222, 10_216]);

/** Numbers come as numbers, or as text where they are large. */
const whole = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,16}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER));
const count = whole.nullable().catch(null);
/** What no video lasts is no length. */
const duration = z.number().nonnegative().max(10_000_000);

const stateSchema = z.object({
  __DEFAULT_SCOPE__: z.object({
    "webapp.video-detail": z
      .object({
        statusCode: z.number().default(0),
        itemInfo: z
          .object({
            itemStruct: z.object({
              id: z.string().regex(/^\d{1,20}$/),
              desc: z.string(),
              createTime: whole.pipe(z.number().positive().max(4_000_000_000)),
              author: z.object({ id: z.string().min(1), uniqueId: z.string().min(1) }),
              video: z.object({ duration }).optional().catch(undefined),
              isAd: z.boolean().optional(),
              privateItem: z.boolean().optional(),
              secret: z.boolean().optional(),
              stats: z
                .object({ playCount: count, diggCount: count, commentCount: count })
                .partial()
                .optional()
                .catch(undefined),
            }),
          })
          .optional(),
      })
      .optional(),
    "webapp.user-detail": z
      .object({
        statusCode: z.number().default(0),
        userInfo: z
          .object({
            user: z.object({ id: z.string().min(1), uniqueId: z.string().min(1), signature: z.string() }),
            stats: z.object({ followerCount: count }).optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});

type State = z.output<typeof stateSchema>["__DEFAULT_SCOPE__"];
export type VideoState = NonNullable<NonNullable<State["webapp.video-detail"]>["itemInfo"]>["itemStruct"];
export type UserState = NonNullable<NonNullable<State["webapp.user-detail"]>["userInfo"]>;
/** `unclear`: a page of another shape. */
type Absence = "gone" | "private" | "unclear";

export function readVideo(html: string): VideoState | Absence {
  const state = readState(html)?.["webapp.video-detail"];
  const item = state?.itemInfo?.itemStruct;
  // What the state says outweighs an item that came along with it.
  if (!item || state?.statusCode !== 0) return absenceOf(state?.statusCode);
  return item.privateItem || item.secret ? "private" : item;
}

export function readUser(html: string): UserState | Absence {
  const state = readState(html)?.["webapp.user-detail"];
  return state?.userInfo ?? absenceOf(state?.statusCode);
}

function readState(html: string): State | null {
  const parsed = stateSchema.safeParse(scriptJson(html, "__UNIVERSAL_DATA_FOR_REHYDRATION__"));
  return parsed.success ? parsed.data.__DEFAULT_SCOPE__ : null;
}

function absenceOf(code: number | undefined): Absence {
  if (code === undefined) return "unclear";
  if (GONE.has(code)) return "gone";
  return PRIVATE.has(code) ? "private" : "unclear";
}
