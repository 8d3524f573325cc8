/** What Instagram's oEmbed says of a post. https://developers.facebook.com/docs/instagram-platform/oembed */
import { z } from "zod";
import type { Fetched } from "@/app/lib/safe-fetch";
import { canonicalise } from "../canonical-url";
import { parsedJson } from "./parsed-json";

const MEDIA_NOT_FOUND = 2_207_006;
const NO_SUCH_RESOURCE = 24;

const errorSchema = z.object({
  error: z.object({ code: z.number().optional(), error_subcode: z.number().optional() }),
});
const embedSchema = z.object({ provider_name: z.literal("Instagram"), html: z.string() });

/**
 * `denied`: "not found", which it says of posts that are gone, private, for adults, or that their author lets nobody embed.
 * `limited`: an expired token and a spent allowance, both answered with 400, are ours to mend.
 */
export type EmbedAnswer = { post_id: string } | "denied" | "limited" | "unclear";

export function readEmbed({ status, body_text }: Fetched): EmbedAnswer {
  const body = parsedJson(body_text);
  if (status === 200) {
    const seen = embedSchema.safeParse(body);
    const permalink = seen.success
      ? /data-instgrm-permalink="([^"]{1,300})"/.exec(seen.data.html)?.[1]
      : undefined;
    const reading = permalink ? canonicalise(permalink) : null;
    return reading && "post_id" in reading && reading.platform === "instagram"
      ? { post_id: reading.post_id }
      : "unclear";
  }
  const failed = errorSchema.safeParse(body);
  if (!failed.success) return "unclear";
  const { code, error_subcode } = failed.data.error;
  return code === NO_SUCH_RESOURCE || error_subcode === MEDIA_NOT_FOUND ? "denied" : "limited";
}
