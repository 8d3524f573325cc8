/**
 * YouTube, TikTok, Instagram and Amazon on this machine, each under its own path: what the app's checks read, what a visitor
 * sees, and a studio in which a person publishes, edits, hides and deletes as a channel.
 */
import { Hono } from "hono";
import type { MakeEmulator } from "../frame/emulator";
import { makeControl } from "./control";
import { makeStudio } from "./pages/studio";
import { makeAmazon } from "./wire/amazon";
import { makeInstagramGraph, makeInstagramWeb } from "./wire/instagram";
import { makeTiktok } from "./wire/tiktok";
import { makeYoutubeApi } from "./wire/youtube-api";
import { YoutubeQuota } from "./wire/youtube-quota";
import { makeYoutubeWeb } from "./wire/youtube-web";
import { Outages } from "./world/outages";
import { PLATFORMS } from "./world/platform";
import { World } from "./world/world";

export const makeSocial: MakeEmulator = (context) => {
  const { clock, store, env } = context;
  const world = new World(clock, store);
  const outages = new Outages(store);
  const quota = new YoutubeQuota(clock, store);
  const social = new Hono();

  for (const platform of PLATFORMS)
    social.use(`/${platform}/*`, async (c, next) => {
      const failure = await outages.answer(platform, c.req.raw.signal);
      return failure ?? next();
    });

  const given = (name: string) => env[name]?.trim() || undefined;
  social.route("/youtube/youtube/v3", makeYoutubeApi(world, quota, given("YOUTUBE_API_KEY")));
  social.route("/youtube", makeYoutubeWeb(world));
  social.route("/tiktok", makeTiktok(world));
  social.route("/instagram/graph", makeInstagramGraph(world, given("INSTAGRAM_GRAPH_TOKEN")));
  social.route("/instagram", makeInstagramWeb(world));
  social.route("/amazon", makeAmazon(world));
  social.route("/control", makeControl(world, outages, quota));
  social.route("/", makeStudio({ world, outages, context }));
  social.onError((error, c) => {
    console.error(`[sandbox] social: ${c.req.method} ${c.req.path} failed:`, error);
    return c.json({ error: "Unexpected error in the emulator." }, 500);
  });
  return { name: "social", fetch: social.fetch, close: () => outages.close() };
};
