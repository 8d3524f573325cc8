/** TikTok's pages, with the state that its own scripts read (`__UNIVERSAL_DATA_FOR_REHYDRATION__`). */
import { badge, html, time } from "../../frame/page";
import { channelUrl, postUrl } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import { grouped, lines, postList, visitorPage } from "./visitor-page";

export function videoPage(world: World, post: Post, channel: Channel) {
  const { views, likes, comments, shares } = world.figures(post);
  const stats = told({ diggCount: likes, shareCount: shares, commentCount: comments, playCount: views });
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
    stats,
    statsV2: Object.fromEntries(Object.entries(stats).map(([name, count]) => [name, String(count)])),
    // What may disturb has no video for visitors who have not logged in (yt-dlp reads it so).
    ...(post.age_restricted ? { isContentClassified: true } : {}),
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
${lines(post.caption)}${post.paid_label ? badge("Paid partnership", "warn") : ""}
<p class="soft">${likes === null ? "" : `${grouped(likes)} likes · `}${comments === null ? "" : `${grouped(comments)} comments`}</p>`,
  });
}

/** Since April 2025 a photo's page, and its address as a video, carry no item (TikTok-Api #1234); gallery-dl reads its `seo.abtest`. */
export function photoPage(post: Post) {
  return visitorPage({
    platform: "TikTok",
    title: "TikTok - Make Your Day",
    state: stateOf({ "seo.abtest": { canonical: postUrl(post) } }),
    body: html`<div class="picture tall">◻</div>`,
  });
}

export function noPost(statusCode: number, statusMsg: string) {
  return visitorPage({
    platform: "TikTok",
    title: "TikTok - Make Your Day",
    state: stateOf({ "webapp.video-detail": { statusCode, statusMsg } }),
    body:
      statusCode === 10_204
        ? html`<h1>Video currently unavailable</h1><p class="soft">Looking for videos? Try browsing our trending creators.</p>`
        : html`<h1>This video is private</h1><p class="soft">Log in, if its owner shows it to you.</p>`,
  });
}

export function noProfile() {
  return visitorPage({
    platform: "TikTok",
    title: "TikTok - Make Your Day",
    state: stateOf({ "webapp.user-detail": { statusCode: 10_221, statusMsg: "user doesn't exist" } }),
    body: html`<h1>Couldn't find this account</h1><p class="soft">Looking for videos? Try browsing our trending creators.</p>`,
  });
}

export function profilePage(world: World, channel: Channel) {
  const { name, handle, description, external_id, followers } = channel;
  const closed = channel.state === "private";
  const user = {
    id: external_id,
    uniqueId: handle,
    nickname: name,
    signature: description,
    verified: false,
    privateAccount: closed,
    secret: closed,
  };
  const stats = {
    followerCount: followers,
    followingCount: 84,
    heartCount: followers * 7,
    videoCount: world.visiblePostsOf(channel).length,
  };
  // A private account is told of with its code and all the same with its profile (gallery-dl's tiktok.py).
  const [statusCode, statusMsg] = closed ? [10_222, "author_secret"] : [0, ""];
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
    state: stateOf({ "webapp.user-detail": { userInfo: { user, stats }, statusCode, statusMsg } }),
    body: html`<h1>${name}</h1><p class="soft">@${handle} · ${grouped(followers)} followers</p>${lines(description)}
${closed ? html`<p><strong>This account is private</strong></p>` : postList(world, channel)}`,
  });
}

/** Numbers that are hidden are left out. */
function told(numbers: Record<string, number | null>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(numbers).filter((entry): entry is [string, number] => entry[1] !== null),
  );
}

function stateOf(scope: Record<string, unknown>) {
  return {
    open: '<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">',
    value: { __DEFAULT_SCOPE__: scope },
    close: "</script>",
  };
}
