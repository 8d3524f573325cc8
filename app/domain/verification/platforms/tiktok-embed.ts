/** What TikTok's oEmbed says of a post. https://developers.tiktok.com/doc/embed-videos */
import { z } from "zod";
import type { Fetched } from "@/app/lib/safe-fetch";
import { sameHandle } from "../../creator/handle";
import type { CanonicalPost } from "../link";
import { parsedJson } from "./parsed-json";

const embedSchema = z.object({
  type: z.string(),
  embed_type: z.string().optional(),
  /** The caption: without it, nobody knows what the post says. */
  title: z.string().nullable().default(null),
  embed_product_id: z.string(),
  author_unique_id: z.string().optional(),
  author_url: z.string().optional(),
});
export type Embed = z.output<typeof embedSchema>;

/**
 * `gone`: in place of the post it shows the profile of the very author in the address. `denied`: 400, which it says of whatever it will not
 * embed, and now and then of good posts (https://github.com/RSS-Bridge/rss-bridge/issues/4514).
 */
export type EmbedAnswer = Embed | "gone" | "denied" | "other_post" | "unclear";

export function readEmbed(answer: Fetched, post: CanonicalPost): EmbedAnswer {
  if (answer.status === 400 || answer.status === 404) return "denied";
  if (answer.status !== 200) return "unclear";
  const seen = embedSchema.safeParse(parsedJson(answer.body_text));
  if (!seen.success) return "unclear";
  const { type, embed_type, embed_product_id } = seen.data;
  if (embed_type === "creator") {
    const author = authorOf(seen.data);
    return author && post.handle && sameHandle(author, post.handle) ? "gone" : "unclear";
  }
  // Photo posts are not `video`, but they are told apart from profiles.
  if (type !== "video" && embed_type !== "photo") return "unclear";
  return embed_product_id.replace(/^0+/, "") === post.post_id ? seen.data : "other_post";
}

export function authorOf({ author_unique_id, author_url }: Embed): string | null {
  return author_unique_id || (/@([\w.]+)/.exec(author_url ?? "")?.[1] ?? null);
}
