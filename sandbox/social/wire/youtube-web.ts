/** youtube.com as a visitor sees it, and its oEmbed. */
import { Hono } from "hono";
import { badge, html, time } from "../../frame/page";
import { channelUrl, postUrl, youtubeId } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import { grouped, lines, nothingHere, visitorPage } from "./visitor-page";

export function makeYoutubeWeb(world: World): Hono {
  const web = new Hono();

  web.get("/oembed", (c) => {
    const id = youtubeId(c.req.query("url") ?? "");
    if (!id) return c.text("Bad Request", 400);
    const post = world.postOn("youtube", id);
    const seen = world.seen(post);
    if (!post || seen === "gone") return c.text("Not Found", 404);
    // One answer for two things: nobody can tell a private video from one that may not be embedded.
    if (seen === "private" || !post.embeddable) return c.text("Unauthorized", 401);
    return c.json(oembed(post, world.channel("youtube", post.handle) as Channel));
  });

  web.get("/watch", (c) => c.html(watchPage(world, c.req.query("v"))));
  for (const folder of ["shorts", "live", "embed", "v"])
    web.get(`/${folder}/:id`, (c) => c.html(watchPage(world, c.req.param("id"))));

  web.get("/channel/:id", (c) => {
    const channel = world.channelById("youtube", c.req.param("id"));
    return channel ? c.html(channelPage(world, channel)) : c.html(NO_CHANNEL, 404);
  });

  web.get("/:handle{@[^/]+}/:tab?", (c) => {
    const channel = world.channel("youtube", c.req.param("handle"));
    return channel ? c.html(channelPage(world, channel)) : c.html(NO_CHANNEL, 404);
  });

  /** youtu.be/ID */
  web.get("/:id{[A-Za-z0-9_-]{11}}", (c) =>
    c.redirect(`https://www.youtube.com/watch?v=${c.req.param("id")}&feature=youtu.be`, 303),
  );

  web.all("*", (c) => c.html(nothingHere("YouTube", "404 Not Found", "This page isn't available."), 404));
  return web;
}

const NO_CHANNEL = nothingHere("YouTube", "404 Not Found", "This page isn't available. Sorry about that.");

function oembed(post: Post, channel: Channel) {
  const src = `https://www.youtube.com/embed/${post.id}?feature=oembed`;
  return {
    title: post.title,
    author_name: channel.name,
    author_url: channelUrl(channel),
    type: "video",
    height: 113,
    width: 200,
    version: "1.0",
    provider_name: "YouTube",
    provider_url: "https://www.youtube.com/",
    thumbnail_height: 360,
    thumbnail_width: 480,
    thumbnail_url: `https://i.ytimg.com/vi/${post.id}/hqdefault.jpg`,
    html: String(
      html`<iframe width="200" height="113" src="${src}" frameborder="0" allowfullscreen title="${post.title}"></iframe>`,
    ),
  };
}

/** YouTube answers 200 for a video that is private or gone, too, and says so only in the page. */
function watchPage(world: World, id: string | undefined) {
  const post = world.postOn("youtube", id);
  const seen = world.seen(post);
  const channel = post && world.channel("youtube", post.handle);
  if (!post || !channel || seen === "gone")
    return unplayable({ status: "ERROR", reason: "Video unavailable" });
  if (seen === "private")
    return unplayable({
      status: "LOGIN_REQUIRED",
      reason: "Private video",
      messages: ["This is a private video. Please sign in to verify that you may see it."],
    });
  const videoDetails = {
    videoId: post.id,
    title: post.title,
    lengthSeconds: String(post.duration_seconds),
    keywords: post.tags,
    channelId: channel.external_id,
    shortDescription: post.caption,
    author: channel.name,
    isPrivate: false,
  };
  const paid = "Includes paid promotion";
  const value = {
    playabilityStatus: { status: "OK", playableInEmbed: post.embeddable },
    videoDetails,
    ...(post.paid_label
      ? { paidContentOverlay: { paidContentOverlayRenderer: { text: { runs: [{ text: paid }] } } } }
      : {}),
    microformat: {
      playerMicroformatRenderer: {
        ownerProfileUrl: channelUrl(channel).replace("https", "http"),
        externalChannelId: channel.external_id,
        publishDate: post.published_at,
        uploadDate: post.published_at,
        isUnlisted: false,
      },
    },
  };
  return visitorPage({
    platform: "YouTube",
    title: `${post.title} - YouTube`,
    canonical: `https://www.youtube.com/watch?v=${post.id}`,
    meta: {
      "og:title": post.title,
      "og:site_name": "YouTube",
      "og:type": "video.other",
      "og:description": post.caption.slice(0, 160),
      description: post.caption.slice(0, 160),
    },
    state: { open: "<script>var ytInitialPlayerResponse = ", value, close: ";</script>" },
    body: html`<div class="picture">▶ ${Math.floor(post.duration_seconds / 60)}:${String(post.duration_seconds % 60).padStart(2, "0")}</div>
${post.paid_label ? badge(paid, "warn") : ""}
<h1>${post.title}</h1>
<p><a href="/youtube/@${channel.handle}">${channel.name}</a> <span class="soft">${grouped(channel.followers)} subscribers · ${time(post.published_at)}</span></p>
${lines(post.caption)}`,
  });
}

function unplayable(playabilityStatus: { status: string; reason: string; messages?: string[] }) {
  return visitorPage({
    platform: "YouTube",
    title: " - YouTube",
    state: {
      open: "<script>var ytInitialPlayerResponse = ",
      value: { playabilityStatus },
      close: ";</script>",
    },
    body: html`<h1>${playabilityStatus.reason}</h1><p class="soft">${playabilityStatus.messages?.[0] ?? "This video isn't available any more."}</p>`,
  });
}

function channelPage(world: World, channel: Channel) {
  const { name, handle, description, external_id, followers } = channel;
  const metadata = {
    title: name,
    description,
    externalId: external_id,
    vanityChannelUrl: `http://www.youtube.com/@${handle}`,
  };
  return visitorPage({
    platform: "YouTube",
    title: `${name} - YouTube`,
    canonical: `https://www.youtube.com/channel/${external_id}`,
    meta: { "og:title": name, "og:description": description, "og:site_name": "YouTube", description },
    state: {
      open: "<script>var ytInitialData = ",
      value: { metadata: { channelMetadataRenderer: metadata } },
      close: ";</script>",
    },
    body: html`<h1>${name}</h1><p class="soft">@${handle} · ${grouped(followers)} subscribers</p>${lines(description)}
<ul class="posts">${world.visiblePostsOf(channel).map((post) => html`<li><a href="${postUrl(post).replace("https://www.youtube.com", "/youtube")}">${post.title}</a> <small>${time(post.published_at)}</small></li>`)}</ul>`,
  });
}
