/** The posts that are looked at, on an emulator in a process of its own. */
import { once } from "node:events";
import { PLATFORMS, type Platform } from "@/app/domain/creator/vocabulary";
import { required } from "@/app/lib/one";
import { startChild, TYPESCRIPT } from "@/scripts/postbond/child";
import { ODD_KINDS, SITUATIONS, type Situation } from "@/tests/support/verdicts/situations";
import { type Arranged, arrange, type Platforms } from "@/tests/support/verdicts/world";

export type LooksPlace = {
  url: string;
  control: Platforms["control"];
  /** Processor time of the emulator so far, in microseconds. */
  cpu_us: () => Promise<number>;
  close: () => Promise<void>;
};

export async function openLooks(): Promise<LooksPlace> {
  const file = new URL("./looks-emulator.ts", import.meta.url).pathname;
  const child = startChild({ file, env: process.env, node_options: TYPESCRIPT, output: "inherit" });
  const next = async <T>(): Promise<T> => {
    const [message] = await Promise.race([
      once(child.process, "message"),
      child.ended.then((code) => Promise.reject(new Error(`The emulator ended with ${code}`))),
    ]);
    return message as T;
  };
  const { url } = await next<{ url: string }>();
  const control: Platforms["control"] = async (path, body, method = "POST") => {
    const response = await fetch(`${url}/control${path}`, { method, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return (await response.json()) as never;
  };
  // Nobody's allowance ends within a run.
  await control("/quota", { daily_units: 1_000_000_000, instagram_hourly_requests: 1_000_000_000 });
  const cpu_us = async () => {
    const answer = next<{ cpu_us: number }>();
    child.process.send("cpu");
    return (await answer).cpu_us;
  };
  return { url, control, cpu_us, close: child.stop };
}

/** What is asked while everybody else is asking, too: no outages. What takes seconds by itself measures patience. */
const isOrdinary = ({ outage, allowance }: Situation) => outage === undefined && allowance === undefined;
const TAKES_SECONDS = new Set<string>(["slow", "huge_body"]);

/** Of ten looks at a platform six find a usual post, three find it in another situation, and one gets an odd answer. */
const TEN = ["usual", "usual", "other", "usual", "usual", "other", "usual", "usual", "other", "odd"] as const;
const USUAL_POSTS = 24;

type Posts = Record<(typeof TEN)[number], Arranged[]>;

/** @returns the posts in the order in which they are looked at, each platform in turn, for one round */
export async function publishPosts(place: LooksPlace): Promise<Arranged[]> {
  const each = new Map<Platform, Posts>();
  for (const platform of PLATFORMS) each.set(platform, await postsOn(place, platform));
  const turns = Array.from({ length: 240 }, (_, turn) => turn);
  return turns.flatMap((turn) =>
    PLATFORMS.map((platform) => {
      const kind = required(TEN[turn % TEN.length], "the kind of post");
      const posts = required(each.get(platform), "the posts")[kind];
      // Seven has no divisor in common with ten: all posts of a kind have their turn.
      return required(posts[(turn * 7 + Math.floor(turn / TEN.length)) % posts.length], "the post");
    }),
  );
}

async function postsOn(place: LooksPlace, platform: Platform): Promise<Posts> {
  const publish = async (situations: readonly Situation[]) => {
    const posts: Arranged[] = [];
    for (const situation of situations) posts.push(await arrange(place, platform, situation));
    return posts;
  };
  const usual: Situation = { name: "live", truth: "good" };
  const odd = ODD_KINDS.filter((kind) => !TAKES_SECONDS.has(kind));
  return {
    usual: await publish(Array.from({ length: USUAL_POSTS }, () => usual)),
    other: await publish(SITUATIONS[platform].filter(isOrdinary)),
    odd: await publish(odd.map((kind) => ({ ...usual, post: { odd: { kind, at: "all" } } }))),
  };
}
