/** The name of a channel, from whatever a creator types or pastes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channelPage, handleKey, normaliseHandle, sameHandle } from "@/app/domain/creator/handle";
import { PLATFORMS, type Platform } from "@/app/domain/creator/vocabulary";
import { AMAZON_HOSTS } from "@/app/domain/verification/links/amazon";

const JOSE = "jos\u00e9";
const JOSE_APART = "jose\u0301";

describe("a handle is read", () => {
  test.each<[Platform, string, string]>([
    ["youtube", "youtube.com/@mia", "mia"],
    ["youtube", "www.youtube.com/@mia/shorts", "mia"],
    ["youtube", "https://music.youtube.com/@mia", "mia"],
    ["youtube", "HTTPS://YOUTUBE.COM/@Mia", "Mia"],
    ["youtube", "https://youtube.com/%40mia", "mia"],
    ["youtube", "//youtube.com/@mia", "mia"],
    ["youtube", "＠mia", "mia"],
    ["youtube", "@\u200bmia\u200b", "mia"],
    ["youtube", "\ufeff@mia", "mia"],
    ["youtube", "हिन्दीगाने", "हिन्दीगाने"],
    ["youtube", "@ไทยแลนด์", "ไทยแลนด์"],
    ["youtube", "https://www.youtube.com/@தமிழ்நாடு", "தமிழ்நாடு"],
    [
      "youtube",
      "https://www.youtube.com/@%E0%AE%A4%E0%AE%AE%E0%AE%BF%E0%AE%B4%E0%AF%8D%E0%AE%A8%E0%AE%BE%E0%AE%9F%E0%AF%81",
      "தமிழ்நாடு",
    ],
    ["youtube", JOSE_APART, JOSE],
    ["youtube", `https://youtube.com/@${JOSE_APART}`, JOSE],
    ["youtube", "@米亚做饭", "米亚做饭"],
    ["youtube", "@한국어채널", "한국어채널"],
    ["youtube", "a·b-c_d.e", "a·b-c_d.e"],
    ["youtube", "@watch", "watch"],
    ["youtube", "x".repeat(30), "x".repeat(30)],
    ["tiktok", "tiktok.com/@nora.films", "nora.films"],
    ["tiktok", "https://m.tiktok.com/@nora?lang=en", "nora"],
    ["tiktok", "https://www.tiktok.com/@nora/video/7301234567890123456", "nora"],
    ["tiktok", "@foryou", "foryou"],
    ["instagram", "instagram.com/mia", "mia"],
    ["instagram", "m.instagram.com/mia/", "mia"],
    ["instagram", "https://www.instagram.com/mia?igsh=abc", "mia"],
    ["instagram", "https://www.instagram.com/mia/reel/CxYz12ab/", "mia"],
    ["instagram", "https://www.instagram.com/stories/mia/3123456789/", "mia"],
    ["instagram", "https://www.instagram.com/_u/mia", "mia"],
    ["instagram", "instagr.am/mia", "mia"],
    ["instagram", "mia.com", "mia.com"],
    ["amazon", "amazon.com/shop/mia", "mia"],
    ["amazon", "https://www.amazon.com/-/en/shop/mia?ref=x", "mia"],
    ["amazon", "https://www.amazon.de/-/en/shop/influencer-0931c541", "influencer-0931c541"],
    ["amazon", "https://www.amazon.com/shop/mia/list/3ABCDEF", "mia"],
    ["amazon", "https://smile.amazon.co.uk/shop/mia", "mia"],
  ])("%s: %j", (platform, typed, handle) => {
    expect(normaliseHandle(platform, typed)).toBe(handle);
  });

  test.each([...AMAZON_HOSTS])("from a storefront on %s", (host) => {
    expect(normaliseHandle("amazon", `${host}/shop/mia`)).toBe("mia");
  });
});

test.each<[Platform, string]>([
  ["youtube", "ab"],
  ["youtube", "x".repeat(31)],
  ["youtube", "\u0301abc"],
  ["youtube", "two words"],
  ["youtube", "youtube.com"],
  ["youtube", "watch"],
  ["youtube", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"],
  ["youtube", "https://www.youtube.com/c/mia"],
  ["youtube", "https://youtube.com.evil.example/@mia"],
  ["youtube", "https://youtub\u0435.com/@mia"],
  ["youtube", "https://a@youtube.com/@mia"],
  ["youtube", "https://youtube.com:8080/@mia"],
  ["youtube", "https://www.tiktok.com/@mia"],
  ["tiktok", "foryou"],
  ["tiktok", "mia."],
  ["tiktok", "m\u0456a"],
  ["tiktok", "https://www.tiktok.com/tag/mia"],
  ["tiktok", "https://www.tiktok.com/mia"],
  ["instagram", "p"],
  ["instagram", "explore"],
  ["instagram", "https://instagram.com/p/CxYz12ab/"],
  ["instagram", "instagram.com/reel/CxYz12ab"],
  ["instagram", "https://www.instagram.com/reels/CxYz12ab/"],
  ["instagram", "https://www.instagram.com/tv/CxYz12ab/"],
  ["instagram", "https://www.instagram.com/explore/"],
  ["instagram", "https://www.instagram.com/explore/tags/lamp/"],
  ["instagram", "https://www.instagram.com/accounts/login/"],
  ["instagram", "https://www.instagram.com/stories/highlights/17912345/"],
  ["instagram", "https://www.instagram.com/share/BAabc12345/"],
  ["instagram", "https://www.instagram.com/"],
  ["instagram", "www.instagram.com"],
  ["instagram", "..."],
  ["amazon", "https://www.amazon.com/dp/B0ABCDEF12"],
  ["amazon", "https://www.amazon.com/shop"],
  ["amazon", "https://www.amazon.xyz/shop/mia"],
  ["amazon", "https://www.amazon.com/shop/%zz"],
])("%s: %j is no handle", (platform, typed) => {
  expect(normaliseHandle(platform, typed)).toBeNull();
});

test("any text has an answer, and what is kept is read again from itself and from its page", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ minLength: 3, maxLength: 30 }),
    fc.stringMatching(/^[a-z0-9_.]{3,20}$/),
  );
  fc.assert(
    fc.property(fc.constantFrom(...PLATFORMS), text, (platform, typed) => {
      const handle = normaliseHandle(platform, typed);
      if (handle === null) return;
      expect(normaliseHandle(platform, `@${handle}`)).toBe(handle);
      expect(normaliseHandle(platform, channelPage(platform, handle))).toBe(handle);
      expect(sameHandle(handle, typed)).toBe(!typed.includes("/"));
    }),
  );
});

describe("two handles", () => {
  test.each([
    ["Mia.Lamp", "mia.lamp"],
    ["@mia", "MIA"],
    [JOSE.toUpperCase(), JOSE_APART],
    ["ΟΔΟΣ", "οδος"],
    ["ΟΔΟΣ", "οδοσ"],
    ["МИА", "миа"],
    ["mia\u200b", "mia"],
    ["＠ｍｉａ", "mia"],
    ["ÅSA", "a\u030asa"],
  ])("%j and %j are one", (a, b) => {
    expect(sameHandle(a, b)).toBe(true);
    expect(handleKey(a)).toBe(handleKey(b));
  });

  test.each([
    ["mia", "mia_"],
    ["mia", "m\u0456a"],
    ["jose", JOSE],
    ["ılham", "ilham"],
    ["mia", "@@mia"],
  ])("%j and %j are two", (a, b) => {
    expect(sameHandle(a, b)).toBe(false);
  });
});
