/** Meta's oEmbed for Instagram, which needs a token and no longer tells who posted, and instagram.com as a visitor sees it. */
import { type Context, Hono } from "hono";
import { badge, html, time } from "../../frame/page";
import { channelUrl, instagramCode, postUrl } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import { grouped, lines, nothingHere, visitorPage } from "./visitor-page";

/** graph.facebook.com; `token` undefined takes any. With or without a version in the path. */
export function makeInstagramGraph(world: World, token: string | undefined): Hono {
  const graph = new Hono();
  for (const path of ["/instagram_oembed", "/:version{v\\d+\\.\\d+}/instagram_oembed"])
    graph.get(path, (c) => {
      const given = c.req.query("access_token") ?? c.req.header("authorization")?.replace(/^Bearer\s+/i, "");
      if (!given) return refuse(c, 200, "(#200) Provide valid app ID");
      if (token && given !== token)
        return refuse(c, 190, "Invalid OAuth access token - Cannot parse access token");
      const url = c.req.query("url");
      if (!url) return refuse(c, 100, "The parameter url is required");
      const code = instagramCode(url);
      if (!code) return refuse(c, 100, "Invalid parameter", 2_207_006);
      const post = world.postOn("instagram", code);
      if (!post || world.seen(post) !== "public")
        return refuse(
          c,
          24,
          "The requested resource does not exist",
          2_207_006,
          "Media not found or unavailable",
        );
      return c.json(oembed(post));
    });
  graph.all("*", (c) => refuse(c, 2_500, "Unknown path components", undefined, undefined, 404));
  return graph;
}

export function makeInstagramWeb(world: World): Hono {
  const web = new Hono();

  // Before the posts: `/share/reel/CODE` would else be the reel of a user named "share".
  for (const folder of ["", "/p", "/reel", "/reels"]) {
    web.get(`/share${folder}/:code/`, (c) => followShare(c, world));
    web.get(`/share${folder}/:code`, (c) => followShare(c, world));
  }

  for (const folder of ["p", "reel", "reels", "tv"])
    for (const path of [`/${folder}/:code`, `/:user/${folder}/:code`]) {
      web.get(path, (c) => postPage(c, world));
      web.get(`${path}/`, (c) => postPage(c, world));
    }

  web.get("/:handle{[A-Za-z0-9._]{1,30}}/", (c) => profilePage(c, world));
  web.get("/:handle{[A-Za-z0-9._]{1,30}}", (c) => profilePage(c, world));

  web.all("*", (c) => notFound(c));
  return web;
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

function refuse(
  c: Context,
  code: number,
  message: string,
  error_subcode?: number,
  title?: string,
  status: 400 | 404 = 400,
) {
  const error = {
    message,
    type: "OAuthException",
    code,
    ...(error_subcode ? { error_subcode } : {}),
    ...(title ? { error_user_title: title } : {}),
    fbtrace_id: "AsandboxTrace",
  };
  return c.json({ error }, status);
}

function followShare(c: Context, world: World) {
  const post = world.postByCode("instagram", c.req.param("code"));
  return post ? c.redirect(`${postUrl(post)}?igsh=sandbox`, 302) : notFound(c);
}

function postPage(c: Context, world: World) {
  const post = world.postOn("instagram", c.req.param("code"));
  const channel = post && world.channel("instagram", post.handle);
  if (!post || !channel || world.seen(post) !== "public") return notFound(c);
  const day = new Date(post.published_at).toLocaleDateString("en-US", {
    month: "long",
    day: "numeric",
    year: "numeric",
    timeZone: "UTC",
  });
  const page = visitorPage({
    platform: "Instagram",
    title: `${channel.name} on Instagram: "${post.caption}"`,
    canonical: postUrl(post),
    meta: {
      "og:site_name": "Instagram",
      "og:type": "article",
      "og:title": `${channel.name} on Instagram: "${post.caption}"`,
      "og:description": `${channel.followers % 900} likes, ${channel.followers % 40} comments - ${channel.handle} on ${day}: "${post.caption}". `,
      description: `${channel.followers % 900} likes, ${channel.followers % 40} comments - ${channel.handle} on ${day}: "${post.caption}". `,
    },
    body: html`<p><a href="/instagram/${channel.handle}/"><strong>${channel.handle}</strong></a> ${post.paid_label ? badge("Paid partnership", "warn") : ""}</p>
<div class="picture tall">${post.kind === "post" ? "◻" : "▶"}</div>
${lines(post.caption)}<p class="soft">${time(post.published_at)}</p>`,
  });
  return c.html(page);
}

function profilePage(c: Context, world: World) {
  const channel = world.channel("instagram", c.req.param("handle") ?? "");
  return channel ? c.html(profile(world, channel)) : notFound(c);
}

function profile(world: World, channel: Channel) {
  const { name, handle, description, followers } = channel;
  const posts = world.visiblePostsOf(channel);
  const counts = `${grouped(followers)} Followers, 214 Following, ${posts.length} Posts`;
  const title = `${name} (@${handle}) • Instagram photos and videos`;
  return visitorPage({
    platform: "Instagram",
    title,
    canonical: channelUrl(channel),
    meta: {
      "og:site_name": "Instagram",
      "og:type": "profile",
      "og:title": title,
      "og:description": `${counts} - See Instagram photos and videos from ${name} (@${handle})`,
      description: `${counts} - ${name} (@${handle}) on Instagram: "${description}"`,
    },
    body: html`<h1>${handle}</h1><p class="soft">${name} · ${counts}</p>${lines(description)}
<ul class="posts">${posts.map((post) => html`<li><a href="${postUrl(post).replace("https://www.instagram.com", "/instagram")}">${post.caption || post.title}</a> <small>${time(post.published_at)}</small></li>`)}</ul>`,
  });
}

/** Private and gone look the same from outside. */
function notFound(c: Context) {
  return c.html(
    nothingHere(
      "Instagram",
      "Sorry, this page isn't available.",
      "The link you followed may be broken, or the page may have been removed.",
    ),
    404,
  );
}
