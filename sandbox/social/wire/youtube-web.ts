/** youtube.com as a visitor sees it, and its oEmbed. */
import { Hono } from "hono";
import { html } from "../../frame/page";
import { channelUrl, youtubeId } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { World } from "../world/world";
import type { OddAnswers } from "./odd-answer";
import { grouped, lines, nothingHere, postList, visitorPage } from "./visitor-page";
import { noVideo, watchPage } from "./youtube-watch";

export function makeYoutubeWeb(world: World, odd: OddAnswers): Hono {
  const web = new Hono();

  web.get("/oembed", (c) => {
    const id = youtubeId(c.req.query("url") ?? "");
    if (!id) return c.text("Bad Request", 400);
    const asked = world.postOn("youtube", id);
    if (!asked) return c.text("Not Found", 404);
    return odd.about(c, asked, "oembed", (post) => {
      const seen = world.seen(post);
      if (seen === "gone") return c.text("Not Found", 404);
      // A word without a body since December 2020 (ruby-oembed #79).
      if (seen === "private") return c.text("Forbidden", 403);
      // Of embedding that its owner switched off (Ghost #16374, noembed #98).
      if (!post.embeddable) return c.text("Unauthorized", 401);
      return c.json(oembed(post, world.channel("youtube", post.handle) as Channel));
    });
  });

  for (const path of ["/watch", "/watch/:id", "/shorts/:id", "/live/:id", "/embed/:id", "/v/:id"])
    web.get(path, (c) => {
      const asked = world.postOn("youtube", c.req.param("id") ?? c.req.query("v"));
      return asked
        ? odd.about(c, asked, "page", (post) => c.html(watchPage(world, post)))
        : c.html(noVideo());
    });

  web.get("/channel/:id", (c) => {
    const channel = world.openChannelById("youtube", c.req.param("id"));
    return channel ? c.html(channelPage(world, channel)) : c.html(NO_CHANNEL, 404);
  });

  web.get("/:handle{@[^/]+}/:tab?", (c) => {
    const channel = world.openChannel("youtube", c.req.param("handle"));
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

function channelPage(world: World, channel: Channel) {
  const { name, handle, description, external_id, followers, hidden_followers } = channel;
  const metadata = {
    title: name,
    description,
    externalId: external_id,
    vanityChannelUrl: `http://www.youtube.com/@${handle}`,
  };
  const subscribers = hidden_followers ? "" : ` · ${grouped(followers)} subscribers`;
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
    body: html`<h1>${name}</h1><p class="soft">@${handle}${subscribers}</p>${lines(description)}
${postList(world, channel)}`,
  });
}
