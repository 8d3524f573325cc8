/** TikTok's emulator over the wire: its oEmbed, its pages' state and its short links, for a post in each of its states. */
import { describe, expect, it } from "vitest";
import { DAY_MS, socialFrom, stateIn } from "@/tests/support/social-emulator";

const start = socialFrom(4420);
const STATE = 'id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">';

/** What the tests read of the state in TikTok's pages. */
type Rehydrated = {
  __DEFAULT_SCOPE__: {
    "webapp.video-detail": {
      statusCode: number;
      itemInfo: {
        itemStruct: {
          stats: Record<string, number>;
          statsV2: Record<string, string>;
          author: object;
        };
      };
    };
    "webapp.user-detail": object;
    "seo.abtest": object;
  };
};

describe("TikTok", () => {
  it("tells author and caption without a token, and nothing of what is gone or private", async () => {
    const { channel, post, change, get, text } = await start();
    await channel("tiktok", { description: "lamps | postbond-AB12" });
    const { id, url, short_url, published_at } = await post("tiktok");
    expect(url).toBe(`https://www.tiktok.com/@mia.makes/video/${id}`);
    expect(id).toMatch(/^\d{19}$/);
    expect(Number(BigInt(id) >> 32n)).toBe(Math.floor(Date.parse(published_at) / 1_000));
    const oembed = `/tiktok/oembed?url=${encodeURIComponent(url)}`;
    expect(await (await get(oembed)).json()).toMatchObject({
      title: "Little lamp #ad <3",
      author_name: "Mia Makes",
      author_unique_id: "mia.makes",
      embed_product_id: id,
      html: expect.stringContaining(`data-video-id="${id}"`),
    });
    const short = await get(`/tiktok/short${new URL(short_url).pathname}`);
    expect(short.status).toBe(301);
    expect(short.headers.get("location")).toMatch(
      new RegExp(`^https://www\\.tiktok\\.com/@mia\\.makes/video/${id}\\?`),
    );
    const profile = await text("/tiktok/@mia.makes");
    expect(profile).toContain('"signature":"lamps | postbond-AB12"');
    expect(await text(`/tiktok/@mia.makes/video/${id}`)).toContain('"desc":"Little lamp #ad \\u003c3"');

    const codes = { private: 10_222, members: 10_216, deleted: 10_204 };
    for (const [state, code] of Object.entries(codes)) {
      await change(id, { state });
      const gone = await get(oembed);
      expect(gone.status).toBe(400);
      expect(await gone.json()).toEqual({ message: "Something went wrong", code: 400 });
      const page = await get(`/tiktok/@mia.makes/video/${id}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(`"statusCode":${code}`);
    }
  });

  async function startWithVideo(more = {}) {
    const social = await start();
    await social.channel("tiktok", { description: "lamps" });
    const made = await social.post("tiktok", more);
    const { pathname } = new URL(made.url);
    const scope = async (path = pathname) => {
      return stateIn<Rehydrated>(await social.text(`/tiktok${path}`), STATE).__DEFAULT_SCOPE__;
    };
    const video = async () => (await scope())["webapp.video-detail"];
    const embed = () => social.get(`/tiktok/oembed?url=${encodeURIComponent(made.url)}`);
    return { ...social, ...made, scope, video, embed };
  }

  it("tells numbers in the page's state, also as strings, and leaves out hidden ones", async () => {
    const { video, change, id, clock } = await startWithVideo();
    await clock.turnBy(DAY_MS);
    const { stats, statsV2 } = (await video()).itemInfo.itemStruct;
    expect(stats).toMatchObject({ playCount: expect.any(Number), shareCount: expect.any(Number) });
    expect(statsV2.playCount).toBe(String(stats.playCount));
    await change(id, { views: 50, likes: null, comments: 2 });
    const now = (await video()).itemInfo.itemStruct.stats;
    expect(now).toMatchObject({ playCount: 50, commentCount: 2 });
    expect(now).not.toHaveProperty("diggCount");
  });

  it("shows a page whose video it does not embed: switched off, or new", async () => {
    const { video, embed, change, id, clock } = await startWithVideo({ embeddable: false });
    expect((await embed()).status).toBe(400);
    expect((await video()).statusCode).toBe(0);
    const listed_at = new Date(Date.now() + 600_000).toISOString();
    await change(id, { embeddable: true, listed_at });
    expect((await embed()).status).toBe(400);
    expect((await video()).statusCode).toBe(0);
    await clock.turnBy(601_000);
    expect((await embed()).status).toBe(200);
  });

  it("tells of a photo post in its oEmbed alone", async () => {
    const { scope, embed, id, url } = await startWithVideo({ kind: "photo" });
    expect(await (await embed()).json()).toMatchObject({
      type: "rich",
      embed_type: "photo",
      embed_product_id: id,
      author_unique_id: "mia.makes",
      title: "Little lamp #ad <3",
    });
    for (const path of [`/@mia.makes/photo/${id}`, `/@mia.makes/video/${id}`]) {
      const told = await scope(path);
      expect(told).not.toHaveProperty("webapp.video-detail");
      expect(told["seo.abtest"]).toEqual({ canonical: url });
    }
  });

  it("may answer about a deleted video with its author's profile", async () => {
    const { embed } = await startWithVideo({ state: "deleted", odd: { kind: "profile_embed" } });
    const told = await embed();
    expect(told.status).toBe(200);
    expect(await told.json()).toMatchObject({
      type: "rich",
      embed_type: "creator",
      embed_product_id: "mia.makes",
      author_unique_id: "mia.makes",
    });
  });

  it("keeps a private account's page readable and its videos closed; of a deleted account nothing is left", async () => {
    const { scope, video, embed, control, channel } = await startWithVideo();
    await control("/channels/tiktok/mia.makes", { state: "private" }, "PATCH");
    expect((await scope("/@mia.makes"))["webapp.user-detail"]).toMatchObject({
      statusCode: 10_222,
      userInfo: { user: { signature: "lamps", privateAccount: true }, stats: { followerCount: 12_000 } },
    });
    expect((await video()).statusCode).toBe(10_222);
    expect((await embed()).status).toBe(400);
    for (const state of ["deleted", "suspended"]) {
      await control("/channels/tiktok/mia.makes", { state }, "PATCH");
      expect((await scope("/@mia.makes"))["webapp.user-detail"]).toMatchObject({ statusCode: 10_221 });
      expect((await video()).statusCode).toBe(10_204);
    }
    await channel("tiktok", { state: "public" });
    expect((await embed()).status).toBe(200);
  });

  it("follows a renamed author", async () => {
    const { embed, video, control } = await startWithVideo();
    const { body } = await control("/channels/tiktok/mia.makes", { handle: "mia.new" }, "PATCH");
    expect(await (await embed()).json()).toMatchObject({ author_unique_id: "mia.new" });
    expect((await video()).itemInfo.itemStruct.author).toMatchObject({
      id: body.external_id,
      uniqueId: "mia.new",
    });
  });
});
