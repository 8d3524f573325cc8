/** What TikTok's own pages carry as state for its scripts. Both answer 200 for what is not there; the state says so. */
import { z } from "zod";
import { scriptJson } from "./page-text";

/** Codes of the state: 0 is there. */
const GONE = new Set([10_204, 10_221, 10_202]);
const PRIVATE = new Set([10_222, 10_216]);

const stateSchema = z.object({
  __DEFAULT_SCOPE__: z.object({
    "webapp.video-detail": z
      .object({
        statusCode: z.number().default(0),
        itemInfo: z
          .object({
            itemStruct: z.object({
              id: z.string(),
              desc: z.string(),
              createTime: z.coerce.number(),
              author: z.object({ id: z.string(), uniqueId: z.string() }),
              video: z.object({ duration: z.number() }).optional(),
              isAd: z.boolean().optional(),
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
            user: z.object({ id: z.string(), uniqueId: z.string(), signature: z.string() }),
            stats: z.object({ followerCount: z.number() }).optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});

type State = z.infer<typeof stateSchema>["__DEFAULT_SCOPE__"];
export type VideoState = NonNullable<NonNullable<State["webapp.video-detail"]>["itemInfo"]>["itemStruct"];
export type UserState = NonNullable<NonNullable<State["webapp.user-detail"]>["userInfo"]>;
/** `unclear`: a wall or a page of another shape. */
type Absence = "gone" | "private" | "unclear";

export function readVideo(html: string): VideoState | Absence {
  const state = readState(html)?.["webapp.video-detail"];
  return state?.itemInfo?.itemStruct ?? absenceOf(state?.statusCode);
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
