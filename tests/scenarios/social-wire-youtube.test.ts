/** YouTube's emulator over the wire: its Data API, its oEmbed and its pages, for a video in each of its states. */
import { describe, expect, it } from "vitest";
import { DAY_MS, metaIn, socialFrom, stateIn } from "@/tests/support/social-emulator";

const start = socialFrom(4400);

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
    expect((await get(oembed)).status).toBe(403);
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

  const PARTS = "snippet,status,contentDetails,statistics,liveStreamingDetails";
  async function startWithVideo(more = {}) {
    const social = await start();
    await social.channel("youtube");
    const made = await social.post("youtube", { title: "My lamp", ...more });
    const video = async () => {
      const told = await social.get(`${list}/videos?part=${PARTS}&id=${made.id}&key=yt-key`);
      return (await told.json()).items[0];
    };
    const oembed = async () =>
      (await social.get(`/youtube/oembed?format=json&url=${encodeURIComponent(made.url)}`)).status;
    const player = async () =>
      stateIn<object>(await social.text(`/youtube/watch?v=${made.id}`), "var ytInitialPlayerResponse = ");
    return { ...social, ...made, video, oembed, player };
  }

  it("tells of an unlisted video to whoever has its id, and lists it nowhere", async () => {
    const { video, oembed, player, text, visible_as } = await startWithVideo({ state: "unlisted" });
    expect(visible_as).toBe("unlisted");
    expect(await video()).toMatchObject({ status: { privacyStatus: "unlisted", uploadStatus: "processed" } });
    expect(await oembed()).toBe(200);
    expect(await player()).toMatchObject({
      playabilityStatus: { status: "OK" },
      microformat: { playerMicroformatRenderer: { isUnlisted: true } },
    });
    expect(await text("/youtube/@mia.makes")).not.toContain("My lamp");
  });

  it("tells of a members-only video as of a public one, without its views", async () => {
    const { video, player, visible_as } = await startWithVideo({ state: "members", views: 900 });
    expect(visible_as).toBe("members");
    const told = await video();
    expect(told).toMatchObject({ status: { privacyStatus: "public" }, statistics: { favoriteCount: "0" } });
    expect(told.statistics).not.toHaveProperty("viewCount");
    expect(await player()).toMatchObject({ playabilityStatus: { status: "UNPLAYABLE" } });
  });

  it("announces a premiere, and keeps any other video of tomorrow to itself", async () => {
    const tomorrow = new Date(Date.now() + DAY_MS).toISOString();
    const { video, oembed, player, change, id, visible_as, clock } = await startWithVideo({
      premiere: true,
      published_at: tomorrow,
    });
    expect(visible_as).toBe("upcoming");
    expect(await video()).toMatchObject({
      snippet: { liveBroadcastContent: "upcoming" },
      status: { privacyStatus: "public" },
      liveStreamingDetails: { scheduledStartTime: `${tomorrow.slice(0, 19)}Z` },
    });
    expect(await oembed()).toBe(200);
    expect(await player()).toMatchObject({ playabilityStatus: { status: "LIVE_STREAM_OFFLINE" } });
    await change(id, { premiere: false });
    expect(await video()).toBeUndefined();
    expect(await oembed()).toBe(403);
    await change(id, { premiere: true });
    await clock.turnBy(2 * DAY_MS);
    expect(await video()).toMatchObject({
      snippet: { liveBroadcastContent: "none" },
      liveStreamingDetails: { actualStartTime: `${tomorrow.slice(0, 19)}Z` },
    });
  });

  it("tells how far an upload has come", async () => {
    const { video, oembed, player, change, id } = await startWithVideo({ upload: "processing" });
    expect(await video()).toMatchObject({ status: { uploadStatus: "uploaded", privacyStatus: "public" } });
    expect(await player()).toMatchObject({ playabilityStatus: { status: "UNPLAYABLE" } });
    for (const [upload, reason] of [
      ["rejected", { rejectionReason: "termsOfUse" }],
      ["failed", { failureReason: "conversion" }],
    ] as const) {
      expect((await change(id, { upload })).body.visible_as).toBe("gone");
      expect(await video()).toMatchObject({ status: { uploadStatus: upload, ...reason } });
      expect(await oembed()).toBe(404);
      expect(await player()).toMatchObject({ playabilityStatus: { status: "ERROR" } });
    }
  });

  it("tells where and by whom a video may be watched", async () => {
    const { video, oembed, player, change, id } = await startWithVideo({
      blocked_in: ["US", "DE"],
      age_restricted: true,
    });
    expect(await video()).toMatchObject({
      contentDetails: {
        regionRestriction: { blocked: ["US", "DE"] },
        contentRating: { ytRating: "ytAgeRestricted" },
      },
    });
    expect(await oembed()).toBe(200);
    expect(await player()).toMatchObject({ playabilityStatus: { status: "LOGIN_REQUIRED" } });
    await change(id, { blocked_in: [], allowed_in: [], age_restricted: false });
    expect(await video()).toMatchObject({ contentDetails: { regionRestriction: { allowed: [] } } });
    await change(id, { allowed_in: null });
    expect((await video()).contentDetails).not.toHaveProperty("regionRestriction");
  });

  it("does not list a new video at once, though its page and oEmbed show it", async () => {
    const listed_at = new Date(Date.now() + 600_000).toISOString();
    const { video, oembed, player, clock } = await startWithVideo({ listed_at });
    expect(await video()).toBeUndefined();
    expect(await oembed()).toBe(200);
    expect(await player()).toMatchObject({ playabilityStatus: { status: "OK" } });
    await clock.turnBy(601_000);
    expect(await video()).toMatchObject({ status: { privacyStatus: "public" } });
  });

  it("counts views, likes and comments that grow with time, are set, or are hidden", async () => {
    const { video, player, change, id, clock } = await startWithVideo();
    await clock.turnBy(DAY_MS);
    const first = (await video()).statistics;
    await clock.turnBy(7 * DAY_MS);
    const later = (await video()).statistics;
    expect(Number(later.viewCount)).toBeGreaterThan(Number(first.viewCount));
    await change(id, { views: 1_234, likes: null, comments: 7 });
    const { statistics } = await video();
    expect(statistics).toEqual({ viewCount: "1234", favoriteCount: "0", commentCount: "7" });
    expect(await player()).toMatchObject({ videoDetails: { viewCount: "1234" } });
    const { body } = await change(id, { views: "auto" });
    expect(body).toMatchObject({ likes: null, comments: 7 });
    expect(String(body.views)).toBe(later.viewCount);
  });

  it("answers for several channels by id, at most fifty, and rounds subscribers or hides them", async () => {
    const { channel, control, get } = await start();
    const mia = await channel("youtube", { followers: 54_321 });
    const eve = await channel("youtube", { handle: "eve", hidden_followers: true, followers: 9 });
    const ids = `${mia.external_id},${eve.external_id}`;
    const ask = async (id: string) => get(`${list}/channels?part=snippet,statistics&id=${id}&key=yt-key`);
    const { items } = await (await ask(ids)).json();
    expect(items).toMatchObject([
      { snippet: { customUrl: "@mia.makes" }, statistics: { subscriberCount: "54300" } },
      { snippet: { customUrl: "@eve" }, statistics: { hiddenSubscriberCount: true } },
    ]);
    expect(items[1].statistics).not.toHaveProperty("subscriberCount");
    expect((await ask(Array(51).fill(mia.external_id).join(","))).status).toBe(400);

    for (const state of ["deleted", "suspended"]) {
      await control("/channels/youtube/eve", { state }, "PATCH");
      expect((await (await ask(ids)).json()).items).toHaveLength(1);
      expect((await get("/youtube/@eve")).status).toBe(404);
    }
  });

  it("keeps a renamed channel's id and videos, and gives its old handle to whoever takes it", async () => {
    const { channel, control, get, id, video } = await startWithVideo();
    const before = (await video()).snippet.channelId;
    const renamed = await control("/channels/youtube/mia.makes", { handle: "mia.new" }, "PATCH");
    expect(renamed.body.external_id).toBe(before);
    expect((await get("/youtube/@mia.makes")).status).toBe(404);
    expect((await channel("youtube")).external_id).not.toBe(before);
    expect((await video()).snippet.channelId).toBe(before);
    expect((await control(`/posts/${id}`, {}, "PATCH")).body).toMatchObject({ handle: "mia.new" });
    const taken = await control("/channels/youtube/mia.new", { handle: "MIA.makes" }, "PATCH");
    expect(taken).toMatchObject({ status: 404, body: { error: expect.stringContaining("taken") } });
  });

  it("refuses a key for each reason that Google has", async () => {
    const { control, get } = await start();
    const ask = () => get(`${list}/channels?part=id&forHandle=mia&key=yt-key`);
    const reasons = {
      expired: [400, "badRequest"],
      not_enabled: [403, "accessNotConfigured"],
      ip_blocked: [403, "forbidden"],
      quota: [403, "quotaExceeded"],
      rate: [403, "rateLimitExceeded"],
    } as const;
    for (const [problem, [status, reason]] of Object.entries(reasons)) {
      await control("/youtube-keys", { key: "yt-key", problem });
      const refused = await ask();
      expect(refused.status, problem).toBe(status);
      expect((await refused.json()).error.errors[0].reason).toBe(reason);
    }
    await control("/youtube-keys", { key: "yt-key", problem: null });
    expect((await ask()).status).toBe(200);
  });

  it("shows a premiere's and an unlisted video's words to whoever opens the page", async () => {
    const { text, id } = await startWithVideo({ state: "unlisted" });
    const page = await text(`/youtube/shorts/${id}`);
    expect(metaIn(page, "robots")).toBe("noindex");
    expect(metaIn(page, "og:title")).toBe("My lamp");
  });
});
