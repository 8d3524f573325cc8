/** tiktok.com as a visitor sees it, its oEmbed, which needs no token, and the short links its apps share. */
import { Hono } from "hono";
import { badge, html, time } from "../../frame/page";
import { channelUrl, postUrl, tiktokTarget } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import { grouped, lines, nothingHere, visitorPage } from "./visitor-page";

export function makeTiktok(world: World): Hono {
  const web = new Hono();

  web.get("/oembed", (c) => {
    const { id, short_code, handle } = tiktokTarget(c.req.query("url") ?? "");
    const post = short_code ? world.postByCode("tiktok", short_code) : world.postOn("tiktok", id);
    if (post && world.seen(post) === "public")
      return c.json(videoEmbed(post, world.channel("tiktok", post.handle) as Channel));
    const channel = handle ? world.channel("tiktok", handle) : undefined;
    if (channel) return c.json(profileEmbed(channel));
    return c.json({ message: "Something went wrong", code: 400 }, 400);
  });

  for (const path of ["/short/:code", "/short/:code/", "/t/:code", "/t/:code/"])
    web.get(path, (c) => {
      const code = c.req.param("code") ?? "";
      const post = world.postByCode("tiktok", code);
      const target = post ? `${postUrl(post)}?_r=1&_t=${code}` : world.shortTarget("tiktok", code);
      // A link whose video is gone still leads to where it was; one that never was leads home.
      return c.redirect(target ?? "https://www.tiktok.com/?_r=1", 301);
    });

  for (const kind of ["video", "photo"])
    web.get(`/:handle{@[^/]+}/${kind}/:id`, (c) => c.html(videoPage(world, c.req.param("id"))));

  web.get("/share/video/:id", (c) => c.html(videoPage(world, c.req.param("id"))));

  web.get("/:handle{@[^/]+}", (c) =>
    c.html(profilePage(world, world.channel("tiktok", c.req.param("handle")))),
  );

  web.all("*", (c) =>
    c.html(
      nothingHere("TikTok", "Couldn't find this page", "Check out more trending videos on TikTok."),
      404,
    ),
  );
  return web;
}

function videoEmbed(post: Post, channel: Channel) {
  const url = postUrl(post);
  return {
    version: "1.0",
    type: "video",
    title: post.caption,
    author_url: channelUrl(channel),
    author_name: channel.name,
    width: "100%",
    height: "100%",
    html: String(
      html`<blockquote class="tiktok-embed" cite="${url}" data-video-id="${post.id}" data-embed-from="oembed" style="max-width:605px; min-width:325px;"> <section> <a target="_blank" title="@${channel.handle}" href="${channelUrl(channel)}?refer=embed">@${channel.handle}</a> <p>${post.caption}</p> </section> </blockquote> <script async src="https://www.tiktok.com/embed.js"></script>`,
    ),
    thumbnail_width: 576,
    thumbnail_height: 1024,
    thumbnail_url: `https://p16-sign.tiktokcdn-us.com/obj/${post.id}.image`,
    provider_url: "https://www.tiktok.com",
    provider_name: "TikTok",
    author_unique_id: channel.handle,
    embed_product_id: post.id,
    embed_type: post.kind,
  };
}

function profileEmbed(channel: Channel) {
  return {
    version: "1.0",
    type: "rich",
    title: `${channel.name}'s Creator Profile`,
    author_url: channelUrl(channel),
    author_name: channel.name,
    width: "100%",
    height: "100%",
    html: String(
      html`<blockquote class="tiktok-embed" cite="${channelUrl(channel)}" data-unique-id="${channel.handle}" data-embed-type="creator" style="max-width:780px; min-width:288px;"> <section> <a target="_blank" href="${channelUrl(channel)}?refer=creator_embed">@${channel.handle}</a> </section> </blockquote> <script async src="https://www.tiktok.com/embed.js"></script>`,
    ),
    provider_url: "https://www.tiktok.com",
    provider_name: "TikTok",
    author_unique_id: channel.handle,
    embed_product_id: channel.handle,
    embed_type: "creator",
  };
}

/** TikTok answers 200 for a video that is private or gone, too; its state says 10204. */
function videoPage(world: World, id: string | undefined) {
  const post = world.postOn("tiktok", id);
  const channel = post && world.channel("tiktok", post.handle);
  if (!post || !channel || world.seen(post) !== "public")
    return visitorPage({
      platform: "TikTok",
      title: "TikTok - Make Your Day",
      state: stateOf({ "webapp.video-detail": { statusCode: 10_204, statusMsg: "item doesn't exist" } }),
      body: html`<h1>Video currently unavailable</h1><p class="soft">Looking for videos? Try browsing our trending creators.</p>`,
    });
  const itemStruct = {
    id: post.id,
    desc: post.caption,
    createTime: String(Math.floor(Date.parse(post.published_at) / 1_000)),
    author: {
      id: channel.external_id,
      uniqueId: channel.handle,
      nickname: channel.name,
      signature: channel.description,
    },
    video: { duration: post.duration_seconds },
    adLabelVersion: post.paid_label ? 1 : 0,
    isAd: post.paid_label,
  };
  const title = `${channel.name} on TikTok`;
  return visitorPage({
    platform: "TikTok",
    title,
    canonical: postUrl(post),
    meta: {
      "og:title": title,
      "og:description": post.caption,
      "og:site_name": "TikTok",
      description: `TikTok video from ${channel.name} (@${channel.handle}): "${post.caption}"`,
    },
    state: stateOf({ "webapp.video-detail": { itemInfo: { itemStruct }, statusCode: 0, statusMsg: "" } }),
    body: html`<div class="picture tall">▶</div>
<p><a href="/tiktok/@${channel.handle}"><strong>@${channel.handle}</strong></a> <span class="soft">${channel.name} · ${time(post.published_at)}</span></p>
${lines(post.caption)}${post.paid_label ? badge("Paid partnership", "warn") : ""}`,
  });
}

function profilePage(world: World, channel: Channel | undefined) {
  if (!channel)
    return visitorPage({
      platform: "TikTok",
      title: "TikTok - Make Your Day",
      state: stateOf({ "webapp.user-detail": { statusCode: 10_221, statusMsg: "user doesn't exist" } }),
      body: html`<h1>Couldn't find this account</h1><p class="soft">Looking for videos? Try browsing our trending creators.</p>`,
    });
  const { name, handle, description, external_id, followers } = channel;
  const posts = world.visiblePostsOf(channel);
  const user = {
    id: external_id,
    uniqueId: handle,
    nickname: name,
    signature: description,
    verified: false,
    privateAccount: false,
  };
  const stats = {
    followerCount: followers,
    followingCount: 84,
    heartCount: followers * 7,
    videoCount: posts.length,
  };
  const title = `${name} (@${handle}) | TikTok`;
  return visitorPage({
    platform: "TikTok",
    title,
    canonical: channelUrl(channel),
    meta: {
      "og:title": title,
      "og:description": description,
      "og:site_name": "TikTok",
      description: `${name} (@${handle}) on TikTok | ${grouped(followers)} Followers. ${description}`,
    },
    state: stateOf({ "webapp.user-detail": { userInfo: { user, stats }, statusCode: 0, statusMsg: "" } }),
    body: html`<h1>${name}</h1><p class="soft">@${handle} · ${grouped(followers)} followers</p>${lines(description)}
<ul class="posts">${posts.map((post) => html`<li><a href="${postUrl(post).replace("https://www.tiktok.com", "/tiktok")}">${post.caption || post.title}</a> <small>${time(post.published_at)}</small></li>`)}</ul>`,
  });
}

function stateOf(scope: Record<string, unknown>) {
  return {
    open: '<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">',
    value: { __DEFAULT_SCOPE__: scope },
    close: "</script>",
  };
}
