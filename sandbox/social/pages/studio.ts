/** The studio: where a person is any channel on any platform. Forms come back to the page they were sent from. */
import { type Context, Hono } from "hono";
import { html, page } from "../../frame/page";
import {
  type Channel,
  KINDS,
  type Kind,
  PLATFORMS,
  type Platform,
  type PostState,
  STATES,
} from "../world/platform";
import type { World } from "../world/world";
import { channelPage } from "./channel-page";
import { channelPath, type Studio, studioPage } from "./layout";
import { platformPage } from "./platform-page";
import { postPage } from "./post-page";

export function makeStudio(studio: Studio): Hono {
  const { world, outages } = studio;
  const pages = new Hono();

  pages.get("/", (c) => c.redirect("/studio/youtube", 302));

  pages.get("/studio/:platform", (c) => {
    const platform = platformOf(c);
    return platform ? c.html(platformPage(studio, platform)) : gone(c, studio);
  });

  pages.post("/studio/:platform/outage", async (c) => {
    const platform = platformOf(c);
    if (!platform) return gone(c, studio);
    const { outage } = await form(c);
    outages.set(platform, outage === "timeout" ? "timeout" : Number(outage) || null);
    return c.redirect(`/studio/${platform}`, 303);
  });

  pages.post("/studio/:platform/channels", async (c) => {
    const platform = platformOf(c);
    const { handle = "", name, description, followers } = await form(c);
    if (!platform || !handle) return gone(c, studio);
    const channel = world.upsertChannel({
      platform,
      handle,
      ...(name ? { name } : {}),
      ...(description === undefined ? {} : { description }),
      ...(followers ? { followers: Math.max(0, Math.trunc(Number(followers)) || 0) } : {}),
    });
    return c.redirect(channelPath(channel), 303);
  });

  pages.get("/studio/:platform/:handle", (c) => {
    const channel = channelOf(c, world);
    return channel ? c.html(channelPage(studio, channel)) : gone(c, studio);
  });

  pages.post("/studio/:platform/:handle/posts", async (c) => {
    const channel = channelOf(c, world);
    if (!channel) return gone(c, studio);
    const { platform, handle } = channel;
    const { title, caption = "", kind, published_at, paid_label } = await form(c);
    const kinds: readonly string[] = KINDS[platform];
    const post = world.publish({
      platform,
      handle,
      caption,
      paid_label: paid_label === "on",
      ...(title ? { title } : {}),
      ...(kinds.includes(kind ?? "") ? { kind: kind as Kind } : {}),
      ...(published_at ? { published_at: utc(published_at) } : {}),
    });
    return c.redirect(`/posts/${post.id}`, 303);
  });

  pages.get("/posts/:id", (c) => {
    const post = world.post(c.req.param("id"));
    return post ? c.html(postPage(studio, post)) : gone(c, studio);
  });

  pages.post("/posts/:id", async (c) => {
    const id = c.req.param("id");
    if (!world.post(id)) return gone(c, studio);
    const { title, caption, paid_label } = await form(c);
    world.change(id, { caption, paid_label: paid_label === "on", ...(title ? { title } : {}) });
    return c.redirect(`/posts/${id}`, 303);
  });

  pages.post("/posts/:id/state", async (c) => {
    const id = c.req.param("id");
    const state = (await form(c)).state as PostState;
    if (!world.post(id) || !STATES.includes(state)) return gone(c, studio);
    world.change(id, { state });
    return c.redirect(`/posts/${id}`, 303);
  });

  return pages;
}

function platformOf(c: Context): Platform | undefined {
  return PLATFORMS.find((platform) => platform === c.req.param("platform"));
}

function channelOf(c: Context, world: World): Channel | undefined {
  const platform = platformOf(c);
  return platform && world.channel(platform, c.req.param("handle") ?? "");
}

/** Browsers send line breaks as CR LF; posts have LF. */
async function form(c: Context): Promise<Record<string, string | undefined>> {
  const fields = Object.entries(await c.req.parseBody());
  return Object.fromEntries(
    fields.map(([name, value]) => [name, String(value).replaceAll("\r\n", "\n").trim()]),
  );
}

/** What a date-and-time field gives, read as UTC. */
function utc(local: string): string {
  return new Date(`${local}Z`).toISOString();
}

function gone(c: Context, studio: Studio) {
  const body = html`<h1>Nothing here</h1><p>There is no such channel or post. <a href="/">All channels</a></p>`;
  return c.html(page({ ...studioPage(studio), title: "Nothing here", body }), 404);
}
