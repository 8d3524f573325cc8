/** Each platform's adapter against the platforms' stand-in, over the wire: what it finds, and what it must not take for an answer. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { canonicalise } from "@/app/domain/verification/canonical-url";
import type { CanonicalPost } from "@/app/domain/verification/link";
import type {
  ChannelObservation,
  PostObservation,
  Resolved,
  SocialPlatform,
} from "@/app/domain/verification/platform";
import { publishedAt } from "@/app/domain/verification/platforms/instagram-page";
import { required } from "@/app/lib/one";
import { KEYS, NO_KEYS, type Platforms, platformsAt, startPlatforms } from "../support/verdicts/world";

type Told = { id: string; url: string; short_url: string; published_at: string; external_id: string };
type Name = SocialPlatform["platform"];

let world: Platforms;
let base: string;
let platforms: Record<Name, SocialPlatform>;

beforeAll(async () => {
  world = await startPlatforms();
  base = world.url;
  platforms = platformsAt(base);
});
afterAll(() => world.close());

const control = (path: string, body: unknown, method = "POST") => world.control<Told>(path, body, method);

let handle = "";
let count = 0;
beforeEach(async () => {
  handle = `mia${++count}`;
});

async function publish(platform: Name, given: object = {}): Promise<Told & { channel_id: string }> {
  const channel = await control("/channels", {
    platform,
    handle,
    name: "Mia Makes",
    followers: 12_000,
    description: "I film lamps & rooms.\npostbond-abc234",
  });
  const post = await control("/posts", { platform, handle, caption: "#ad My <little> lamp 😀", ...given });
  return { ...post, channel_id: channel.external_id };
}

const postOf = (url: string) => canonicalise(url) as CanonicalPost;
const change = (id: string, body: object) => control(`/posts/${id}`, body, "PATCH");
const told = (seen: PostObservation | ChannelObservation | Resolved) =>
  "reason" in seen ? `${seen.presence} ${seen.reason}` : seen.presence;
const outcomeOf = async (platform: Name, url: string) =>
  told(await platforms[platform].fetchPost(postOf(url), "US"));

describe("YouTube", () => {
  test("tells author, date, text, length and label", async () => {
    const made = await publish("youtube", { title: "Lamp", paid_label: true, duration_seconds: 75 });
    const look = await platforms.youtube.fetchPost(postOf(made.url), "US");
    expect(look).toMatchObject({
      presence: "live",
      post: {
        author_id: made.channel_id,
        title: "Lamp",
        text: "#ad My <little> lamp 😀",
        length_seconds: 75,
        paid_label: true,
        published_at: new Date(`${made.published_at.slice(0, 19)}Z`),
      },
    });
    expect(look.evidence[0]).toMatchObject({ status: 200, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(look.evidence)).not.toContain("yt-key");
  });

  test("tells private from gone", async () => {
    const { id, url } = await publish("youtube");
    await change(id, { state: "private" });
    expect(await outcomeOf("youtube", url)).toBe("not_live private");
    await change(id, { state: "deleted" });
    expect(await outcomeOf("youtube", url)).toBe("not_live gone");
  });

  test("without a key only that it is gone can be told; a spent quota and a wrong key say nothing", async () => {
    const { id, url } = await publish("youtube");
    const keyless = async () => told(await platformsAt(base, NO_KEYS).youtube.fetchPost(postOf(url), "US"));
    expect(await keyless()).toBe("unknown no_key");
    await change(id, { embeddable: false });
    expect(await keyless()).toBe("unknown no_key");
    await change(id, { state: "deleted" });
    expect(await keyless()).toBe("not_live gone");
    await control("/quota", { daily_units: 0 });
    expect(await outcomeOf("youtube", url)).toBe("unknown limited");
    await control("/quota", { daily_units: 10_000 });
    const wrong = platformsAt(base, { ...KEYS, youtube: "wrong-key" }).youtube;
    expect(told(await wrong.fetchPost(postOf(url), "US"))).toBe("unknown limited");
  });

  test("tells how often it was seen, liked and commented on", async () => {
    const { url } = await publish("youtube", { views: 4_321, likes: 32, comments: null });
    const look = await platforms.youtube.fetchPost(postOf(url), "US");
    expect(look).toMatchObject({ post: { reach: { views: 4_321, likes: 32, comments: null } } });
  });
});

describe("TikTok", () => {
  test("tells author, date, text, length and label, also from a short link", async () => {
    const made = await publish("tiktok", { paid_label: true, duration_seconds: 41 });
    expect(canonicalise(made.short_url)).toMatchObject({ needs_resolving: "tiktok" });
    const resolved = await platforms.tiktok.resolve(made.short_url);
    expect(resolved).toMatchObject({ presence: "found", evidence: [{ status: 301 }] });
    const found = canonicalise("address" in resolved ? resolved.address : "");
    expect(found).toEqual(postOf(made.url));
    expect(await platforms.tiktok.fetchPost(found as CanonicalPost, "US")).toMatchObject({
      presence: "live",
      post: {
        author_id: made.channel_id,
        author_handle: handle,
        text: "#ad My <little> lamp 😀",
        length_seconds: 41,
        paid_label: true,
      },
    });
  });

  test("the author is who published it, whatever name stands in the link", async () => {
    const { url } = await publish("tiktok");
    const look = await platforms.tiktok.fetchPost(postOf(url.replace(`@${handle}`, "@somebody.else")), "US");
    expect(look).toMatchObject({ presence: "live", post: { author_handle: handle } });
  });

  test("gone and private posts, and short links that lead nowhere", async () => {
    const { id, url } = await publish("tiktok");
    await change(id, { state: "deleted" });
    expect(await outcomeOf("tiktok", url)).toBe("not_live gone");
    await change(id, { state: "private" });
    expect(await outcomeOf("tiktok", url)).toBe("not_live private"); // its page's state says so, its oEmbed does not
    const stray = await platforms.tiktok.resolve("https://vm.tiktok.com/ZMnothing/");
    expect(canonicalise("address" in stray ? stray.address : "")).toEqual({ refused: "not_a_post" });
  });

  test("a short link that leads off the platform, or inside, is followed no further", async () => {
    for (const target of [
      "https://evil.example/",
      "http://169.254.169.254/latest",
      `${base}/control/posts`,
    ]) {
      const { short_url } = await control("/short-links", { platform: "tiktok", target });
      expect(await platforms.tiktok.resolve(short_url), target).toMatchObject({ presence: "not_found" });
    }
  });
});

describe("Instagram", () => {
  test("tells author, date and text, also from a shared link", async () => {
    const caption = 'Desk "tour" #ad\nwith @somebody.else on it';
    const made = await publish("instagram", { caption });
    const resolved = await platforms.instagram.resolve(made.short_url);
    const found = canonicalise("address" in resolved ? resolved.address : "");
    expect(found).toEqual(postOf(made.url));
    const look = await platforms.instagram.fetchPost(found as CanonicalPost, "US");
    expect(look).toMatchObject({ presence: "live", post: { author_handle: handle, text: caption } });
    if (look.presence !== "live") return;
    expect(
      Math.abs(
        required(look.post.published_at, "the published at").getTime() - Date.parse(made.published_at),
      ),
    ).toBeLessThan(1_000);
    expect(JSON.stringify(look.evidence)).not.toContain("ig-token");
  });

  test("a caption cannot put on another author", async () => {
    const caption = '#ad", 3 comments - victim on May 1, 2026: "mine';
    const { url } = await publish("instagram", { caption });
    const look = await platforms.instagram.fetchPost(postOf(url), "US");
    expect(look).toMatchObject({ presence: "live", post: { author_handle: handle } });
  });

  test("no token is needed, and a wrong one hides nothing that the page says", async () => {
    const { id, url } = await publish("instagram");
    for (const keys of [NO_KEYS, { ...KEYS, instagram: "expired" }])
      expect(told(await platformsAt(base, keys).instagram.fetchPost(postOf(url), "US"))).toBe("live");
    await change(id, { state: "deleted" });
    for (const keys of [KEYS, NO_KEYS])
      expect(told(await platformsAt(base, keys).instagram.fetchPost(postOf(url), "US"))).toBe(
        "not_live gone",
      );
  });

  test("a wall before a post that is live hides whose it is and what it says, and nothing else", async () => {
    const { url } = await publish("instagram", { odd: { kind: "login_wall", at: "page" } });
    const look = await platforms.instagram.fetchPost(postOf(url), "US");
    expect(look).toMatchObject({
      presence: "live",
      missing: "wall",
      post: { author_handle: null, text: null },
    });
  });

  test.each(["login_redirect", "wall_loop", "facebook_login"])(
    "a shared link behind a wall (%s) leads nobody knows where",
    async (kind) => {
      const { url } = await publish("instagram");
      const { short_url } = await control("/short-links", {
        platform: "instagram",
        target: url,
        odd: { kind },
      });
      expect(told(await platforms.instagram.resolve(short_url))).toBe("unknown wall");
    },
  );

  test("a collab post names its owner first", async () => {
    const { url } = await publish("instagram", { coauthors: ["lumen", "some.one"] });
    const look = await platforms.instagram.fetchPost(postOf(url), "US");
    expect(look).toMatchObject({ post: { author_handle: handle, coauthor_handles: ["lumen", "some.one"] } });
  });

  test("a code tells when it was made", () => {
    expect(publishedAt("short")).toBeNull();
    expect(publishedAt("zzzzzzzzzzz")).toBeNull();
  });
});

describe("Amazon", () => {
  test("the page tells owner, words, products and the date of a video", async () => {
    const products = [{ asin: "B0ABCDEF12", title: "Lamp" }];
    const { id, url, short_url, published_at } = await publish("amazon", {
      title: "Lamps I like",
      kind: "video",
      products,
    });
    const resolved = await platforms.amazon.resolve(short_url);
    expect(canonicalise("address" in resolved ? resolved.address : "")).toEqual(postOf(url));
    const look = await platforms.amazon.fetchPost(postOf(url), "US");
    expect(look).toMatchObject({
      presence: "live",
      post: {
        author_handle: handle,
        published_at: new Date(published_at),
        text: expect.stringContaining("https://www.amazon.com/dp/B0ABCDEF12"),
      },
    });
    expect(look.evidence[0]?.text).toContain("Lamps I like");
    await change(id, { state: "deleted" });
    expect(await outcomeOf("amazon", url)).toBe("not_live gone");
  });

  test("a list and a photo have no date", async () => {
    for (const kind of ["list", "photo"]) {
      const { url } = await publish("amazon", { kind });
      const look = await platforms.amazon.fetchPost(postOf(url), "US");
      expect(look).toMatchObject({ presence: "live", post: { published_at: null, author_handle: handle } });
    }
  });

  test("a post under the old name of a storefront is not gone: nobody knows", async () => {
    const { url } = await publish("amazon");
    await control(`/channels/amazon/${handle}`, { handle: `${handle}new` }, "PATCH");
    expect(await outcomeOf("amazon", url)).toBe("unknown channel_gone");
  });

  test("a short link tells which product it means, without Amazon being asked", async () => {
    const target = "https://www.amazon.com/Lamp/dp/B0ABCDEF12?tag=mia-20";
    const { short_url } = await control("/short-links", { platform: "amazon", target });
    expect(await platforms.amazon.resolve(short_url)).toMatchObject({ presence: "found", address: target });
    expect(await platforms.amazon.resolve("https://amzn.to/nothing")).toMatchObject({
      presence: "not_found",
    });
  });
});

describe.each(["youtube", "tiktok", "instagram", "amazon"] as const)("%s", (name) => {
  const by = (wanted: string, external_id: string | null = null) => ({ handle: wanted, external_id });

  test("shows a channel's own words, and its absence", async () => {
    await publish(name, { caption: "a post that says postbond-zzz999" });
    const look = await platforms[name].fetchChannel(by(handle));
    expect(look).toMatchObject({ presence: "found", handle });
    if (look.presence !== "found") return;
    expect(look.about).toContain("I film lamps & rooms.");
    expect(look.about).toContain("postbond-abc234");
    // Posts, and what others write under them, prove nothing.
    expect(look.about).not.toContain("postbond-zzz999");
    expect((await platforms[name].fetchChannel(by("nobody.at.all"))).presence).toBe("not_found");
  });

  test.each([
    [500, "no_answer"],
    [503, "no_answer"],
    [429, "limited"],
  ])("answering %i says nothing about a post, a channel or a link", async (status, reason) => {
    const { url, short_url } = await publish(name);
    await control("/outages", { platform: name, status });
    expect(await outcomeOf(name, url)).toBe(`unknown ${reason}`);
    expect(told(await platforms[name].fetchChannel(by(handle)))).toBe(`unknown ${reason}`);
    if (name !== "youtube") expect(told(await platforms[name].resolve(short_url))).toBe(`unknown ${reason}`);
    await control("/outages", { platform: name, status: null });
  });

  test("being out of reach says nothing either", async () => {
    const { url } = await publish(name);
    const unreachable = platformsAt("http://127.0.0.1:9")[name];
    expect(told(await unreachable.fetchPost(postOf(url), "US"))).toBe("unknown no_answer");
    expect(told(await unreachable.fetchChannel(by(handle)))).toBe("unknown no_answer");
  });
});

test("YouTube knows a channel by its id under its new name", async () => {
  const { channel_id } = await publish("youtube");
  await control(`/channels/youtube/${handle}`, { handle: `${handle}new` }, "PATCH");
  const asked = { handle, external_id: channel_id };
  expect(await platforms.youtube.fetchChannel(asked)).toMatchObject({
    handle: `${handle}new`,
    external_id: channel_id,
  });
});
