/** What tests and people may do to the platforms over JSON. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import {
  channelChange,
  channelSchema,
  keySchema,
  linkSchema,
  outageSchema,
  platformSchema,
  postChange,
  postSchema,
  quotaSchema,
} from "./control-fields";
import type { InstagramQuota } from "./wire/instagram-quota";
import type { YoutubeKeys } from "./wire/youtube-keys";
import type { YoutubeQuota } from "./wire/youtube-quota";
import { channelUrl, postUrl, shortHost, shortUrl } from "./world/addresses";
import type { Outages } from "./world/outages";
import type { Channel, Post } from "./world/platform";
import type { World } from "./world/world";

export type Controlled = {
  world: World;
  outages: Outages;
  youtube_quota: YoutubeQuota;
  instagram_quota: InstagramQuota;
  keys: YoutubeKeys;
};

/**
 * GET and POST /channels (upsert), PATCH /channels/:platform/:handle, GET and POST /posts, GET and PATCH /posts/:id,
 * POST /outages {platform, status|"timeout"|null}, GET and POST /quota {daily_units, instagram_hourly_requests},
 * POST /youtube-keys {key, problem|null}, POST /short-links {platform, target, odd}. The fields are in `control-fields.ts`.
 */
export function makeControl({ world, outages, youtube_quota, instagram_quota, keys }: Controlled): Hono {
  const control = new Hono();
  control.get("/channels", (c) => c.json(world.channelsOf(platformIn(c)).map(toldChannel)));
  control.post("/channels", (c) =>
    take(c, channelSchema, (given) => toldChannel(world.upsertChannel(given))),
  );

  control.patch("/channels/:platform/:handle", (c) => {
    const known = world.channel(c.req.param("platform") as Channel["platform"], c.req.param("handle"));
    if (!known) return c.json({ error: "There is no such channel." }, 404);
    return take(c, channelChange, ({ handle, ...given }) => {
      const channel = handle === undefined ? known : world.renameChannel(known, handle);
      return toldChannel(world.upsertChannel({ ...channel, ...given }));
    });
  });

  control.get("/posts", (c) =>
    c.json(world.postsOf(platformIn(c), c.req.query("handle")).map((post) => toldPost(world, post))),
  );
  control.post("/posts", (c) => take(c, postSchema, (given) => toldPost(world, world.publish(given))));

  control.get("/posts/:id", (c) => {
    const post = world.post(c.req.param("id"));
    return post ? c.json(toldPost(world, post)) : c.json({ error: "There is no such post." }, 404);
  });
  control.patch("/posts/:id", (c) =>
    take(c, postChange, (given) => toldPost(world, world.change(c.req.param("id"), given))),
  );

  control.post("/outages", (c) =>
    take(c, outageSchema, ({ platform, status }) => {
      outages.set(platform, status);
      return { platform, status };
    }),
  );

  const quotas = () => ({ ...youtube_quota.state, instagram: instagram_quota.state });
  control.get("/quota", (c) => c.json(quotas()));
  control.post("/quota", (c) =>
    take(c, quotaSchema, ({ daily_units, instagram_hourly_requests }) => {
      if (daily_units !== undefined) youtube_quota.setDailyUnits(daily_units);
      if (instagram_hourly_requests !== undefined)
        instagram_quota.setHourlyRequests(instagram_hourly_requests);
      return quotas();
    }),
  );

  control.post("/youtube-keys", (c) =>
    take(c, keySchema, ({ key, problem }) => {
      keys.set(key, problem);
      return { key, problem };
    }),
  );

  control.post("/short-links", (c) =>
    take(c, linkSchema, ({ platform, target, odd }) => ({
      short_url: `${shortHost(platform)}/${world.shorten(platform, target, odd)}${platform === "amazon" ? "" : "/"}`,
    })),
  );

  return control;
}

/** A post as the controls tell of it: with its addresses on the real platform, its numbers now, and what visitors see of it now. */
function toldPost(world: World, post: Post) {
  const { views, likes, comments } = world.figures(post);
  const addresses = { url: postUrl(post), short_url: shortUrl(post) };
  return { ...post, views, likes, comments, ...addresses, visible_as: world.seen(post) };
}

function toldChannel(channel: Channel) {
  return { ...channel, url: channelUrl(channel) };
}

function platformIn(c: Context): Channel["platform"] | undefined {
  return platformSchema.safeParse(c.req.query("platform")).data;
}

async function take<T>(c: Context, schema: z.ZodType<T>, work: (given: T) => object): Promise<Response> {
  const asked = schema.safeParse(await c.req.json().catch(() => null));
  if (!asked.success) return c.json({ error: z.prettifyError(asked.error) }, 400);
  try {
    return c.json(work(asked.data));
  } catch (error) {
    if (error instanceof RangeError) return c.json({ error: error.message }, 404);
    throw error;
  }
}
