/** The studio: where a person is any channel on any platform. Forms come back to the page they were sent from. */
import { type Context, Hono } from "hono";
import { CHANNEL_STATES, type Channel, KINDS, type Kind, PLATFORMS, type Platform } from "../world/platform";
import type { World } from "../world/world";
import { channelPage } from "./channel-page";
import { readInstant } from "./fields";
import { form, gone, refused } from "./forms";
import { channelPath, type Studio } from "./layout";
import { platformPage } from "./platform-page";
import { makePostForms } from "./post-forms";

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
    const at = readInstant(published_at);
    const post = world.publish({
      platform,
      handle,
      caption,
      paid_label: paid_label === "on",
      ...(title ? { title } : {}),
      ...(kinds.includes(kind ?? "") ? { kind: kind as Kind } : {}),
      ...(at ? { published_at: at } : {}),
    });
    return c.redirect(`/posts/${post.id}`, 303);
  });

  pages.post("/studio/:platform/:handle/account", async (c) => {
    const channel = channelOf(c, world);
    if (!channel) return gone(c, studio);
    const { handle, state, hidden_followers } = await form(c);
    const known = CHANNEL_STATES.find((one) => one === state) ?? channel.state;
    try {
      const renamed = handle ? world.renameChannel(channel, handle) : channel;
      world.upsertChannel({ ...renamed, state: known, hidden_followers: hidden_followers === "on" });
      return c.redirect(channelPath(renamed), 303);
    } catch (error) {
      return refused(c, studio, error);
    }
  });

  pages.route("/", makePostForms(studio));
  return pages;
}

function platformOf(c: Context): Platform | undefined {
  return PLATFORMS.find((platform) => platform === c.req.param("platform"));
}

function channelOf(c: Context, world: World): Channel | undefined {
  const platform = platformOf(c);
  return platform && world.channel(platform, c.req.param("handle") ?? "");
}
