/** Whatever a platform answers, nothing throws, what is read is of its kind, and nothing is known that nobody said. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLATFORMS, type Platform } from "@/app/domain/creator/vocabulary";
import { canonicalise } from "@/app/domain/verification/canonical-url";
import type { CanonicalPost } from "@/app/domain/verification/link";
import type { ChannelObservation, PostObservation } from "@/app/domain/verification/platform";
import { READERS } from "../support/answer-readers";
import { arrange, KEYS, type Platforms, platformsAt, startPlatforms } from "../support/verdicts/world";

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

let emulator: Platforms;
/** Stands between us and the emulator: answers `garbage`, or changes what the emulator says. */
let between: Server;
let origin: string;
let garbage: Answer | null = null;
let change: (text: string) => string = (text) => text;
/** The id that is asked for, and the one whose answers come. */
let swapped: [string, string] | null = null;
const live = new Map<Platform, CanonicalPost>();
const gone = new Map<Platform, CanonicalPost>();
/** What the emulator says of all these, and of their channels. */
const seeds: string[] = [];

beforeAll(async () => {
  emulator = await startPlatforms();
  between = createServer(async (request, response) => {
    const { status, headers, body } = garbage ?? (await changedAnswer(request.url ?? ""));
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(between.address() as AddressInfo).port}`;
  change = (text) => {
    seeds.push(text);
    return text;
  };
  for (const platform of PLATFORMS)
    for (const [posts, state] of [
      [live, "public"],
      [gone, "deleted"],
    ] as const) {
      const { url, agreed } = await arrange(emulator, platform, {
        name: state,
        truth: "good",
        post: { state, caption: "#ad 😀 A lamp, “for” my desk. ", paid_label: true },
      });
      const post = canonicalise(url) as CanonicalPost;
      posts.set(platform, post);
      await platformsAt(origin)[platform].fetchPost(post, "US");
      await platformsAt(origin)[platform].fetchChannel(agreed.channel);
    }
});
afterAll(async () => {
  between.closeAllConnections();
  between.close();
  await emulator.close();
});

async function changedAnswer(path: string): Promise<Answer> {
  const [asked, given] = swapped ?? ["", ""];
  const real = asked ? path.replaceAll(asked, given) : path;
  const response = await fetch(`${emulator.url}${real}`, { redirect: "manual" });
  const text = change(await response.text());
  const type = response.headers.get("content-type") ?? "";
  return { status: response.status, headers: { "content-type": type }, body: Buffer.from(text) };
}

/** As a body is decoded: half of a surrogate pair is in no bytes. */
const decoded = (text: string) => Buffer.from(text).toString();

const NUMBERS = ["-1", "-0", "0.5", "1e999", "9".repeat(30), "4e9", "null", "true", '""', "[]", "{}", "NaN"];
const INSERTS = [
  "\0",
  "\\u0000",
  "\\ud800",
  "&#0;",
  "&#xd800;",
  "<",
  ">",
  '"',
  "'",
  "<script>",
  "</html>",
  "𝕏",
  "\u202e",
];

type Step = {
  kind: "cut" | "doubled" | "swapped" | "nested" | "number" | "insert";
  at: number;
  to: number;
  with: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("cut", "doubled", "swapped", "nested", "number", "insert"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  with: fc.nat(1_000),
});
const steps = fc.array(step, { minLength: 1, maxLength: 4 });

function applied(text: string, { kind, at, to, with: which }: Step): string {
  const [from, end] = [Math.min(at, to), Math.max(at, to)].map((part) => Math.floor(part * text.length)) as [
    number,
    number,
  ];
  const [before, piece, after] = [text.slice(0, from), text.slice(from, end), text.slice(end)];
  switch (kind) {
    case "cut":
      return before + after;
    case "doubled":
      return before + piece + piece + after;
    case "swapped":
      return piece + before + after;
    case "nested":
      return text.length > 100_000 ? text : before + text + after;
    case "insert":
      return `${before}${INSERTS[which % INSERTS.length]}${piece}${after}`;
    case "number": {
      const found = [...text.matchAll(/\d+/g)];
      const number = found[which % Math.max(1, found.length)];
      if (!number) return text;
      const behind = text.slice(number.index + number[0].length);
      return `${text.slice(0, number.index)}${NUMBERS[which % NUMBERS.length]}${behind}`;
    }
  }
}

const changed = (text: string, taken: readonly Step[]) => decoded(taken.reduce(applied, text));

/** What is not of its kind in a value, however deep it stands. */
function faultsOf(value: unknown, at = ""): string[] {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [`${at}: no date`] : [];
  if (typeof value === "number") return value >= 0 && Number.isFinite(value) ? [] : [`${at}: ${value}`];
  // PostgreSQL keeps neither.
  if (typeof value === "string")
    return /[\0\p{Surrogate}]/u.test(value) ? [`${at}: ${JSON.stringify(value)}`] : [];
  if (value instanceof Map) return faultsOf([...value], at);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => faultsOf(inner, `${at}.${key}`));
}

function faultsOfPost(observation: PostObservation): string[] {
  if (observation.presence !== "live") return faultsOf(observation);
  const { reach, published_at, length_seconds } = observation.post;
  const uncounted = Object.values(reach).filter((count) => count !== null && !Number.isSafeInteger(count));
  return [
    ...faultsOf(observation),
    ...uncounted.map((count) => `not a count: ${count}`),
    ...(published_at === null || published_at instanceof Date ? [] : ["published_at"]),
    ...(length_seconds === null || length_seconds < 1e12 ? [] : ["length_seconds"]),
  ];
}

function faultsOfChannel(observation: ChannelObservation): string[] {
  const followers = observation.presence === "found" ? observation.followers : null;
  return [
    ...faultsOf(observation),
    ...(followers === null || Number.isSafeInteger(followers) ? [] : [`followers: ${followers}`]),
  ];
}

describe("what every reader makes of", () => {
  /** JSON is a reader's own to refuse; what it lets through is looked at. */
  const READ = Object.entries(READERS).filter(([name]) => name !== "states of pages");

  const sound = (text: string) => {
    for (const [name, read] of READ) expect(faultsOf(read(text), name)).toEqual([]);
    READERS["states of pages"]?.(text);
  };

  test("any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => sound(decoded(text))),
      { numRuns: 500 },
    );
  });

  test("any text of a page's own pieces", () => {
    const PIECES = [
      "<meta ",
      'property="og:description" ',
      "content=",
      "<time datetime=",
      "<script ",
      "</script>",
      'id="__UNIVERSAL_DATA_FOR_REHYDRATION__">',
      "<link rel=canonical href=",
      "https://www.instagram.com/p/CxYz12abcde/",
      "https://www.amazon.com/shop/mia/list/3ABCDEF",
      "<a href=/shop/mia>",
      "1,000 likes, ",
      "999999999999999999999 likes",
      ",,, likes",
      " - mia on May 1, 2026",
      ': "x"',
      "'",
      '"',
      ">",
      "</html>",
      "May 99, 2026",
      "2026-13-45T99:00Z",
      "275761-01-01",
      "\0",
      "&#0;",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) =>
        sound(pieces.join("")),
      ),
      { numRuns: 500 },
    );
  });

  test("any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6, stringUnit: "binary" }), (json) => {
        sound(json);
        sound(`<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">${json}</script>`);
      }),
      { numRuns: 300 },
    );
  });

  test("a platform's own answer, cut, doubled, swapped, nested and with odd numbers and characters", () => {
    expect(seeds.length).toBeGreaterThan(15);
    fc.assert(
      fc.property(fc.nat(), steps, (which, taken) =>
        sound(changed(seeds[which % seeds.length] as string, taken)),
      ),
      { numRuns: 500 },
    );
  });
});

describe("what we take a post to be", () => {
  const ask = (platform: Platform, post: CanonicalPost) =>
    platformsAt(origin, KEYS)[platform].fetchPost(post, "US");
  const postOf = (posts: Map<Platform, CanonicalPost>, platform: Platform) =>
    posts.get(platform) as CanonicalPost;

  const answer: fc.Arbitrary<Answer> = fc.record({
    status: fc.oneof(fc.constantFrom(200, 400, 401, 403, 404, 410, 429), fc.integer({ min: 200, max: 599 })),
    headers: fc.record({
      "content-type": fc.oneof(fc.constantFrom("text/html", "application/json", ""), latin1()),
      "content-encoding": fc.constantFrom("identity", "gzip", "br", "odd"),
      location: fc.oneof(fc.constantFrom("", "/", "http://", "//", "http://[", "?"), latin1()),
      "set-cookie": latin1(),
    }),
    body: fc
      .oneof(fc.uint8Array({ maxLength: 500 }), fc.json(), fc.string({ unit: "binary" }))
      .map((body) => Buffer.from(body as string)),
  });

  /** What Node lets through as a header. */
  function latin1(): fc.Arbitrary<string> {
    return fc.string({
      unit: fc
        .integer({ min: 0x20, max: 0xff })
        .filter((code) => code !== 0x7f)
        .map((code) => String.fromCharCode(code)),
      maxLength: 40,
    });
  }

  test.each(PLATFORMS)("on %s: of garbage, nothing", async (platform) => {
    swapped = null;
    await fc.assert(
      fc.asyncProperty(answer, async (given) => {
        garbage = given;
        const observation = await ask(platform, postOf(live, platform));
        expect(observation.presence).toBe("unknown");
        expect(faultsOfPost(observation)).toEqual([]);
        const channel = await platformsAt(origin)[platform].fetchChannel({
          handle: "mia",
          external_id: null,
        });
        expect(channel.presence).toBe("unknown");
        expect(faultsOfChannel(channel)).toEqual([]);
      }),
      { numRuns: 100 },
    );
    garbage = null;
  });

  test.each(PLATFORMS)(
    "on %s: of a live post's own answers, that it is live, and of a deleted one's, that it is not",
    async (platform) => {
      garbage = null;
      swapped = null;
      change = (text) => text;
      expect((await ask(platform, postOf(live, platform))).presence).toBe("live");
      expect((await ask(platform, postOf(gone, platform))).presence).toBe("not_live");
    },
  );

  test.each(PLATFORMS)(
    "on %s: of a live post's mutilated answers, that post or nothing",
    async (platform) => {
      garbage = null;
      swapped = null;
      const post = postOf(live, platform);
      await fc.assert(
        fc.asyncProperty(steps, async (taken) => {
          change = (text) => changed(text, taken);
          const observation = await ask(platform, post);
          expect(observation.presence).not.toBe("not_live");
          if (observation.presence === "live") expect(observation.post.post_id).toBe(post.post_id);
          expect(faultsOfPost(observation)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(PLATFORMS)("on %s: of a deleted post's mutilated answers, never a live one", async (platform) => {
    garbage = null;
    swapped = null;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        change = (text) => changed(text, taken);
        const observation = await ask(platform, postOf(gone, platform));
        expect(observation.presence).not.toBe("live");
        expect(faultsOfPost(observation)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(PLATFORMS)(
    "on %s: of another post's answers, whole or mutilated, never a live one",
    async (platform) => {
      garbage = null;
      const [asked, other] = [postOf(gone, platform), postOf(live, platform)];
      swapped = [asked.post_id, other.post_id];
      const looked = async (taken: Step[]) => {
        change = (text) => changed(text, taken);
        const observation = await ask(platform, asked);
        expect(observation.presence).not.toBe("live");
        expect(faultsOfPost(observation)).toEqual([]);
      };
      await looked([]);
      await fc.assert(fc.asyncProperty(steps, looked), { numRuns: 60 });
      swapped = null;
    },
  );
});
