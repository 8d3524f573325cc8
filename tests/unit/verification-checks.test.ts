import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkDisclosure } from "@/app/domain/verification/checks/disclosure";
import { checkForbiddenWords } from "@/app/domain/verification/checks/forbidden-words";
import { checkOwnership } from "@/app/domain/verification/checks/ownership";
import { checkProductLink } from "@/app/domain/verification/checks/product-link";
import { checkPublishedAfter } from "@/app/domain/verification/checks/published-after";
import { checkRequiredTags } from "@/app/domain/verification/checks/required-tags";
import { runChecks, verdictOf } from "@/app/domain/verification/decide-verdict";
import type { Facts } from "@/app/domain/verification/facts";
import { NO_REACH, type PostObservation, type SeenPost } from "@/app/domain/verification/platform";
import { publishedAt } from "@/app/domain/verification/platforms/tiktok";
import { durationSeconds } from "@/app/domain/verification/platforms/youtube-api";
import { ABSENCES, DOUBTS } from "@/app/domain/verification/vocabulary";
import en from "@/app/i18n/en/verification";
import { required } from "@/app/lib/one";

function facts(post: Partial<SeenPost> | null = {}, given: Partial<Facts> = {}): Facts {
  return {
    platform: "youtube",
    post: post && {
      post_id: "dQw4w9WgXcQ",
      author_id: "UC1",
      author_handle: null,
      coauthor_handles: [],
      published_at: new Date("2026-11-10T00:00:00Z"),
      published_within_ms: 0,
      title: "A lamp",
      text: "#ad #desklamp https://www.amazon.com/dp/B0ABCDEF12",
      length_seconds: 60,
      paid_label: null,
      reach: NO_REACH,
      ...post,
    },
    channel: channel({}),
    country: "US",
    agreed_at: new Date("2026-11-01T00:00:00Z"),
    cancelled_at: null,
    brief: {
      summary: "Show the lamp on a real desk.",
      must_show: [],
      must_say: [],
      must_not_say: ["cure", "最好"],
      hashtags: ["#desklamp"],
      mentions: [],
      require_product_link: true,
      min_length_seconds: 30,
    },
    product: { asin: "B0ABCDEF12", url: "" },
    followed: new Map(),
    denied_before: false,
    used_elsewhere: "no",
    ...given,
  };
}

function channel(given: Partial<Facts["channel"]>): Facts["channel"] {
  return {
    handle: "one",
    external_id: "UC1",
    current_handle: "one",
    learned_id: null,
    handle_is: "unknown",
    ...given,
  };
}

const seen = (found: Facts): PostObservation => ({
  presence: "live",
  post: required(found.post, "the post"),
  missing: null,
  evidence: [],
});

describe("disclosure", () => {
  test.each([
    ["#ad and then some", "passed"],
    ["#AD", "passed"],
    ["#Sponsored by them", "passed"],
    ["This video is a paid partnership with them.", "passed"],
    ["Paid partnership", "passed"],
    ["I was paid to make this", "passed"],
    ["Ad: my new lamp", "passed"],
    ["Thanks to Lumen for sponsoring this", "passed"],
    ["本视频为广告合作", "passed"],
    ["感谢 Lumen 赞助", "passed"],
    ["＃ａｄ full width", "passed"],
    ["#adorable lamp", "failed"],
    ["#spon", "failed"],
    ["#partner #collab", "failed"],
    ["I had a bad day", "failed"],
    ["my favourite lamp", "failed"],
    ["It was sponsored in my heart", "failed"],
    ["[AD] my lamp", "passed"],
    ["My lamp, in short. This reel contains paid advertising.", "passed"],
    ["Lumen paid me to try this", "passed"],
    ["【广告】台灯开箱", "passed"],
    ["本条内容含广告，台灯由 Lumen 提供", "passed"],
    ["Colaboración pagada con Lumen", "passed"],
    ["Este vídeo contiene publicidad", "passed"],
    ["#lamp #desk #home #ad", "passed"],
    ["#ad-free life with a lamp", "failed"],
    ["as advertised on TV", "failed"],
    ["This is not sponsored by anybody", "failed"],
    ["This video isn't a paid partnership", "failed"],
    ["not an #ad, I promise", "failed"],
    ["本视频不是广告", "failed"],
    ["本视频无广告", "failed"],
    ["no es publicidad pagada", "failed"],
    ["In partnership with Lumen", "failed"],
    ["#pr #gifted", "failed"],
    ["#合作 台灯开箱", "failed"],
  ])("%s", (text, verdict) => {
    expect(checkDisclosure(facts({ text, title: "" })).verdict).toBe(verdict);
  });

  test("too far down is told apart from not at all", () => {
    expect(checkDisclosure(facts({ text: `${"word ".repeat(200)}#ad` })).code).toBe("disclosed_too_far_down");
  });

  test("at the end of a row of hashtags nobody reads it", () => {
    const crowd = "#lamp #desk #home #light #night #ad";
    expect(checkDisclosure(facts({ text: crowd, title: "" })).code).toBe("disclosed_in_crowd");
    expect(checkDisclosure(facts({ text: `${crowd} Paid partnership.`, title: "" })).verdict).toBe("passed");
  });

  test("the title counts", () => {
    const text = "word ".repeat(200);
    expect(checkDisclosure(facts({ title: "My lamp (paid partnership)", text })).verdict).toBe("passed");
  });

  test("what is too weak is told apart from nothing", () => {
    expect(checkDisclosure(facts({ text: "#partner", title: "" })).code).toBe("disclosed_weakly");
    expect(checkDisclosure(facts({ text: "a lamp", title: "" })).code).toBe("not_disclosed");
  });

  test("the platform's label alone is for an operator", () => {
    expect(checkDisclosure(facts({ text: "my lamp", paid_label: true })).verdict).toBe("undecided");
  });
});

describe("the other checks", () => {
  test("another channel fails, an unknown author is undecided", () => {
    expect(checkOwnership(facts({ author_id: "UC2" })).code).toBe("other_channel");
    expect(checkOwnership(facts({ author_id: null })).verdict).toBe("undecided");
    const byName = facts(
      { author_id: null, author_handle: "@ONE" },
      { channel: channel({ external_id: null }) },
    );
    expect(checkOwnership(byName).verdict).toBe("passed");
  });

  test.each<[string, Partial<SeenPost>, Partial<Facts["channel"]>, string]>([
    [
      "the id is the channel's, whatever its name",
      { author_id: "UC1", author_handle: "two" },
      {},
      "own_channel",
    ],
    [
      "the id is the channel's, which had another name at the agreement",
      { author_id: "UC1" },
      { handle: "old" },
      "own_channel_renamed",
    ],
    [
      "the id is another's, under the channel's name",
      { author_id: "UC2", author_handle: "one" },
      {},
      "other_channel",
    ],
    [
      "another name, and the channel still has its own",
      { author_handle: "two" },
      { handle_is: "its_own" },
      "other_channel",
    ],
    ["another name, and nobody knows whose the old one is", { author_handle: "two" }, {}, "author_renamed"],
    [
      "the agreed name, which is another channel's now",
      { author_handle: "one" },
      { handle_is: "another" },
      "other_channel",
    ],
    [
      "the channel's new name, though another has its old one",
      { author_handle: "two" },
      { current_handle: "two", handle_is: "another" },
      "own_channel_renamed",
    ],
    [
      "the channel's old name, of which nobody knows whose it is",
      { author_handle: "one" },
      { current_handle: "two" },
      "author_renamed",
    ],
    [
      "the id of whoever has the agreed name",
      { author_id: "UC7" },
      { external_id: null, learned_id: "UC7" },
      "own_channel",
    ],
    [
      "another id than whoever has the agreed name, ours unknown",
      { author_id: "UC7", author_handle: "two" },
      { external_id: null, learned_id: "UC8" },
      "author_renamed",
    ],
    [
      "published together with the channel",
      { author_handle: "two", coauthor_handles: ["One"] },
      { handle_is: "its_own" },
      "coauthored",
    ],
    [
      "published by the channel together with another",
      { author_handle: "one", coauthor_handles: ["two"] },
      {},
      "own_channel",
    ],
  ])("%s", (_what, post, given, code) => {
    const found = facts({ author_id: null, ...post }, { channel: channel(given) });
    expect(checkOwnership(found).code).toBe(code);
  });

  test("a day without a time proves only what is sure whatever the hour", () => {
    const DAY = 86_400_000;
    const at = (day: string) =>
      checkPublishedAfter(facts({ published_at: new Date(day), published_within_ms: DAY })).verdict;
    expect(at("2026-11-02T00:00:00Z")).toBe("passed");
    expect(at("2026-10-31T12:00:00Z")).toBe("undecided");
    expect(at("2026-10-29T00:00:00Z")).toBe("failed");
  });

  test("text that nobody could read is judged by nobody", () => {
    const found = facts({ text: null });
    for (const check of [checkDisclosure, checkRequiredTags, checkProductLink, checkForbiddenWords])
      expect(check(found)).toMatchObject({ verdict: "undecided", code: "text_unknown" });
  });

  test("a post from before the agreement is none for it; five minutes are forgiven", () => {
    expect(checkPublishedAfter(facts({ published_at: new Date("2026-10-31T23:56:00Z") })).verdict).toBe(
      "passed",
    );
    expect(checkPublishedAfter(facts({ published_at: new Date("2026-10-31T23:50:00Z") })).verdict).toBe(
      "failed",
    );
    expect(checkPublishedAfter(facts({ published_at: null })).verdict).toBe("undecided");
  });

  test("tags must be whole", () => {
    expect(checkRequiredTags(facts({ text: "#desklamps" }))?.code).toBe("tags_missing");
    expect(checkRequiredTags(facts({ text: "#DeskLamp." }))?.verdict).toBe("passed");
  });

  test("a mention is not in a longer name or an e-mail address; hashtags may stand without a space", () => {
    const brief = { ...facts().brief, hashtags: ["#desklamp"], mentions: ["@lumen"] };
    const checked = (text: string) => checkRequiredTags(facts({ text }, { brief }))?.params.tags;
    expect(checked("#ad#DeskLamp thanks @Lumen.")).toBe("#desklamp @lumen");
    expect(checked("#desklamp @lumen.studio")).toBe("@lumen");
    expect(checked("#desklamp me@lumen")).toBe("@lumen");
  });

  test("a short link counts for where it leads", () => {
    const text = "buy: amzn.to/3abcDEF";
    const checked = (address: string) =>
      checkProductLink(
        facts({ text }, { followed: new Map([["https://amzn.to/3abcDEF", { address, evidence: [] }]]) }),
      );
    expect(checked("https://www.amazon.com/dp/B0ABCDEF12?ref=x")?.verdict).toBe("passed");
    expect(checked("https://www.amazon.com/dp/B0OTHER123")?.code).toBe("link_missing");
  });

  test("bare links and the product's number do", () => {
    expect(checkProductLink(facts({ text: "see amazon.com/dp/B0ABCDEF12, or" }))?.code).toBe("link_found");
    expect(checkProductLink(facts({ text: "ASIN: B0ABCDEF12" }))?.code).toBe("asin_found");
    expect(checkProductLink(facts({ text: "XB0ABCDEF12" }))?.code).toBe("link_missing");
  });

  test("a product outside of Amazon is known by its page", () => {
    const product = { asin: "", url: "https://lumen.example/lamp/" };
    const checked = (text: string) => checkProductLink(facts({ text }, { product }))?.verdict;
    expect(checked("https://www.lumen.example/lamp?from=me")).toBe("passed");
    expect(checked("https://lumen.example/other")).toBe("failed");
    expect(checked("https://lumen.example.evil.example/lamp")).toBe("failed");
  });

  test("a short link is for an operator, another product fails", () => {
    expect(checkProductLink(facts({ text: "https://amzn.to/3abcDEF" }))?.verdict).toBe("undecided");
    expect(checkProductLink(facts({ text: "https://www.amazon.com/dp/B0OTHER123" }))?.code).toBe(
      "link_missing",
    );
    expect(
      checkProductLink(facts({ text: "(https://www.amazon.com/Lamp/dp/B0ABCDEF12?tag=me)" }))?.verdict,
    ).toBe("passed");
  });

  test("forbidden words are whole words, except in Chinese", () => {
    expect(checkForbiddenWords(facts({ text: "a secure lamp" }))?.verdict).toBe("passed");
    expect(checkForbiddenWords(facts({ text: "It will CURE you" }))?.params).toEqual({ words: "cure" });
    expect(checkForbiddenWords(facts({ text: "这是最好的灯" }))?.verdict).toBe("failed");
  });
});

describe("the verdict", () => {
  test("a good post passes", () => {
    const found = facts();
    expect(verdictOf(runChecks(seen(found), found))).toBe("passed");
  });

  test.each(DOUBTS)("what is not known (%s) is never a failure", (reason) => {
    for (const denied_before of [false, true]) {
      const checks = runChecks({ presence: "unknown", reason, evidence: [] }, facts(null, { denied_before }));
      expect(verdictOf(checks)).toBe("undecided");
      expect(checks.filter(({ verdict }) => verdict === "failed")).toEqual([]);
    }
  });

  test.each(ABSENCES)(
    "a post that is not live (%s) fails at the second observation, and for that alone",
    (reason) => {
      const checked = (denied_before: boolean) =>
        runChecks({ presence: "not_live", reason, evidence: [] }, facts(null, { denied_before })).map(
          ({ check, verdict, code }) => `${check} ${verdict} ${code}`,
        );
      expect(checked(false)).toEqual(["live undecided not_live_once", "duplicate passed first_use"]);
      expect(checked(true)).toEqual([`live failed ${reason}`, "duplicate passed first_use"]);
    },
  );

  test("a post that somebody else has handed in, too, waits until it is known whose it is", () => {
    const found = facts({}, { used_elsewhere: "perhaps" });
    expect(verdictOf(runChecks(seen(found), found))).toBe("undecided");
  });

  test("the same post for two brands fails", () => {
    const found = facts({}, { used_elsewhere: "yes" });
    expect(verdictOf(runChecks(seen(found), found))).toBe("failed");
  });

  test("every check and code in the source has its words, and no words are left over", () => {
    const folder = join(import.meta.dirname, "../../app/domain/verification/checks");
    const source = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const told = /result\(\s*"(\w+)",\s*"(?:passed|failed|undecided)",\s*"(\w+)"/g;
    const used = [...source.join("\n").matchAll(told)];
    const sorted = (names: Iterable<string | undefined>) => [...new Set(names)].sort();
    expect(sorted(used.map(([, check]) => check))).toEqual(sorted(Object.keys(en.check)));
    const codes = [...used.map(([, , code]) => code), ...ABSENCES, ...DOUBTS];
    expect(sorted(codes)).toEqual(sorted(Object.keys(en.code)));
  });
});

test.each([
  ["PT15S", 15],
  ["PT1H2M3S", 3723],
  ["P1DT1S", 86_401],
  ["nonsense", null],
])("a duration of %s", (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds);
});

test("a TikTok's number tells when it was made", () => {
  expect(publishedAt(String(BigInt(1_700_000_000) << 32n))?.toISOString()).toBe("2023-11-14T22:13:20.000Z");
  expect(publishedAt("1")).toBeNull();
});
