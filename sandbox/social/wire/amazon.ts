/** Amazon's storefronts as a visitor sees them, and amzn.to. There is no public API for either. */
import { type Context, Hono } from "hono";
import { badge, html, time } from "../../frame/page";
import { channelUrl, postUrl } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import { grouped, lines, nothingHere, visitorPage } from "./visitor-page";

export function makeAmazon(world: World): Hono {
  const web = new Hono();

  /** amzn.to/CODE and a.co/d/CODE */
  for (const path of ["/short/:code", "/short/d/:code"])
    web.get(path, (c) => {
      const code = c.req.param("code") ?? "";
      const post = world.postByCode("amazon", code);
      const target = post ? `${postUrl(post)}?ref_=cm_sw_r_cp_ud` : world.shortTarget("amazon", code);
      return target ? c.redirect(target, 301) : notFound(c);
    });

  web.get("/vdp/:id", (c) => postPage(c, world));
  web.get("/live/video/:id", (c) => postPage(c, world));
  web.get("/shop/:name/:kind{photo|list|video}/:id", (c) => postPage(c, world));

  web.get("/shop/:name", (c) => {
    const channel = world.channel("amazon", c.req.param("name"));
    return channel ? c.html(storefront(world, channel)) : notFound(c);
  });

  web.all("*", (c) => notFound(c));
  return web;
}

function postPage(c: Context, world: World) {
  const post = world.postOn("amazon", c.req.param("id"));
  const channel = post && world.channel("amazon", post.handle);
  const name = c.req.param("name");
  const elsewhere = name !== undefined && name.toLowerCase() !== channel?.handle.toLowerCase();
  if (!post || !channel || elsewhere || world.seen(post) !== "public") return notFound(c);
  return c.html(shown(post, channel));
}

function shown(post: Post, channel: Channel) {
  const title = `${post.title} | ${channel.name}'s Amazon Page`;
  return visitorPage({
    platform: "Amazon",
    title,
    canonical: postUrl(post),
    meta: {
      "og:title": title,
      "og:description": post.caption,
      "og:site_name": "Amazon.com",
      description: post.caption,
    },
    body: html`<div class="picture">${post.kind === "video" ? "▶" : "◻"}</div>
<h1>${post.title}</h1>
<p>By <a href="/amazon/shop/${channel.handle}">${channel.name}</a> <span class="soft">${time(post.published_at)}</span></p>
${post.paid_label ? html`<p>${badge("#CommissionsEarned", "warn")} <small>Earns commissions</small></p>` : ""}
${lines(post.caption)}`,
  });
}

function storefront(world: World, channel: Channel) {
  const { name, description } = channel;
  const title = `${name}'s Amazon Page`;
  return visitorPage({
    platform: "Amazon",
    title,
    canonical: channelUrl(channel),
    meta: { "og:title": title, "og:description": description, "og:site_name": "Amazon.com", description },
    body: html`<h1>${name}</h1><p class="soft">Amazon storefront · ${grouped(channel.followers)} followers</p>${lines(description)}
<ul class="posts">${world.visiblePostsOf(channel).map((post) => html`<li><a href="${postUrl(post).replace("https://www.amazon.com", "/amazon")}">${post.title}</a> <small>${time(post.published_at)}</small></li>`)}</ul>`,
  });
}

/** Amazon's page for what is not there, or is no longer shown. */
function notFound(c: Context) {
  return c.html(
    nothingHere(
      "Amazon",
      "Page Not Found",
      "Sorry! We couldn't find that page. Try searching or go to Amazon's home page.",
    ),
    404,
  );
}
