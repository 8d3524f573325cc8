/** tiktok.com as a visitor sees it, its oEmbed, which needs no token, and the short links its apps share. */
import { type Context, Hono } from "hono";
import { html } from "../../frame/page";
import { channelUrl, postUrl, tiktokTarget } from "../world/addresses";
import { oddAt } from "../world/odd";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import type { OddAnswers } from "./odd-answer";
import { follow } from "./short-links";
import { noPost, noProfile, photoPage, profilePage, videoPage } from "./tiktok-pages";
import { nothingHere } from "./visitor-page";

export function makeTiktok(world: World, odd: OddAnswers): Hono {
  const web = new Hono();

  web.get("/oembed", (c) => {
    const { id, short_code, handle } = tiktokTarget(c.req.query("url") ?? "");
    const asked = short_code ? world.postByCode("tiktok", short_code) : world.postOn("tiktok", id);
    if (asked) return odd.about(c, asked, "oembed", (post) => embed(c, world, post));
    const channel = handle ? world.openChannel("tiktok", handle) : undefined;
    return channel ? c.json(profileEmbed(channel)) : denied(c);
  });

  for (const path of ["/short/:code", "/short/:code/", "/t/:code", "/t/:code/"])
    web.get(path, (c) => {
      const code = c.req.param("code") ?? "";
      const followed = follow(c, world, "tiktok", code, { tail: `_r=1&_t=${code}`, status: 301 });
      // A link whose video is gone still leads to where it was; one that never was leads home.
      return followed ?? c.redirect("https://www.tiktok.com/?_r=1", 301);
    });

  for (const path of ["/:handle{@[^/]*}/video/:id", "/:handle{@[^/]*}/photo/:id", "/share/video/:id"])
    web.get(path, (c) => {
      const asked = world.postOn("tiktok", c.req.param("id"));
      if (!asked) return c.html(noPost(10_204, "item doesn't exist"));
      return odd.about(c, asked, "page", (post) => c.html(postPage(world, post)));
    });

  web.get("/:handle{@[^/]+}", (c) => {
    const channel = world.openChannel("tiktok", c.req.param("handle"));
    return c.html(channel ? profilePage(world, channel) : noProfile());
  });

  web.all("*", (c) =>
    c.html(
      nothingHere("TikTok", "Couldn't find this page", "Check out more trending videos on TikTok."),
      404,
    ),
  );
  return web;
}

/**
 * TikTok answers 200 for what is not there, too; the state in its page says what it is. Codes as yt-dlp's and gallery-dl's tiktok.py read
 * them: 10204 not available, 10222 login required (a private account or video), 10216 private (here: for friends).
 */
function postPage(world: World, post: Post) {
  const seen = world.seen(post);
  const channel = world.channel("tiktok", post.handle);
  if (!channel || seen === "gone") return noPost(10_204, "item doesn't exist");
  if (seen === "private") return noPost(10_222, "author_secret");
  if (seen === "members") return noPost(10_216, "item is private");
  return post.kind === "photo" ? photoPage(post) : videoPage(world, post, channel);
}

function embed(c: Context, world: World, post: Post): Response {
  const channel = world.openChannel("tiktok", post.handle);
  if (channel && oddAt(post.odd, "oembed") === "profile_embed") return c.json(profileEmbed(channel));
  const shown = world.seen(post) === "public" && post.embeddable && world.listed(post);
  return channel && shown ? c.json(postEmbed(post, channel)) : denied(c);
}

/** One sentence for whatever it will not show. */
function denied(c: Context): Response {
  return c.json({ message: "Something went wrong", code: 400 }, 400);
}

function postEmbed(post: Post, channel: Channel) {
  const url = postUrl(post);
  const photo = post.kind === "photo";
  const id_attribute = photo ? "data-photo-id" : "data-video-id";
  return {
    version: "1.0",
    type: photo ? "rich" : "video",
    title: post.caption,
    author_url: channelUrl(channel),
    author_name: channel.name,
    width: "100%",
    height: "100%",
    html: String(
      html`<blockquote class="tiktok-embed" cite="${url}" ${id_attribute}="${post.id}" data-embed-from="oembed" style="max-width:605px; min-width:325px;"> <section> <a target="_blank" title="@${channel.handle}" href="${channelUrl(channel)}?refer=embed">@${channel.handle}</a> <p>${post.caption}</p> </section> </blockquote> <script async src="https://www.tiktok.com/embed.js"></script>`,
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
