/** Everything that reads what a platform answered, by name, as functions of the answer's text. */
import type { CanonicalPost } from "@/app/domain/verification/link";
import * as amazon from "@/app/domain/verification/platforms/amazon-page";
import * as instagram_embed from "@/app/domain/verification/platforms/instagram-embed";
import * as instagram from "@/app/domain/verification/platforms/instagram-page";
import { isWhole, pageBody, pageHead, scriptJson } from "@/app/domain/verification/platforms/page-text";
import { parsedJson } from "@/app/domain/verification/platforms/parsed-json";
import * as tiktok_embed from "@/app/domain/verification/platforms/tiktok-embed";
import * as tiktok from "@/app/domain/verification/platforms/tiktok-page";
import { isWall } from "@/app/domain/verification/platforms/walls";
import {
  channelsSchema,
  durationSeconds,
  embedSchema,
  videosSchema,
} from "@/app/domain/verification/platforms/youtube-api";
import type { Fetched } from "@/app/lib/safe-fetch";

export const TIKTOK_POST: CanonicalPost = {
  platform: "tiktok",
  kind: "video",
  post_id: "7301234567890123456",
  canonical_url: "https://www.tiktok.com/@mia/video/7301234567890123456",
  handle: "mia",
};

export function answerOf(body_text: string, status = 200): Fetched {
  return {
    status,
    final_url: "https://www.example.com/x",
    content_type: "text/html; charset=utf-8",
    body_text,
    bytes: body_text.length,
    sha256: "",
    truncated: false,
  };
}

export const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "YouTube's videos": (text) => videosSchema.safeParse(parsedJson(text)).data,
  "YouTube's channels": (text) => channelsSchema.safeParse(parsedJson(text)).data,
  "YouTube's oEmbed": (text) => embedSchema.safeParse(parsedJson(text)).data,
  "YouTube's durations": durationSeconds,
  "TikTok's posts": tiktok.readVideo,
  "TikTok's profiles": tiktok.readUser,
  "TikTok's oEmbed": (text) => tiktok_embed.readEmbed(answerOf(text), TIKTOK_POST),
  "TikTok's authors": (text) =>
    tiktok_embed.authorOf({ type: "video", title: "", embed_product_id: "1", author_url: text }),
  "Instagram's posts": instagram.readPost,
  "Instagram's profiles": instagram.readProfile,
  "Instagram's absences": instagram.saysUnavailable,
  "Instagram's dates": instagram.publishedAt,
  "Instagram's oEmbed": (text) => instagram_embed.readEmbed(answerOf(text)),
  "Instagram's oEmbed errors": (text) => instagram_embed.readEmbed(answerOf(text, 400)),
  "Amazon's posts": amazon.readPost,
  "Amazon's storefronts": amazon.readStorefront,
  "Amazon's absences": amazon.saysNotFound,
  "heads of pages": pageHead,
  "bodies of pages": pageBody,
  "states of pages": (text) => scriptJson(text, "__UNIVERSAL_DATA_FOR_REHYDRATION__"),
  "ends of pages": isWhole,
  walls: (text) => isWall(answerOf(text)),
};
