/** Instagram's post and profile pages, with what they carry for search engines and link previews. */
import { badge, html, time } from "../../frame/page";
import { channelUrl, postUrl } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import { grouped, lines, postList, visitorPage } from "./visitor-page";

/**
 * `16K likes, 149 comments - mia.makes on December 20, 2025: "Caption". ` and the owner's number in `instapp:owner_user_id`, as pages of 2025
 * and 2026 carry them. How the sentence names the others of a collab post was not found in public; the owner comes first here.
 */
export function postPage(world: World, post: Post, channel: Channel) {
  const title = `${channel.name} on Instagram: "${post.caption}"`;
  const sentence = `${countsOf(world, post)} - ${authorsOf(post)} on ${dayOf(post)}: "${post.caption}". `;
  return visitorPage({
    platform: "Instagram",
    title,
    canonical: postUrl(post),
    meta: {
      "og:site_name": "Instagram",
      "og:type": "article",
      "og:title": title,
      "og:description": sentence,
      description: sentence,
      "instapp:owner_user_id": channel.external_id,
    },
    state: {
      open: '<script type="application/json" data-sjs>',
      value: mediaOf(world, post, channel),
      close: "</script>",
    },
    body: html`<p>${[post.handle, ...post.coauthors].map((name) => html`<a href="/instagram/${name}/"><strong>${name}</strong></a> `)}${post.paid_label ? badge("Paid partnership", "warn") : ""}</p>
<div class="picture tall">${post.kind === "post" ? "◻" : "▶"}</div>
${lines(post.caption)}<p class="soft">${countsOf(world, post)} · ${time(post.published_at)}</p>`,
  });
}

export function profilePage(world: World, channel: Channel) {
  const { name, handle, description, followers, external_id } = channel;
  const closed = channel.state === "private";
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
    state: {
      open: '<script type="application/json" data-sjs>',
      value: {
        page_logging: {
          name: "profilePage",
          params: { page_id: `profilePage_${external_id}`, profile_id: external_id, sub_path: "posts" },
        },
      },
      close: "</script>",
    },
    body: html`<h1>${handle}</h1><p class="soft">${name} · ${counts}</p>${lines(description)}
${closed ? html`<p><strong>This account is private</strong></p>` : postList(world, channel)}`,
  });
}

function authorsOf({ handle, coauthors }: Post): string {
  const all = [handle, ...coauthors];
  const last = all.pop() as string;
  return all.length > 0 ? `${all.join(", ")} and ${last}` : last;
}

/** What is hidden is left out. */
function countsOf(world: World, post: Post): string {
  const { likes, comments } = world.figures(post);
  const counts = [
    likes === null ? "" : `${rounded(likes)} ${likes === 1 ? "like" : "likes"}`,
    comments === null ? "" : `${rounded(comments)} ${comments === 1 ? "comment" : "comments"}`,
  ];
  return counts.filter(Boolean).join(", ");
}

/** 9,876 · 16K · 1M: from ten thousand on the page rounds. */
function rounded(count: number): string {
  if (count < 10_000) return grouped(count);
  return count < 1_000_000 ? `${Math.floor(count / 1_000)}K` : `${Math.floor(count / 1_000_000)}M`;
}

function dayOf({ published_at }: Post): string {
  return new Date(published_at).toLocaleDateString("en-US", {
    month: "long",
    day: "numeric",
    year: "numeric",
    timeZone: "UTC",
  });
}

/** The names are those of the page's own data, which instaloader (#1445) and instagrapi (#2673) read. */
function mediaOf(world: World, post: Post, channel: Channel) {
  const coauthor_producers = post.coauthors.map((handle) => {
    const other = world.channel("instagram", handle);
    return { username: handle, ...(other ? { pk: other.external_id } : {}) };
  });
  return {
    code: post.id,
    owner: { pk: channel.external_id, username: channel.handle },
    coauthor_producers,
    taken_at: Math.floor(Date.parse(post.published_at) / 1_000),
    is_paid_partnership: post.paid_label,
  };
}
