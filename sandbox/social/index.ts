/**
 * YouTube, TikTok, Instagram and Amazon on this machine, each under its own path: what the app's checks read, what a visitor
 * sees, and a studio in which a person publishes, edits, hides and deletes as a channel.
 */
import { Hono } from "hono";
import type { MakeEmulator } from "../frame/emulator";
import { makeControl } from "./control";
import { makeStudio } from "./pages/studio";
import { makeAmazon } from "./wire/amazon";
import { makeInstagramOembed } from "./wire/instagram-oembed";
import { InstagramQuota } from "./wire/instagram-quota";
import { makeInstagramWeb } from "./wire/instagram-web";
import { OddAnswers } from "./wire/odd-answer";
import { makeTiktok } from "./wire/tiktok";
import { makeWalls } from "./wire/walls";
import { makeYoutubeApi } from "./wire/youtube-api";
import { YoutubeKeys } from "./wire/youtube-keys";
import { YoutubeQuota } from "./wire/youtube-quota";
import { makeYoutubeWeb } from "./wire/youtube-web";
import { Outages } from "./world/outages";
import { PLATFORMS } from "./world/platform";
import { Waits } from "./world/waits";
import { World } from "./world/world";

export const makeSocial: MakeEmulator = (context) => {
  const { clock, store, env } = context;
  const world = new World(clock, store);
  const waits = new Waits();
  const outages = new Outages(store, waits);
  const odd = new OddAnswers(world, waits);
  const youtube_quota = new YoutubeQuota(clock, store);
  const instagram_quota = new InstagramQuota(clock, store);
  const keys = new YoutubeKeys(store);
  const social = new Hono();

  for (const platform of PLATFORMS)
    social.use(`/${platform}/*`, async (c, next) => {
      const failure = await outages.answer(platform, c.req.raw.signal);
      return failure ?? next();
    });

  const given = (name: string) => env[name]?.trim() || undefined;
  social.route("/", makeWalls());
  social.route(
    "/youtube/youtube/v3",
    makeYoutubeApi({ world, odd, keys, quota: youtube_quota, api_key: given("YOUTUBE_API_KEY") }),
  );
  social.route("/youtube", makeYoutubeWeb(world, odd));
  social.route("/tiktok", makeTiktok(world, odd));
  social.route(
    "/instagram/graph",
    makeInstagramOembed({ world, odd, quota: instagram_quota, token: given("INSTAGRAM_GRAPH_TOKEN") }),
  );
  social.route("/instagram", makeInstagramWeb(world, odd));
  social.route("/amazon", makeAmazon(world, odd));
  // The pages of posts link to storefronts as the real ones do, from the root.
  social.get("/shop/:name", (c) =>
    c.redirect(`/amazon/shop/${encodeURIComponent(c.req.param("name"))}`, 302),
  );
  social.route("/control", makeControl({ world, outages, youtube_quota, instagram_quota, keys }));
  social.route("/", makeStudio({ world, outages, context }));
  social.onError((error, c) => {
    console.error(`[sandbox] social: ${c.req.method} ${c.req.path} failed:`, error);
    return c.json({ error: "Unexpected error in the emulator." }, 500);
  });
  return { name: "social", fetch: social.fetch, close: () => waits.close() };
};
