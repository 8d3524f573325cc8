/** A storefront and a post on it, as Amazon shows them. */
import { badge, html, time } from "../../frame/page";
import { channelUrl, postUrl } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import { grouped, lines, postList, visitorPage } from "./visitor-page";

/** Videos are dated; lists and photos are not. */
const DATED: ReadonlySet<string> = new Set(["video", "live"]);

export function postPage(post: Post, channel: Channel) {
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
    body: html`<div class="picture">${DATED.has(post.kind) ? "▶" : "◻"}</div>
<h1>${post.title}</h1>
<p>By <a href="/shop/${channel.handle}">${channel.name}</a> ${DATED.has(post.kind) ? html`<span class="soft">${time(post.published_at)}</span>` : ""}</p>
${post.paid_label ? html`<p>${badge("#CommissionsEarned", "warn")} <small>Earns commissions</small></p>` : ""}
${lines(post.caption)}
${post.products.length > 0 ? html`<h2>Products in this post</h2><ul class="posts">${post.products.map(({ asin, title: name }) => html`<li><a href="/dp/${asin}">${name}</a></li>`)}</ul>` : ""}`,
  });
}

export function storefront(world: World, channel: Channel) {
  const { name, description } = channel;
  const title = `${name}'s Amazon Page`;
  return visitorPage({
    platform: "Amazon",
    title,
    canonical: channelUrl(channel),
    meta: { "og:title": title, "og:description": description, "og:site_name": "Amazon.com", description },
    body: html`<h1>${name}</h1><p class="soft">Amazon storefront · ${grouped(channel.followers)} followers</p>${lines(description)}
${postList(world, channel)}`,
  });
}
