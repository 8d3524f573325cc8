import { describe, expect, test } from "vitest";
import { checkDisclosure } from "@/app/domain/verification/checks/disclosure";
import { checkForbiddenWords } from "@/app/domain/verification/checks/forbidden-words";
import { checkOwnership } from "@/app/domain/verification/checks/ownership";
import { checkProductLink } from "@/app/domain/verification/checks/product-link";
import { checkPublishedAfter } from "@/app/domain/verification/checks/published-after";
import { checkRequiredTags } from "@/app/domain/verification/checks/required-tags";
import type { Facts } from "@/app/domain/verification/facts";
import { runChecks, verdictOf } from "@/app/domain/verification/judge";
import type { SeenPost } from "@/app/domain/verification/platform";
import { publishedAt } from "@/app/domain/verification/platforms/tiktok";
import { durationSeconds } from "@/app/domain/verification/platforms/youtube";
import en from "@/app/i18n/en/verification";

function facts(post: Partial<SeenPost> | null = {}, given: Partial<Facts> = {}): Facts {
  return {
    platform: "youtube",
    post: post && {
      author_id: "UC1",
      author_handle: null,
      published_at: new Date("2026-11-10T00:00:00Z"),
      title: "A lamp",
      text: "#ad #desklamp https://www.amazon.com/dp/B0ABCDEF12",
      length_seconds: 60,
      paid_label: null,
      ...post,
    },
    evidence: [],
    channel: { handle: "one", external_id: "UC1" },
    agreed_at: new Date("2026-11-01T00:00:00Z"),
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
    used_elsewhere: false,
    ...given,
  };
}

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
  ])("%s", (text, verdict) => {
    expect(checkDisclosure(facts({ text, title: "" })).verdict).toBe(verdict);
  });

  test("too far down is told apart from not at all", () => {
    expect(checkDisclosure(facts({ text: `${"word ".repeat(200)}#ad` })).code).toBe("disclosed_too_far_down");
  });

  test("the platform's label alone is for an operator", () => {
    expect(checkDisclosure(facts({ text: "my lamp", paid_label: true })).verdict).toBe("undecided");
  });
});

describe("the other checks", () => {
  test("another channel fails, an unknown author is undecided", () => {
    expect(checkOwnership(facts({ author_id: "UC2" })).code).toBe("other_channel");
    expect(checkOwnership(facts({ author_id: null })).verdict).toBe("undecided");
    expect(
      checkOwnership(
        facts({ author_id: null, author_handle: "@ONE" }, { channel: { handle: "one", external_id: null } }),
      ).verdict,
    ).toBe("passed");
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
    expect(verdictOf(runChecks({ outcome: "found", post: found.post!, evidence: [] }, found))).toBe("passed");
  });

  test("a silent platform is never a failure", () => {
    const checks = runChecks({ outcome: "unavailable", evidence: [] }, facts(null));
    expect(verdictOf(checks)).toBe("undecided");
    expect(checks.filter(({ verdict }) => verdict === "failed")).toEqual([]);
  });

  test("a post that is gone fails for that alone", () => {
    const checks = runChecks({ outcome: "gone", evidence: [] }, facts(null));
    expect(checks.map(({ check, verdict }) => `${check} ${verdict}`)).toEqual([
      "live failed",
      "duplicate passed",
    ]);
  });

  test("the same post for two brands fails", () => {
    const found = facts({}, { used_elsewhere: true });
    expect(verdictOf(runChecks({ outcome: "found", post: found.post!, evidence: [] }, found))).toBe("failed");
  });

  test("every check and code has its words", () => {
    const looks = [
      runChecks({ outcome: "found", post: facts().post!, evidence: [] }, facts()),
      runChecks(
        { outcome: "found", post: facts().post!, evidence: [] },
        facts(
          { author_id: "x", published_at: new Date(0), text: "cure", length_seconds: 1 },
          { used_elsewhere: true },
        ),
      ),
      runChecks({ outcome: "not_readable", evidence: [] }, facts(null)),
    ].flat();
    for (const { check, code } of looks) {
      expect(en.check, check).toHaveProperty(check);
      expect(en.code, code).toHaveProperty(code);
    }
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
