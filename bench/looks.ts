/**
 * Looks at posts, from the text that a person pasted to the verdict, as the job takes them but without its database.
 *
 * Bare limit 1: undici's `fetch` asks for the same addresses, side by side, and reads the bodies without a look at them. What ours costs beyond that
 * is reading addresses, rules for hosts and redirects, hashes, pages, JSON and checks.
 * Bare limit 2: the same through undici's `request`, which has no web streams, the least that these answers can cost.
 */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { request, fetch as undiciFetch } from "undici";
import { runChecks, verdictOf } from "@/app/domain/verification/decide-verdict";
import { gatherFacts } from "@/app/domain/verification/gather-facts";
import { observePost } from "@/app/domain/verification/observe-post";
import type { Arranged } from "@/tests/support/verdicts/world";
import { workThrough } from "./load";
import type { LooksPlace } from "./looks-place";
import { type Spread, spread } from "./pairs";

export const AT_ONCE = 16;
const BATCHES = 10;
/** After how many of the batches the memory is weighed: 1,000, 4,000, 7,000 and 10,000 looks of a full run. */
const WEIGHED = new Set([1, 4, 7, 10]);

export type Weight = { looks: number; live_bytes: number };

export type MeasuredLooks = {
  looks: number;
  at_once: number;
  /** How many looks came to what. */
  outcomes: Record<string, number>;
  requests_per_look: number;
  ours_per_s: Spread;
  fetch_per_s: Spread;
  request_per_s: Spread;
  /** Processor time per look, in milliseconds. */
  ours_cpu_ms: Spread;
  fetch_cpu_ms: Spread;
  request_cpu_ms: Spread;
  emulator_cpu_ms: Spread;
  /** Ours / bare of each pair. */
  cpu_to_fetch: Spread;
  cpu_to_request: Spread;
  weights: Weight[];
  /** By least squares over the weights. */
  bytes_per_look: number;
  bytes_grown: number;
};

export async function measureLooks(
  place: LooksPlace,
  round: readonly Arranged[],
  looks: number,
  say: (words: string) => void,
): Promise<MeasuredLooks> {
  const outcomes: Record<string, number> = {};
  const look = async (at: number) => {
    const outcome = await lookAt(postAt(round, at), at);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  const asked = new Map<Arranged, string[]>();
  for (const post of new Set(round)) asked.set(post, await addressesAskedBy(post));
  const addresses = (at: number) => asked.get(postAt(round, at)) ?? [];
  const bare = (ask: (url: string) => Promise<unknown>) => (at: number) =>
    // An odd answer may be none.
    Promise.all(addresses(at).map((url) => ask(url).catch(() => {})));

  const batch = Math.round(looks / BATCHES);
  const runs: Array<{ ours: Batch; fetched: Batch; requested: Batch; emulator_cpu_ms: number }> = [];
  const weights: Weight[] = [];
  for (let number = 0; number <= BATCHES; number++) {
    // The first batch warms up, and is no part of the looks.
    const turns = Array.from({ length: batch }, (_, at) => Math.max(0, number - 1) * batch + at);
    if (number === 1) for (const outcome of Object.keys(outcomes)) delete outcomes[outcome];
    const emulator_before = await place.cpu_us();
    const ours = await measured(turns, look);
    const emulator_cpu_ms = ((await place.cpu_us()) - emulator_before) / 1_000 / batch;
    if (WEIGHED.has(number)) weights.push({ looks: number * batch, live_bytes: liveBytes() });
    const fetched = await measured(turns, bare(fetchWhole));
    const requested = await measured(turns, bare(requestWhole));
    if (number > 0) runs.push({ ours, fetched, requested, emulator_cpu_ms });
    say(`${number * batch} looks, ${ours.per_s.toFixed(0)} a second`);
  }
  const of = (value: (run: (typeof runs)[number]) => number) => spread(runs.map(value));
  return {
    looks: batch * BATCHES,
    at_once: AT_ONCE,
    outcomes,
    requests_per_look: round.reduce((sum, post) => sum + (asked.get(post)?.length ?? 0), 0) / round.length,
    ours_per_s: of(({ ours }) => ours.per_s),
    fetch_per_s: of(({ fetched }) => fetched.per_s),
    request_per_s: of(({ requested }) => requested.per_s),
    ours_cpu_ms: of(({ ours }) => ours.cpu_ms),
    fetch_cpu_ms: of(({ fetched }) => fetched.cpu_ms),
    request_cpu_ms: of(({ requested }) => requested.cpu_ms),
    emulator_cpu_ms: of((run) => run.emulator_cpu_ms),
    cpu_to_fetch: of(({ ours, fetched }) => ours.cpu_ms / fetched.cpu_ms),
    cpu_to_request: of(({ ours, requested }) => ours.cpu_ms / requested.cpu_ms),
    weights,
    bytes_per_look: slopeOf(weights),
    bytes_grown: (weights.at(-1)?.live_bytes ?? 0) - (weights[0]?.live_bytes ?? 0),
  };
}

function postAt(round: readonly Arranged[], at: number): Arranged {
  return round[at % round.length] as Arranged;
}

/** People paste the address alone, or what a share button wrote. */
const PASTED = [
  (url: string) => url,
  (url: string) => `Look at this! ${url} #lamp`,
  (url: string) => `看看这个：${url}。`,
];

async function lookAt({ url, agreed }: Arranged, at: number): Promise<string> {
  const pasted = (PASTED[at % PASTED.length] as (typeof PASTED)[number])(url);
  const { observation } = await observePost(pasted, agreed.platform, "US");
  const gathered = await gatherFacts(agreed, observation, false);
  const verdict = verdictOf(runChecks(observation, { ...gathered, used_elsewhere: "no" }));
  return `${observation.presence}, ${verdict}`;
}

/** The addresses that a look at a post asks for, redirects included, as undici itself announces them. */
async function addressesAskedBy(post: Arranged): Promise<string[]> {
  const found: string[] = [];
  const listen = (message: unknown) => {
    const { request } = message as { request: { origin: string; path: string } };
    found.push(`${request.origin}${request.path}`);
  };
  subscribe("undici:request:create", listen);
  try {
    await lookAt(post, 0);
  } finally {
    unsubscribe("undici:request:create", listen);
  }
  return found;
}

async function fetchWhole(url: string): Promise<void> {
  await (await undiciFetch(url, { redirect: "manual" })).arrayBuffer();
}

async function requestWhole(url: string): Promise<void> {
  await (await request(url)).body.arrayBuffer();
}

type Batch = { per_s: number; cpu_ms: number };

async function measured(turns: readonly number[], work: (at: number) => Promise<unknown>): Promise<Batch> {
  const before = process.cpuUsage();
  const { rate_per_s } = await workThrough(turns, work, AT_ONCE);
  const { user, system } = process.cpuUsage(before);
  return { per_s: rate_per_s, cpu_ms: (user + system) / 1_000 / turns.length };
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is in use once nothing dead is left; the second run takes what the first one's finalizers let go. */
function liveBytes(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function slopeOf(weights: readonly Weight[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const looks = mean(weights.map((weight) => weight.looks));
  const bytes = mean(weights.map((weight) => weight.live_bytes));
  const across = weights.map((weight) => (weight.looks - looks) * (weight.live_bytes - bytes));
  const along = weights.map((weight) => (weight.looks - looks) ** 2);
  return mean(across) / mean(along);
}
