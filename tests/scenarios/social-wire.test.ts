/** The social platforms' emulator over the wire: what each platform's own endpoints say of a post in each of its states. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { SandboxClock } from "@/sandbox/frame/clock";
import { listen } from "@/sandbox/frame/serve";
import { openStore, type Store } from "@/sandbox/frame/store";
import { makeSocial } from "@/sandbox/social";

const DAY_MS = 86_400_000;

/** One after the other: a pooled connection to a server that has ended must not meet the next one. */
let port = 4225;
const ends: Array<() => Promise<void> | void> = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Told = {
  id: string;
  url: string;
  short_url: string;
  visible_as: string;
  published_at: string;
  edited_at: string | null;
};

async function start(store: Store = openStore(undefined, "social")) {
  const clock = new SandboxClock();
  const server = await listen({ name: "social", port: port++ });
  const { url } = server;
  const nav = { current: "social", links: [], now: () => clock.now() };
  const env = { YOUTUBE_API_KEY: "yt-key", INSTAGRAM_GRAPH_TOKEN: "ig-token" };
  const social = makeSocial({ clock, store, url, app_url: "http://127.0.0.1:9", nav, env });
  server.handle(social.fetch);
  const close = async () => {
    clock.close();
    await social.close?.();
    await server.close();
  };
  ends.push(close);
  const control = async (path: string, body: unknown, method = "POST") => {
    const response = await fetch(`${url}/control${path}`, { method, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Told };
  };
  const get = (path: string) => fetch(`${url}${path}`, { redirect: "manual" });
  const text = async (path: string) => (await get(path)).text();
  const channel = (platform: string, more = {}) =>
    control("/channels", { platform, handle: "mia.makes", name: "Mia Makes", followers: 12_000, ...more });
  const post = async (platform: string, more = {}) =>
    (await control("/posts", { platform, handle: "@mia.makes", caption: "Little lamp #ad <3", ...more }))
      .body;
  const change = (id: string, body: unknown) => control(`/posts/${id}`, body, "PATCH");
  return { clock, url, control, get, text, channel, post, change, close };
}

describe("YouTube", () => {
  const list = "/youtube/youtube/v3";

  it("tells of a video, its channel and its label through the Data API", async () => {
    const { channel, post, get, clock } = await start();
    await channel("youtube", { description: "I review lamps. postbond-AB12" });
    const made = await post("youtube", {
      title: "My lamp",
      tags: ["lamp"],
      paid_label: true,
      duration_seconds: 3_661,
    });
    expect(made.id).toMatch(/^[A-Za-z0-9_-]{10}[AEIMQUYcgkosw048]$/);
    expect(made.url).toBe(`https://www.youtube.com/watch?v=${made.id}`);
    const parts = "snippet,status,contentDetails,statistics,paidProductPlacementDetails";
    const video = await (await get(`${list}/videos?part=${parts}&id=${made.id}&key=yt-key`)).json();
    expect(video).toMatchObject({
      kind: "youtube#videoListResponse",
      items: [
        {
          id: made.id,
          snippet: {
            title: "My lamp",
            description: "Little lamp #ad <3",
            channelTitle: "Mia Makes",
            tags: ["lamp"],
          },
          status: { privacyStatus: "public", madeForKids: false },
          contentDetails: { duration: "PT1H1M1S" },
          paidProductPlacementDetails: { hasPaidProductPlacement: true },
        },
      ],
      pageInfo: { totalResults: 1 },
    });
    const { channelId, publishedAt } = video.items[0].snippet;
    expect(channelId).toMatch(/^UC[A-Za-z0-9_-]{22}$/);
    expect(Math.abs(Date.parse(publishedAt) - clock.now().getTime())).toBeLessThan(5_000);
    for (const filter of [`id=${channelId}`, "forHandle=@MIA.makes"]) {
      const found = await (await get(`${list}/channels?part=snippet&${filter}&key=yt-key`)).json();
      expect(found.items).toMatchObject([
        { id: channelId, snippet: { description: "I review lamps. postbond-AB12" } },
      ]);
    }
    const nobody = await (await get(`${list}/channels?part=snippet&forHandle=nobody&key=yt-key`)).json();
    expect(nobody).not.toHaveProperty("items");
    const only = await (await get(`${list}/videos?part=status&id=${made.id}&key=yt-key`)).json();
    expect(only.items[0]).not.toHaveProperty("snippet");
  });

  it("hides private and deleted videos alike in the API, and tells them apart in oEmbed", async () => {
    const { channel, post, change, get, text } = await start();
    await channel("youtube");
    const { id, url } = await post("youtube");
    const oembed = `/youtube/oembed?format=json&url=${encodeURIComponent(url)}`;
    const videos = async () =>
      (await (await get(`${list}/videos?part=status&id=${id}&key=yt-key`)).json()).items as unknown[];
    const shown = await get(oembed);
    expect(await shown.json()).toMatchObject({
      type: "video",
      author_name: "Mia Makes",
      author_url: "https://www.youtube.com/@mia.makes",
    });
    expect(await text(`/youtube/watch?v=${id}`)).toContain('"status":"OK"');

    await change(id, { state: "private" });
    expect((await get(oembed)).status).toBe(401);
    expect(await videos()).toEqual([]);
    expect(await text(`/youtube/watch?v=${id}`)).toContain('"status":"LOGIN_REQUIRED"');

    await change(id, { state: "deleted" });
    expect((await get(oembed)).status).toBe(404);
    expect(await text(`/youtube/watch?v=${id}`)).toContain("Video unavailable");

    await change(id, { state: "public", embeddable: false });
    expect((await get(oembed)).status).toBe(401);
    expect(await videos()).toHaveLength(1);
    expect((await get("/youtube/oembed?url=https%3A%2F%2Fexample.com")).status).toBe(400);
  });

  it("asks for a key and counts units until midnight Pacific time", async () => {
    const { channel, control, get, clock } = await start();
    await channel("youtube");
    const ask = (key: string) => get(`${list}/channels?part=id&forHandle=mia.makes${key}`);
    expect((await ask("")).status).toBe(403);
    const wrong = await ask("&key=other");
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({
      error: { code: 400, status: "INVALID_ARGUMENT", errors: [{ reason: "badRequest" }] },
    });
    await control("/quota", { daily_units: 2 });
    expect((await ask("&key=yt-key")).status).toBe(200);
    expect((await ask("&key=yt-key")).status).toBe(200);
    const over = await ask("&key=yt-key");
    expect(over.status).toBe(403);
    expect(await over.json()).toMatchObject({
      error: { errors: [{ domain: "youtube.quota", reason: "quotaExceeded" }] },
    });
    await clock.turnBy(DAY_MS);
    expect((await ask("&key=yt-key")).status).toBe(200);
    await control("/quota", { daily_units: 10_000 });
    expect((await get(`${list}/videos?part=nonsense&id=x&key=yt-key`)).status).toBe(400);
    expect((await get(`${list}/videos?part=snippet&key=yt-key`)).status).toBe(400);
  });
});

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

    for (const state of ["private", "deleted"]) {
      await change(id, { state });
      const gone = await get(oembed);
      expect(gone.status).toBe(400);
      expect(await gone.json()).toEqual({ message: "Something went wrong", code: 400 });
      const page = await get(`/tiktok/@mia.makes/video/${id}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('"statusCode":10204');
    }
  });
});

describe("Instagram", () => {
  it("proves with a token that a post is live, and does not tell whose it is", async () => {
    const { channel, post, change, get, text } = await start();
    await channel("instagram", { description: "bio of Mia" });
    const { id, url, short_url } = await post("instagram", { kind: "reel" });
    expect(url).toMatch(/^https:\/\/www\.instagram\.com\/reel\/[A-Za-z0-9_-]{11}\/$/);
    const oembed = `/instagram/graph/v26.0/instagram_oembed?url=${encodeURIComponent(url)}`;
    const live = await (await get(`${oembed}&access_token=ig-token`)).json();
    expect(live).toMatchObject({ version: "1.0", type: "rich", provider_name: "Instagram" });
    expect(JSON.stringify(live)).not.toMatch(/mia/i);
    expect((await (await get(oembed)).json()).error).toMatchObject({ code: 200, type: "OAuthException" });
    expect((await (await get(`${oembed}&access_token=no`)).json()).error.code).toBe(190);
    const share = await get(`/instagram${new URL(short_url).pathname}`);
    expect(share.headers.get("location")).toContain(`/reel/${id}/`);
    const page = await text(`/instagram/reel/${id}/`);
    expect(page).toContain('property="og:description"');
    expect(page).toContain("Little lamp #ad &lt;3");
    expect(await text("/instagram/mia.makes/")).toContain("bio of Mia");

    await change(id, { state: "private" });
    const gone = await get(`${oembed}&access_token=ig-token`);
    expect(gone.status).toBe(400);
    expect((await gone.json()).error.type).toBe("OAuthException");
    expect((await get(`/instagram/reel/${id}/`)).status).toBe(404);
  });
});

describe("Amazon", () => {
  it("shows storefronts and posts, and follows its short links", async () => {
    const { channel, post, change, control, get, text } = await start();
    await channel("amazon", { handle: "miamakes", description: "Finds. postbond-AB12" });
    for (const kind of ["photo", "list", "video"]) {
      const { id, url, short_url } = await post("amazon", { handle: "miamakes", kind });
      const { pathname } = new URL(url);
      expect(pathname).toBe(kind === "video" ? `/vdp/${id}` : `/shop/miamakes/${kind}/${id}`);
      expect(await text(`/amazon${pathname}`)).toContain("Little lamp #ad &lt;3");
      const short = await get(`/amazon/short${new URL(short_url).pathname}`);
      expect(short.headers.get("location")).toContain(url);
      await change(id, { state: "deleted" });
      expect((await get(`/amazon${pathname}`)).status).toBe(404);
    }
    const store = await text("/amazon/shop/miamakes");
    expect(store).toContain("postbond-AB12");
    expect(store).not.toContain("Little lamp");
    const product = "https://www.amazon.com/dp/B0C1234567";
    const link = (await control("/short-links", { platform: "amazon", target: product })).body;
    const followed = await get(`/amazon/short${new URL(link.short_url).pathname}`);
    expect(followed.headers.get("location")).toBe(product);
    expect((await get("/amazon/short/none")).status).toBe(404);
  });
});

describe("any platform", () => {
  it("publishes a scheduled post on the sandbox's clock, and remembers edits", async () => {
    const { channel, post, change, get, clock } = await start();
    await channel("tiktok");
    const published_at = new Date(clock.now().getTime() + DAY_MS).toISOString();
    const { id, url, visible_as } = await post("tiktok", { published_at });
    expect(visible_as).toBe("private");
    const oembed = `/tiktok/oembed?url=${encodeURIComponent(url)}`;
    expect((await get(oembed)).status).toBe(400);
    await clock.turnBy(2 * DAY_MS);
    expect((await get(oembed)).status).toBe(200);
    const { body } = await change(id, { caption: "Little lamp" });
    expect(body.edited_at).not.toBeNull();
    expect((await (await get(oembed)).json()).title).toBe("Little lamp");
  });

  it("can be down or silent without the others", async () => {
    const { channel, control, get, url } = await start();
    await channel("tiktok");
    await channel("instagram");
    await control("/outages", { platform: "tiktok", status: 503 });
    expect((await get("/tiktok/@mia.makes")).status).toBe(503);
    expect((await get("/instagram/mia.makes/")).status).toBe(200);
    await control("/outages", { platform: "tiktok", status: "timeout" });
    const silent = fetch(`${url}/tiktok/@mia.makes`, { signal: AbortSignal.timeout(300) });
    await expect(silent).rejects.toThrow(/timeout/i);
    await control("/outages", { platform: "tiktok", status: null });
    expect((await get("/tiktok/@mia.makes")).status).toBe(200);
  });

  it("refuses what cannot be, with the reason", async () => {
    const { channel, control, change } = await start();
    expect((await control("/posts", { platform: "tiktok", handle: "nobody", caption: "x" })).status).toBe(
      404,
    );
    expect((await control("/posts", { platform: "myspace", handle: "mia", caption: "x" })).status).toBe(400);
    await channel("tiktok");
    const reel = await control("/posts", {
      platform: "tiktok",
      handle: "mia.makes",
      caption: "x",
      kind: "reel",
    });
    expect(reel).toMatchObject({ status: 404, body: { error: expect.stringContaining("no reel") } });
    expect((await change("none", { state: "private" })).status).toBe(404);
  });

  it("comes back after a kill", async () => {
    const folder = mkdtempSync(join(tmpdir(), "postbond-social-"));
    ends.push(() => rmSync(folder, { recursive: true }));
    const first = await start(openStore(folder, "social"));
    await first.channel("tiktok");
    const { id, url } = await first.post("tiktok");
    await first.close();
    const second = await start(openStore(folder, "social"));
    const embed = await (await second.get(`/tiktok/oembed?url=${encodeURIComponent(url)}`)).json();
    expect(embed.embed_product_id).toBe(id);
  });
});

describe("the studio", () => {
  it("lets a person be a channel: make it, publish, edit, hide", async () => {
    const { url, text, get } = await start();
    const send = (path: string, fields: Record<string, string>) =>
      fetch(`${url}${path}`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    const made = await send("/studio/youtube/channels", {
      handle: "@mia",
      name: "Mia & Co",
      description: "",
    });
    expect(made.headers.get("location")).toBe("/studio/youtube/mia");
    const published = await send("/studio/youtube/mia/posts", {
      title: "Lamp",
      caption: "One\r\nTwo #ad",
      paid_label: "on",
    });
    const path = published.headers.get("location") ?? "";
    const id = path.slice("/posts/".length);
    const page = await text(path);
    expect(page).toContain(`value="https://www.youtube.com/watch?v=${id}"`);
    expect(page).toContain("Mia &amp; Co");
    await send(path, { title: "Lamp 2", caption: "Three" });
    expect(await text(`/youtube/watch?v=${id}`)).toContain("Lamp 2");
    expect(await text(path)).not.toContain("checked");
    await send(`${path}/state`, { state: "private" });
    expect(await text(`/youtube/watch?v=${id}`)).toContain("Private video");
    await send("/studio/youtube/channels", {
      handle: "mia",
      name: "Mia",
      description: "code 123",
      followers: "5",
    });
    expect(await text("/youtube/@mia")).toContain("code 123");
    expect((await get("/studio/youtube/nobody")).status).toBe(404);
    expect((await send(`${path}/state`, { state: "eaten" })).status).toBe(404);
  });
});
