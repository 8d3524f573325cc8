import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalise } from "@/app/domain/verification/canonical-url";
import { amazon, readProductLink } from "@/app/domain/verification/links/amazon";
import { linksIn } from "@/app/domain/verification/links/in-text";
import { instagram } from "@/app/domain/verification/links/instagram";
import { tiktok } from "@/app/domain/verification/links/tiktok";
import { youtube } from "@/app/domain/verification/links/youtube";
import { growthOf } from "../support/growth";

const ID = "dQw4w9WgXcQ";
const VIDEO = `https://www.youtube.com/watch?v=${ID}`;
const TIKTOK = "7301234567890123456";

describe("one post, one address", () => {
  test.each([
    [`https://www.youtube.com/watch?v=${ID}`, VIDEO],
    [`https://www.youtube.com/watch?feature=share&v=${ID}&t=42s`, VIDEO],
    [`https://www.youtube.com/watch?v=${ID}&v=aaaaaaaaaaa`, VIDEO],
    [`https://youtu.be/${ID}?si=abc`, VIDEO],
    [`https://www.youtube.com/shorts/${ID}`, `https://www.youtube.com/shorts/${ID}`],
    [`https://www.youtube.com/live/${ID}?feature=shared`, `https://www.youtube.com/live/${ID}`],
    [`https://www.youtube.com/embed/${ID}`, VIDEO],
    [`https://www.youtube.com/v/${ID}`, VIDEO],
    [`https://m.youtube.com/watch?v=${ID}`, VIDEO],
    [`https://music.youtube.com/watch?v=${ID}`, VIDEO],
    [`https://www.youtube-nocookie.com/embed/${ID}`, VIDEO],
    [`https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3D${ID}%26feature%3Dshare`, VIDEO],
    [`https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D${ID}&gl=DE`, VIDEO],
    [`youtube.com/watch?v=${ID}`, VIDEO],
    [`  HTTPS://WWW.YouTube.COM/watch?v=${ID}\n`, VIDEO],
    [`https://youtu.be/${ID}\u200b`, VIDEO],
    [`https://youtu.be/${ID}.`, VIDEO],
    [`<https://youtu.be/${ID}>`, VIDEO],
    [`（https://youtu.be/${ID}）`, VIDEO],
    [`Check out this video! https://youtu.be/${ID}?si=x #lamp`, VIDEO],
    [`看看这个视频：\nhttps://youtu.be/${ID}。`, VIDEO],
    [`https://www.youtube.com./watch?v=${ID}`, VIDEO],
    [
      `https://www.tiktok.com/@Some.One/video/${TIKTOK}?is_from_webapp=1`,
      `https://www.tiktok.com/@some.one/video/${TIKTOK}`,
    ],
    [`https://www.tiktok.com/@one/photo/${TIKTOK}`, `https://www.tiktok.com/@one/photo/${TIKTOK}`],
    [`https://m.tiktok.com/share/video/${TIKTOK}`, `https://www.tiktok.com/@/video/${TIKTOK}`],
    ["https://www.instagram.com/p/CxYz_12-ab/?igsh=1", "https://www.instagram.com/p/CxYz_12-ab/"],
    ["https://instagram.com/reels/CxYz12ab/", "https://www.instagram.com/reel/CxYz12ab/"],
    [
      "https://www.instagram.com/some.one/reel/CxYz12ab/",
      "https://www.instagram.com/some.one/reel/CxYz12ab/",
    ],
    ["https://instagr.am/p/CxYz12ab", "https://www.instagram.com/p/CxYz12ab/"],
    [
      "https://www.amazon.com/-/es/shop/some.one/list/3ABCDEF?ref=x",
      "https://www.amazon.com/shop/some.one/list/3ABCDEF",
    ],
    ["https://www.amazon.co.uk/vdp/0a1b2c3d4e?ref=y", "https://www.amazon.co.uk/vdp/0a1b2c3d4e"],
    ["https://www.amazon.com/live/video/abcdef123", "https://www.amazon.com/live/video/abcdef123"],
  ])("%s", (typed, canonical) => {
    expect(canonicalise(typed)).toMatchObject({ canonical_url: canonical });
  });

  test.each([
    ["https://vm.tiktok.com/ZMabc123/?k=1", "tiktok"],
    ["https://vt.tiktok.com/ZSabc123/", "tiktok"],
    ["https://www.tiktok.com/t/ZTabc123/", "tiktok"],
    ["https://www.instagram.com/share/reel/BAabc123", "instagram"],
    ["https://amzn.to/3abcDEF", "amazon"],
    ["https://a.co/d/9aBcDe1", "amazon"],
    ["https://amzn.eu/d/9aBcDe1", "amazon"],
    ["Look at this! https://vm.tiktok.com/ZMabc123/ it is great", "tiktok"],
  ])("%s has to be resolved first", (typed, platform) => {
    expect(canonicalise(typed)).toMatchObject({ needs_resolving: platform });
  });

  test.each([
    ["https://www.youtube.com/@somebody", "not_a_post"],
    ["https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", "not_a_post"],
    ["https://www.youtube.com/playlist?list=PL123", "not_a_post"],
    ["https://www.youtube.com/results?search_query=x", "not_a_post"],
    ["https://www.youtube.com/clip/UgkxAbc", "not_a_post"],
    ["https://www.youtube.com/watch?v=short", "not_a_post"],
    [
      "https://www.youtube.com/attribution_link?u=https%3A%2F%2Fevil.example%2Fwatch%3Fv%3DdQw4w9WgXcQ",
      "not_a_post",
    ],
    ["https://www.tiktok.com/@one", "not_a_post"],
    ["https://www.tiktok.com/tag/lamp", "not_a_post"],
    ["https://www.tiktok.com/music/song-123", "not_a_post"],
    ["https://www.instagram.com/stories/one/123/", "not_a_post"],
    ["https://www.instagram.com/one/", "not_a_post"],
    ["https://www.amazon.com/dp/B0ABCDEF12", "not_a_post"],
    ["https://www.amazon.com/shop/one", "not_a_post"],
    ["https://www.amazon.com/s?k=lamp", "not_a_post"],
    [`https://youtube.com.evil.example/watch?v=${ID}`, "unknown_platform"],
    [`https://evilyoutube.com/watch?v=${ID}`, "unknown_platform"],
    [`https://youtubе.com/watch?v=${ID}`, "unknown_platform"], // a Cyrillic е
    ["https://vimeo.com/123456", "unknown_platform"],
    [`https://www.youtube.com:8080/watch?v=${ID}`, "invalid"],
    [`https://user:pass@www.youtube.com/watch?v=${ID}`, "invalid"],
    [`ftp://www.youtube.com/watch?v=${ID}`, "invalid"],
    ["javascript:alert(1)", "invalid"],
    ["my video", "invalid"],
    [`https://youtu.be/${ID} https://youtu.be/aaaaaaaaaaa`, "invalid"],
    ["", "invalid"],
    ["localhost", "invalid"],
  ])("%s is refused", (typed, refused) => {
    expect(canonicalise(typed)).toEqual({ refused });
  });

  test("any text at all has an answer, and what is canonical stays as it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.webUrl().map((url) => url.replace(/\/\/[^/]+/, "//www.youtube.com")),
        ),
        (text) => {
          const reading = canonicalise(text);
          if ("canonical_url" in reading) expect(canonicalise(reading.canonical_url)).toEqual(reading);
        },
      ),
    );
  }, 60_000); // ms: hundreds of examples

  test("so has any path and query on any of the platforms' hosts", () => {
    const hosts = [youtube, tiktok, instagram, amazon].flatMap((reader) => [...reader.hosts]);
    const words = [
      ...["watch", "shorts", "attribution_link", "m", "@one", "video", "photo", "share", "t", "p", "reel"],
      ...["shop", "list", "live", "vdp", "-", "en", "dp", ID, TIKTOK, "CxYz_12-ab", "..", "%2e%2e", "%zz"],
      ...["embed", "v2", "player", "v1", "i18n", `0${TIKTOK}`, "tv", "reels", "AAAACxYz12", "one", "看", "é"],
      ...["broadcast", "amzn1.x.y", `amzn1.vse.video.${"aB".repeat(16)}`, "%3Fv=1", "%23", "a%2Fb", "%25%34"],
    ];
    const word = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      fc.string(),
      fc
        .tuple(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 4 }))
        .map((two) => two.join("")),
    );
    const shaped = fc
      .tuple(
        fc.constantFrom(
          ...["shop/*/list/*", "shop/*/*", "live/video/*", "vdp/*", "*/p/*", "reel/*", "*/video/*"],
        ),
        word,
        word,
      )
      .map(([shape, one, two]) =>
        shape
          .replace("*", () => one)
          .replace("*", () => two)
          .split("/"),
      );
    const path = fc.oneof(fc.array(word, { maxLength: 5 }), shaped);
    const query = fc.dictionary(
      fc.constantFrom("v", "u", "continue", "si"),
      fc.oneof(fc.webUrl(), fc.string()),
    );
    fc.assert(
      fc.property(fc.constantFrom(...hosts), path, query, (host, parts, params) => {
        const reading = canonicalise(`https://${host}/${parts.join("/")}?${new URLSearchParams(params)}`);
        if ("canonical_url" in reading) expect(canonicalise(reading.canonical_url)).toEqual(reading);
        if ("needs_resolving" in reading) expect(canonicalise(reading.url)).toEqual(reading);
      }),
      { numRuns: 4_000 },
    );
  }, 60_000); // ms: thousands of examples

  test.each([
    VIDEO,
    `https://www.youtube.com/shorts/${ID}`,
    `https://www.tiktok.com/@one/video/${TIKTOK}`,
    "https://www.instagram.com/one/reel/CxYz12ab/",
    "https://www.amazon.com/shop/one/list/3ABCDEF",
    "https://www.amazon.com/vdp/0a1b2c3d4e",
  ])(
    "whatever is hung on at its end, the post is the same: %s",
    (url) => {
      const names = [
        "si",
        "t",
        "feature",
        "utm_source",
        "utm_medium",
        "igsh",
        "_r",
        "ref",
        "tag",
        "list",
        "lang",
      ];
      const parameter = fc
        .tuple(fc.constantFrom(...names), fc.string({ unit: "binary", maxLength: 30 }))
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      const fragment = fc.string({ maxLength: 20 }).map((text) => `#${encodeURIComponent(text)}`);
      const tail = fc.tuple(fc.array(parameter, { minLength: 1, maxLength: 4 }), fc.option(fragment));
      fc.assert(
        fc.property(tail, ([parameters, end]) => {
          const typed = `${url}${url.includes("?") ? "&" : "?"}${parameters.join("&")}${end ?? ""}`;
          expect(canonicalise(typed)).toEqual(canonicalise(url));
        }),
      );
    },
    60_000,
  ); // ms: hundreds of examples

  test("any text at all around an address, the answer is that post or a refusal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        const reading = canonicalise(`${before} ${VIDEO} ${after}`);
        expect("post_id" in reading ? reading.post_id : ID).toBe(ID);
      }),
    );
  }, 60_000); // ms: hundreds of examples
});

describe("the time it takes", () => {
  /** In characters; longer texts are refused unread. */
  const LONG = 7_680;
  const TIMES = 16;
  const MAX_RATIO = 100;
  const REPEATS = 40;
  const readOften = (text: string) => {
    for (let repeat = 0; repeat < REPEATS; repeat += 1) canonicalise(text);
  };

  // What grows with the square costs 256 times as much.
  test.each([
    ...[" ", ".", "a", "/", "%", "%3F", "%25", "&", "&amp;", "@", "\n", "看", "。", "\u200b", "https://"],
    ...[
      "A",
      "0",
      "a.",
      "a:",
      "://",
      "%u",
      "\\",
      "?v=",
      "=https://",
      "a\n",
      "youtu.be/",
      "[](",
      "#",
      "\u0301",
    ],
  ])(
    "grows with the length of the text alone: %j",
    (piece) => {
      const text = (length: number) => `https://youtu.be/${piece.repeat(length / piece.length)}x`;
      const [short, long] = [text(LONG / TIMES), text(LONG)];
      expect(growthOf(readOften, { short, long, max_ratio: MAX_RATIO })).toBeLessThanOrEqual(MAX_RATIO);
    },
    60_000,
  ); // ms: the machine may be busy

  test("ends at once for a text that no person pastes", () => {
    for (const piece of ["a", " ", "\u200b", "https://youtu.be/", "%25"])
      expect(canonicalise(piece.repeat(1_000_000))).toEqual({ refused: "invalid" });
  });
});

describe("product links", () => {
  test.each([
    ["https://www.amazon.com/dp/B0ABCDEF12", "B0ABCDEF12"],
    ["https://amazon.com/Some-Nice-Lamp/dp/B0ABCDEF12/ref=sr_1_1?tag=x", "B0ABCDEF12"],
    ["https://www.amazon.com/gp/product/B0ABCDEF12", "B0ABCDEF12"],
    ["https://www.amazon.com/gp/aw/d/b0abcdef12", "B0ABCDEF12"],
    ["https://www.amazon.com/-/en/Lamp/dp/B0ABCDEF12", "B0ABCDEF12"],
    ["https://www.amazon.de/exec/obidos/ASIN/B0ABCDEF12/tag-21", "B0ABCDEF12"],
    ["https://www.amazon.com/dp/B0ABCDEF123", undefined],
    ["not a link", undefined],
    ["https://www.amazon.com/s?k=lamp", undefined],
    ["https://amazon.com.evil.example/dp/B0ABCDEF12", undefined],
  ])("%s", (link, asin) => {
    expect(readProductLink(link)?.asin).toBe(asin);
  });
});

describe("links in a text", () => {
  test.each([
    [
      "see https://www.amazon.com/dp/B0ABCDEF12, or (https://amzn.to/3abcDEF).",
      ["https://www.amazon.com/dp/B0ABCDEF12", "https://amzn.to/3abcDEF"],
    ],
    ["产品链接：https://a.co/d/9aBcDe1。很好", ["https://a.co/d/9aBcDe1"]],
    [
      "amazon.co.uk/dp/B0ABCDEF12 and www.lumen.example/lamp",
      ["https://amazon.co.uk/dp/B0ABCDEF12", "https://www.lumen.example/lamp"],
    ],
    ["me@amazon.com/x and notamazon.com/dp/B0ABCDEF12", []],
    ["nothing here", []],
  ])("%s", (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  test("any text has an answer, and each link can be parsed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.webUrl(), (before, url) => {
        for (const link of linksIn(`${before} ${url}`)) expect(URL.canParse(link)).toBe(true);
      }),
    );
  }, 60_000); // ms: hundreds of examples
});
