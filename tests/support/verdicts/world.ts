/** The platforms' emulator and our own adapters, in which a situation is set up, looked at twice, and judged. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import { runChecks, verdictOf } from "@/app/domain/verification/decide-verdict";
import { gatherFacts } from "@/app/domain/verification/gather-facts";
import { observePost } from "@/app/domain/verification/observe-post";
import type { PostObservation, SocialPlatform } from "@/app/domain/verification/platform";
import { makeAmazon } from "@/app/domain/verification/platforms/amazon";
import { makeInstagram } from "@/app/domain/verification/platforms/instagram";
import { makeTikTok } from "@/app/domain/verification/platforms/tiktok";
import { makeYouTube } from "@/app/domain/verification/platforms/youtube";
import { SandboxClock } from "@/sandbox/frame/clock";
import { listen } from "@/sandbox/frame/serve";
import { openStore } from "@/sandbox/frame/store";
import { makeSocial } from "@/sandbox/social";
import type { Situation } from "./situations";

export type Keys = { youtube: string | undefined; instagram: string | undefined };
export const KEYS: Keys = { youtube: "yt-key", instagram: "ig-token" };
export const NO_KEYS: Keys = { youtube: undefined, instagram: undefined };

/** @param timeout_ms how long an answer is waited for; without it, as long as in service */
export function platformsAt(
  base: string,
  keys: Keys = KEYS,
  timeout_ms?: number,
): Record<Platform, SocialPlatform> {
  return {
    youtube: makeYouTube({
      api_base: `${base}/youtube`,
      web_base: `${base}/youtube`,
      api_key: keys.youtube,
      timeout_ms,
    }),
    tiktok: makeTikTok({
      web_base: `${base}/tiktok`,
      short_base: `${base}/tiktok/short`,
      timeout_ms,
    }),
    instagram: makeInstagram({
      graph_base: `${base}/instagram/graph`,
      web_base: `${base}/instagram`,
      token: keys.instagram,
      timeout_ms,
    }),
    amazon: makeAmazon({
      web_base: `${base}/amazon`,
      short_base: `${base}/amazon/short`,
      timeout_ms,
    }),
  };
}

/** An emulator of its own for each look at the outside: outages and spent quotas are everybody's. */
export async function startPlatforms(port = 0) {
  const server = await listen({ name: "social", port });
  const clock = new SandboxClock();
  const nav = { current: "social", links: [], now: () => clock.now() };
  const env = { YOUTUBE_API_KEY: KEYS.youtube, INSTAGRAM_GRAPH_TOKEN: KEYS.instagram };
  const store = openStore(undefined, "social");
  const context = { clock, store, url: server.url, app_url: "http://127.0.0.1:9", nav, env };
  const social = makeSocial(context);
  server.handle(social.fetch);
  const control = async <T = Told>(path: string, body: unknown, method = "POST"): Promise<T> => {
    const response = await fetch(`${server.url}/control${path}`, { method, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  };
  const close = async () => {
    clock.close();
    await social.close?.();
    await server.close();
  };
  return { url: server.url, control, close };
}

export type Platforms = Awaited<ReturnType<typeof startPlatforms>>;
type Told = { id: string; url: string; external_id: string };

const CAPTION = "#ad A lamp for my desk.";
const AGREED_AT = new Date(Date.now() - 3_600_000);

let made = 0;

/** Sets a situation up. @returns the address of the post, and what is agreed about it */
export async function arrange({ control }: Platforms, platform: Platform, situation: Situation) {
  const name = `mia${++made}`;
  const channelOf = (handle: string) =>
    control("/channels", { platform, handle, name: handle, followers: 900 });
  const channel = await channelOf(name);
  const author = situation.elsewhere ? `eve${made}` : name;
  if (situation.elsewhere) await channelOf(author);
  const post = await control("/posts", {
    platform,
    handle: author,
    title: "My desk",
    caption: CAPTION,
    published_at: new Date().toISOString(),
    ...situation.post,
  });
  if (situation.channel) {
    const renamed = "handle" in situation.channel ? { handle: `was${name}` } : {};
    await control(`/channels/${platform}/${name}`, { ...situation.channel, ...renamed }, "PATCH");
  }
  if (situation.taken_over) await channelOf(name);
  const terms = termsFor(name);
  const known = {
    platform,
    handle: name,
    external_id: situation.id_unknown ? null : idToldBy(platform, channel.external_id),
    lost_because: null,
  };
  return {
    url: post.url,
    agreed: { platform, terms, agreed_at: AGREED_AT, cancelled_at: null, channel: known },
  };
}
export type Arranged = Awaited<ReturnType<typeof arrange>>;

/** Amazon tells nobody the id of a storefront. */
const idToldBy = (platform: Platform, id: string) => (platform === "amazon" ? null : id);

function termsFor(handle: string) {
  const brief = {
    summary: "Show the lamp on a real desk.",
    must_show: [],
    must_say: [],
    must_not_say: [],
    hashtags: [],
    mentions: [],
    require_product_link: false,
    min_length_seconds: 0,
  };
  const product = { asin: "B0ABCDEF12", url: "", marketplace_country: "US" };
  return { channel: { handle }, brief, product } as never;
}

export type Outcome = {
  platform: Platform;
  keys: boolean;
  situation: Situation;
  odd?: { kind: string; at: string };
  looks: [Seen, Seen];
};

export type Seen = { presence: string; verdict: string; failed: string[]; observation: PostObservation };

/** Two looks, some time apart, as the job takes them. */
export async function lookTwice({ url, agreed }: Arranged): Promise<[Seen, Seen]> {
  const first = await look(false);
  return [first, await look(first.observation.presence === "not_live")];

  async function look(denied_before: boolean): Promise<Seen> {
    const { observation } = await observePost(url, agreed.platform, "US");
    const gathered = await gatherFacts(agreed, observation, denied_before);
    const checks = runChecks(observation, { ...gathered, used_elsewhere: "no" });
    const failed = checks.filter(({ verdict }) => verdict === "failed").map(({ code }) => code);
    const open = checks.filter(({ verdict }) => verdict === "undecided").map(({ code }) => code);
    const verdict = verdictOf(checks);
    return {
      presence: "reason" in observation ? `${observation.presence} (${observation.reason})` : "live",
      verdict,
      failed: verdict === "failed" ? failed : open,
      observation,
    };
  }
}
