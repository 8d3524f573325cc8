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
import { makeAmazon } from "@/app/domain/verification/platforms/amazon";
import { makeInstagram } from "@/app/domain/verification/platforms/instagram";
import { publishedAt } from "@/app/domain/verification/platforms/instagram-page";
import { makeTikTok } from "@/app/domain/verification/platforms/tiktok";
import { makeYouTube } from "@/app/domain/verification/platforms/youtube";
import { required } from "@/app/lib/one";
import { SandboxClock } from "@/sandbox/frame/clock";
import { listen } from "@/sandbox/frame/serve";
import { openStore } from "@/sandbox/frame/store";
import { makeSocial } from "@/sandbox/social";

type Told = { id: string; url: string; short_url: string; published_at: string; external_id: string };
type Name = SocialPlatform["platform"];

const clock = new SandboxClock();
let base: string;
let close: () => Promise<void>;
let platforms: Record<Name, SocialPlatform>;

beforeAll(async () => {
  const server = await listen({ name: "social", port: 4350 });
  base = server.url;
  const nav = { current: "social", links: [], now: () => clock.now() };
  const env = { YOUTUBE_API_KEY: "yt-key", INSTAGRAM_GRAPH_TOKEN: "ig-token" };
  const store = openStore(undefined, "social");
  const social = makeSocial({ clock, store, url: base, app_url: "http://127.0.0.1:9", nav, env });
  server.handle(social.fetch);
  close = async () => {
    clock.close();
    await social.close?.();
    await server.close();
  };
  platforms = platformsAt(base);
});
afterAll(() => close());

function platformsAt(at: string, given: { yt?: string; ig?: string } = {}): Record<Name, SocialPlatform> {
  const { yt = "yt-key", ig = "ig-token" } = given;
  return {
    youtube: makeYouTube({ api_base: `${at}/youtube`, web_base: `${at}/youtube`, api_key: yt || undefined }),
    tiktok: makeTikTok({ web_base: `${at}/tiktok`, short_base: `${at}/tiktok/short` }),
    instagram: makeInstagram({
      graph_base: `${at}/instagram/graph`,
      web_base: `${at}/instagram`,
      token: ig || undefined,
    }),
    amazon: makeAmazon({ web_base: `${at}/amazon`, short_base: `${at}/amazon/short` }),
  };
}

async function control(path: string, body: unknown, method = "POST"): Promise<Told> {
  const response = await fetch(`${base}/control${path}`, { method, body: JSON.stringify(body) });
  expect(response.status, path).toBeLessThan(300);
  return (await response.json()) as Told;
}

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
      outcome: "found",
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
    expect(await outcomeOf("youtube", url)).toBe("private");
    await change(id, { state: "deleted" });
    expect(await outcomeOf("youtube", url)).toBe("gone");
  });

  test("without a key an operator looks, and a spent quota is asked again", async () => {
    const { id, url } = await publish("youtube");
    const keyless = platformsAt(base, { yt: "" }).youtube;
    expect((await keyless.fetchPost(postOf(url), "US")).outcome).toBe("not_readable");
    await change(id, { embeddable: false });
    expect((await keyless.fetchPost(postOf(url), "US")).outcome).toBe("not_readable");
    await change(id, { state: "deleted" });
    expect((await keyless.fetchPost(postOf(url), "US")).outcome).toBe("gone");
    await control("/quota", { daily_units: 0 });
    expect(await outcomeOf("youtube", url)).toBe("unavailable");
    await control("/quota", { daily_units: 10_000 });
    const wrong = platformsAt(base, { yt: "wrong-key" }).youtube;
    expect((await wrong.fetchPost(postOf(url), "US")).outcome).toBe("unavailable");
  });
});

describe("TikTok", () => {
  test("tells author, date, text, length and label, also from a short link", async () => {
    const made = await publish("tiktok", { paid_label: true, duration_seconds: 41 });
    expect(canonicalise(made.short_url)).toMatchObject({ needs_resolving: "tiktok" });
    const resolved = await platforms.tiktok.resolve(made.short_url);
    expect(resolved).toMatchObject({ outcome: "found", evidence: [{ status: 301 }] });
    const found = canonicalise("address" in resolved ? resolved.address : "");
    expect(found).toEqual(postOf(made.url));
    expect(await platforms.tiktok.fetchPost(found as CanonicalPost, "US")).toMatchObject({
      outcome: "found",
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
    expect(look).toMatchObject({ outcome: "found", post: { author_handle: handle } });
  });

  test("gone and private posts, and short links that lead nowhere", async () => {
    const { id, url } = await publish("tiktok");
    await change(id, { state: "deleted" });
    expect(await outcomeOf("tiktok", url)).toBe("gone");
    await change(id, { state: "private" });
    expect(await outcomeOf("tiktok", url)).toBe("private"); // its page's state says so, its oEmbed does not
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
      expect(await platforms.tiktok.resolve(short_url), target).toMatchObject({ outcome: "nowhere" });
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
    expect(look).toMatchObject({ outcome: "found", post: { author_handle: handle, text: caption } });
    if (look.outcome !== "found") return;
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
    expect(look).toMatchObject({ outcome: "found", post: { author_handle: handle } });
  });

  test("gone is told from a token of ours that is not good", async () => {
    const { id, url } = await publish("instagram");
    const wrong = platformsAt(base, { ig: "expired" }).instagram;
    expect((await wrong.fetchPost(postOf(url), "US")).outcome).toBe("unavailable");
    await change(id, { state: "deleted" });
    expect(await outcomeOf("instagram", url)).toBe("gone");
    expect((await wrong.fetchPost(postOf(url), "US")).outcome).toBe("unavailable");
    expect((await platformsAt(base, { ig: "" }).instagram.fetchPost(postOf(url), "US")).outcome).toBe(
      "not_readable",
    );
  });

  test("a code tells when it was made", () => {
    expect(publishedAt("short")).toBeNull();
    expect(publishedAt("zzzzzzzzzzz")).toBeNull();
  });
});

describe("Amazon", () => {
  test("a person has to look, with what the page says beside them", async () => {
    const { id, url, short_url } = await publish("amazon", { title: "Lamps I like" });
    const resolved = await platforms.amazon.resolve(short_url);
    expect(canonicalise("address" in resolved ? resolved.address : "")).toEqual(postOf(url));
    const look = await platforms.amazon.fetchPost(postOf(url), "US");
    expect(look.outcome).toBe("not_readable");
    expect(look.evidence[0]?.text).toContain("Lamps I like");
    await change(id, { state: "deleted" });
    expect(await outcomeOf("amazon", url)).toBe("gone");
  });

  test("a short link tells which product it means, without Amazon being asked", async () => {
    const target = "https://www.amazon.com/Lamp/dp/B0ABCDEF12?tag=mia-20";
    const { short_url } = await control("/short-links", { platform: "amazon", target });
    expect(await platforms.amazon.resolve(short_url)).toMatchObject({ outcome: "found", address: target });
    expect(await platforms.amazon.resolve("https://amzn.to/nothing")).toMatchObject({ outcome: "nowhere" });
  });
});

describe.each(["youtube", "tiktok", "instagram", "amazon"] as const)("%s", (name) => {
  test("shows a channel's own words, and its absence", async () => {
    await publish(name, { caption: "a post that says postbond-zzz999" });
    const look = await platforms[name].fetchChannel(handle);
    expect(look.outcome).toBe("found");
    if (look.outcome !== "found") return;
    expect(look.about).toContain("I film lamps & rooms.");
    expect(look.about).toContain("postbond-abc234");
    // Posts, and what others write under them, prove nothing.
    expect(look.about).not.toContain("postbond-zzz999");
    expect((await platforms[name].fetchChannel("nobody.at.all")).outcome).toBe("gone");
  });

  test.each([500, 503, 429])(
    "answering %i says nothing about a post, a channel or a link",
    async (status) => {
      const { url, short_url } = await publish(name);
      await control("/outages", { platform: name, status });
      expect(await outcomeOf(name, url)).toBe("unavailable");
      expect((await platforms[name].fetchChannel(handle)).outcome).toBe("unavailable");
      if (name !== "youtube") expect((await platforms[name].resolve(short_url)).outcome).toBe("unavailable");
      await control("/outages", { platform: name, status: null });
    },
  );

  test("being out of reach says nothing either", async () => {
    const { url } = await publish(name);
    const unreachable = platformsAt("http://127.0.0.1:4399")[name];
    expect((await unreachable.fetchPost(postOf(url), "US")).outcome).toBe("unavailable");
    expect((await unreachable.fetchChannel(handle)).outcome).toBe("unavailable");
  });
});
