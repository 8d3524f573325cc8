/**
 * Meta's oEmbed for Instagram (graph.facebook.com). No token is needed since June 2026 (developers.facebook.com, oembed-post; php-embed
 * #577): then 1,000 requests an hour. Since November 2025 it no longer tells who posted, nor a thumbnail.
 */
import { type Context, Hono } from "hono";
import { html } from "../../frame/page";
import { instagramCode, postUrl } from "../world/addresses";
import type { Post } from "../world/platform";
import type { World } from "../world/world";
import type { InstagramQuota } from "./instagram-quota";
import type { OddAnswers } from "./odd-answer";

export type InstagramOembed = {
  world: World;
  odd: OddAnswers;
  quota: InstagramQuota;
  /** Undefined takes any. */
  token: string | undefined;
};

/** With or without a version in the path. */
export function makeInstagramOembed({ world, odd, quota, token }: InstagramOembed): Hono {
  const graph = new Hono();
  for (const path of ["/instagram_oembed", "/:version{v\\d+\\.\\d+}/instagram_oembed"])
    graph.get(path, (c) => {
      const given = c.req.query("access_token") ?? c.req.header("authorization")?.replace(/^Bearer\s+/i, "");
      if (given && token && given !== token)
        return refuse(c, { code: 190, message: "Invalid OAuth access token - Cannot parse access token" });
      if (!given && !quota.spend()) return overQuota(c);
      const url = c.req.query("url");
      if (!url) return refuse(c, { code: 100, message: "The parameter url is required" });
      const code = instagramCode(url);
      if (!code) return refuse(c, { code: 100, message: "Invalid parameter", error_subcode: 2_207_006 });
      const asked = world.postOn("instagram", code);
      if (!asked) return notFound(c);
      return odd.about(c, asked, "oembed", (post) =>
        isEmbedded(world, post) ? c.json(oembed(post)) : notFound(c),
      );
    });
  graph.all("*", (c) => refuse(c, { code: 2_500, message: "Unknown path components" }, 404));
  return graph;
}

/** One answer for all that is not embedded: gone, private, age-restricted, new, or switched off by its owner. */
function isEmbedded(world: World, post: Post): boolean {
  return world.seen(post) === "public" && post.embeddable && !post.age_restricted && world.listed(post);
}

function oembed(post: Post) {
  const url = `${postUrl(post)}?utm_source=ig_embed&utm_campaign=loading`;
  return {
    version: "1.0",
    provider_name: "Instagram",
    provider_url: "https://www.instagram.com/",
    type: "rich",
    width: 658,
    html: String(
      html`<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="${url}" data-instgrm-version="14" style="max-width:658px; min-width:326px; width:99.375%;"><a href="${url}" target="_blank">View this post on Instagram</a></blockquote> <script async src="//www.instagram.com/embed.js"></script>`,
    ),
  };
}

function notFound(c: Context): Response {
  return refuse(c, {
    code: 24,
    message: "The requested resource does not exist",
    error_subcode: 2_207_006,
    error_user_title: "Media not found or unavailable",
  });
}

/** Meta's throttling comes as 403, not 429 (Graph API, rate limits). */
function overQuota(c: Context): Response {
  const message = "(#4) Application request limit reached";
  return refuse(c, { code: 4, message, error_subcode: 1_349_210, is_transient: true }, 403);
}

type MetaError = {
  code: number;
  message: string;
  error_subcode?: number;
  error_user_title?: string;
  is_transient?: boolean;
};

function refuse(c: Context, { message, code, ...more }: MetaError, status: 400 | 403 | 404 = 400): Response {
  return c.json(
    { error: { message, type: "OAuthException", code, ...more, fbtrace_id: "AsandboxTrace" } },
    status,
  );
}
