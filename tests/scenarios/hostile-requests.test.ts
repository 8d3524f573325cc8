/**
 * Every route of the real server, fed for 30 seconds with hostile names, bytes and lengths by everybody: none answers 500, memory does not grow,
 * and the event loop is not held up. FUZZ_SEED repeats a run, FUZZ_SECONDS makes it longer.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeBrand, makeCreator, makeOperator } from "../factories/people";
import { type AppProcess, BOOT_TIMEOUT_MS, startAppProcess } from "../setup/app-process";
import { signIn } from "../setup/call-route";
import { testDatabase } from "../setup/database";
import { type HostileRequest, hostileRequests } from "../setup/hostile-requests";
import { liveMemory, liveMemoryEnv } from "../support/live-memory";

const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 30);
const AT_ONCE = 6;
/** What caches and compiled code may take. */
const GROWTH_MAX_MB = 50;
const memory_env = liveMemoryEnv();

let app: AppProcess;
let cookies: string[];
beforeAll(async () => {
  const { url } = await testDatabase();
  app = await startAppProcess(url, memory_env);
  const people = [await makeBrand(), await makeCreator(), await makeOperator()];
  cookies = [
    "",
    "postbond_session=%ff",
    ...(await Promise.all(people.map(({ user_id }) => signIn(user_id)))),
  ];
}, BOOT_TIMEOUT_MS);
afterAll(() => app?.close());

/** A route's folder as its address, with every parameter as `:name`; see Remix's flat routes. */
function addressOf(folder: string): string {
  const parts = folder
    .split(/\.(?![^[]*\])/)
    .filter((part) => part !== "_index")
    .map((part) =>
      part
        .replace(/_$/, "")
        .replace(/^\$/, ":")
        .replace(/\[(.)\]/g, "$1"),
    );
  return `/${parts.join("/")}`;
}

const ADDRESSES = readdirSync(join(import.meta.dirname, "../../app/routes"))
  .map(addressOf)
  .sort();

async function send({ path, ...init }: HostileRequest): Promise<{ status: number; took_ms: number }> {
  const started = performance.now();
  const answer = await fetch(app.app_url + path, { redirect: "manual", ...init });
  await answer.arrayBuffer();
  return { status: answer.status, took_ms: performance.now() - started };
}

/** One of three: the machine may be busy with something else. */
async function fastest(request: HostileRequest) {
  const answers = [await send(request), await send(request), await send(request)];
  return answers.reduce((best, answer) => (answer.took_ms < best.took_ms ? answer : best));
}

const memory_mb = async () => (await liveMemory(app.postbond.app.pid, memory_env)) / 1024 / 1024;

/** The longest that a bystander waits for a file while `work` goes on. */
async function longestStall(work: Promise<unknown>): Promise<number> {
  let longest_ms = 0;
  let over = false;
  const watching = (async () => {
    while (!over) {
      const { took_ms } = await send({ path: "/favicon.svg" });
      longest_ms = Math.max(longest_ms, took_ms);
      await sleep(20);
    }
  })();
  await work.finally(() => {
    over = true;
  });
  await watching;
  return Math.round(longest_ms);
}

/** Sends requests side by side until time is over. @returns those that were answered with a fault of ours */
async function feed(requests: Iterator<HostileRequest>, seconds: number) {
  const until = performance.now() + seconds * 1_000;
  const faults: string[] = [];
  let sent = 0;
  const one = async () => {
    while (performance.now() < until) {
      const request = requests.next().value as HostileRequest;
      const { status } = await send(request);
      sent++;
      if (status >= 500)
        faults.push(
          `${status} ${request.method} ${request.path} ${String(request.body ?? "").slice(0, 200)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { sent, faults };
}

const origin = () => ({ origin: app.app_url, "content-type": "application/x-www-form-urlencoded" });

describe("refused within milliseconds", () => {
  test.each<[string, () => HostileRequest]>([
    ["an index", () => ({ path: "/sign-in", method: "POST", headers: origin(), body: "e[120000000]=1" })],
    [
      "2,000 levels",
      () => ({ path: "/sign-in", method: "POST", headers: origin(), body: `${"a.".repeat(2_000)}a=1` }),
    ],
    [
      "190,000 fields",
      () => ({ path: "/brand/offers/new", method: "POST", headers: origin(), body: manyFields(190_000) }),
    ],
    [
      "40,000 fields",
      () => ({ path: "/brand/offers/new", method: "POST", headers: origin(), body: manyFields(40_000) }),
    ],
    ["NUL in a form", () => ({ path: "/sign-up", method: "POST", headers: origin(), body: "name=%00" })],
    ["NUL in a path", () => ({ path: "/offers/%00" })],
    ["NUL in a query", () => ({ path: "/offers?text=%00" })],
    ["31 February", () => ({ path: "/offers?after=2026-02-31T00:00:00.000Z~offer_1" })],
    ["ill-formed UTF-8", () => ({ path: "/creators/%ff" })],
  ])("%s", async (_, request) => {
    const bare_ms = (await fastest({ path: "/sign-in" })).took_ms;
    const { status, took_ms } = await fastest(request());
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    // Work that grows faster than the request takes hundreds of times as long as a page.
    expect(took_ms / bare_ms).toBeLessThan(20);
  });

  const manyFields = (count: number) => Array.from({ length: count }, (_, n) => n.toString(36)).join("=&");

  test.each(["/operator/disputes", "/operator/appeals", "/operator/books", "/brand/papers"])(
    "the old address %s is a plain 404",
    async (path) => expect((await send({ path })).status).toBe(404),
  );

  test("a form from another site is a clean 403", async () => {
    const headers = { ...origin(), origin: "https://evil.example" };
    expect((await send({ path: "/sign-in", method: "POST", headers, body: "a=1" })).status).toBe(403);
  });
});

test(
  "every route stands being fed with anything",
  async () => {
    console.info(`FUZZ_SEED=${SEED}, ${ADDRESSES.length} routes`);
    expect(ADDRESSES).toEqual(
      expect.arrayContaining(["/", "/books.json", "/collaborations/:id", "/sign-in"]),
    );
    const requests = hostileRequests({ seed: SEED, origin: app.app_url, addresses: ADDRESSES, cookies });
    const warm = await feed(requests, SECONDS / 6);
    const before_mb = await memory_mb();
    const feeding = feed(requests, SECONDS);
    const stall_ms = await longestStall(feeding);
    const { sent, faults } = await feeding;
    const growth_mb = Math.round((await memory_mb()) - before_mb);

    const bare = (function* () {
      for (;;) yield { path: "/healthz" };
    })();
    const bare_stall_ms = await longestStall(feed(bare, 5));
    console.info(
      `${warm.sent + sent} hostile requests; memory ${growth_mb >= 0 ? "+" : ""}${growth_mb} MB; longest stall ${stall_ms} ms, of a bare route ${bare_stall_ms} ms`,
    );
    expect([...warm.faults, ...faults].slice(0, 20)).toEqual([]);
    expect(growth_mb).toBeLessThan(GROWTH_MAX_MB);
    expect(stall_ms).toBeLessThan(3_000);
  },
  (SECONDS + 120) * 1_000,
);
