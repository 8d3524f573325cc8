/** What tests and people may do to the platforms over JSON. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { YoutubeQuota } from "./wire/youtube-quota";
import { channelUrl, postUrl, shortUrl } from "./world/addresses";
import type { Outages } from "./world/outages";
import { type Channel, KINDS, PLATFORMS, type Post, STATES } from "./world/platform";
import type { World } from "./world/world";

const platform = z.enum(PLATFORMS);
const kind = z.enum([...KINDS.youtube, ...KINDS.tiktok, ...KINDS.instagram, ...KINDS.amazon]);

const channelFields = {
  name: z.string().min(1).optional(),
  description: z.string().optional(),
  followers: z.number().int().nonnegative().optional(),
  external_id: z.string().min(1).optional(),
};
const channelSchema = z.object({ platform, handle: z.string().min(1), ...channelFields });
const channelChange = z.object(channelFields);

const postFields = {
  title: z.string().optional(),
  tags: z.array(z.string()).optional(),
  paid_label: z.boolean().optional(),
  embeddable: z.boolean().optional(),
  published_at: z.iso.datetime({ offset: true }).optional(),
  state: z.enum(STATES).optional(),
};
const postSchema = z.object({
  platform,
  handle: z.string().min(1),
  caption: z.string().default(""),
  kind: kind.optional(),
  id: z.string().min(6).optional(),
  duration_seconds: z.number().int().positive().optional(),
  ...postFields,
});
const postChange = z.object({ caption: z.string().optional(), ...postFields });

const outageSchema = z.object({
  platform,
  status: z.union([z.literal("timeout"), z.number().int().min(400).max(599), z.null()]),
});

/**
 * GET and POST /channels (upsert), PATCH /channels/:platform/:handle, GET and POST /posts, GET and PATCH /posts/:id,
 * POST /outages {platform, status|"timeout"|null}, GET and POST /quota {daily_units}, POST /short-links {platform, target}.
 */
export function makeControl(world: World, outages: Outages, quota: YoutubeQuota): Hono {
  const control = new Hono();
  control.get("/channels", (c) => c.json(world.channelsOf(platformIn(c)).map(toldChannel)));
  control.post("/channels", (c) =>
    take(c, channelSchema, (given) => toldChannel(world.upsertChannel(given))),
  );

  control.patch("/channels/:platform/:handle", (c) => {
    const known = world.channel(c.req.param("platform") as Channel["platform"], c.req.param("handle"));
    if (!known) return c.json({ error: "There is no such channel." }, 404);
    return take(c, channelChange, (given) => toldChannel(world.upsertChannel({ ...known, ...given })));
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

  control.get("/quota", (c) => c.json(quota.state));
  control.post("/quota", (c) =>
    take(c, z.object({ daily_units: z.number().int().nonnegative() }), ({ daily_units }) => {
      quota.setDailyUnits(daily_units);
      return quota.state;
    }),
  );

  control.post("/short-links", (c) =>
    take(c, z.object({ platform: z.enum(["tiktok", "amazon"]), target: z.url() }), (given) => {
      const host = given.platform === "tiktok" ? "https://vm.tiktok.com" : "https://amzn.to";
      return { short_url: `${host}/${world.shorten(given.platform, given.target)}` };
    }),
  );

  return control;
}

/** A post as the controls tell of it: with its addresses on the real platform and whether visitors can see it now. */
function toldPost(world: World, post: Post) {
  return { ...post, url: postUrl(post), short_url: shortUrl(post), visible_as: world.seen(post) };
}

function toldChannel(channel: Channel) {
  return { ...channel, url: channelUrl(channel) };
}

function platformIn(c: Context): Channel["platform"] | undefined {
  return platform.safeParse(c.req.query("platform")).data;
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
