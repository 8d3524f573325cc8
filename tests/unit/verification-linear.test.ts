/** What a platform answers is read in time in proportion to its length, whatever it is made of. */
import { describe, expect, test } from "vitest";
import { findDisclosures } from "@/app/domain/verification/disclosure-words";
import { linksIn } from "@/app/domain/verification/links/in-text";
import { READERS } from "../support/answer-readers";
import { growthOf } from "../support/growth";

/** In characters; `TIMES` as many are read beside it, so that a step in what memory costs is small beside what grows. */
const LENGTH = 15_000;
const TIMES = 16;
/** Ten times as long for each four times as much; quadratic time would be 256 times as long. */
const MAX_RATIO = 100;
/** Only ends what hangs: some machines are many times slower than others. */
const TIMEOUT_MS = 180_000;

const HEAD = `<html><head><link rel="canonical" href="https://www.instagram.com/p/CxYz12abcde/"><meta property="og:description" content='`;
const AMAZON = `<html><head><link rel="canonical" href="https://www.amazon.com/shop/mia/list/3ABCDEF">`;
const filled = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length));
const between = (before: string, piece: string, after: string) => (length: number) =>
  `${before}${filled(piece)(length)}${after}`;

const HOSTILE: Record<string, (length: number) => string> = {
  "open tags": filled("<div>"),
  "open tags with alien ends": (length) => filled("<div>")(length / 2) + filled("</span>")(length / 2),
  "paragraphs without end": filled("<p>"),
  "drawings without end": filled("<svg>"),
  "ends of nothing": filled("</p>"),
  "tags that begin": filled("<meta "),
  "scripts that begin": filled("<script"),
  "scripts without end": filled("<script>"),
  "titles without end": filled("<title>"),
  "a title that almost ends": between("<title>", "</titl", ""),
  "quotes without end": filled(`<meta content="`),
  "quotes in quotes": between(`<a href="`, `x'"<`, ""),
  "times without end": filled("<time datetime="),
  "links to storefronts": between(AMAZON, "<a href=/shop/mia>x</a>", "</html>"),
  "links to products": (length) =>
    AMAZON +
    Array.from({ length: length / 40 }, (_, at) => `<a href="/dp/B0${at + 10_000_000}">x</a>`).join(""),
  "attributes of one tag": (length) =>
    `<meta ${Array.from({ length: length / 10 }, (_, at) => `a${at}=1`).join(" ")}>`,
  entities: filled("&amp;"),
  "entities that begin": filled("&#1"),
  ampersands: filled("&"),
  comments: filled("<!--"),
  "sections of data": filled("<![CDATA["),
  instructions: filled("<?x"),
  "ends of a page that begin": filled("</html "),
  blanks: filled(" "),
  "blanks at the end of a page": between("</html", " ", "x"),
  "empty lines": between("", "\n", "x"),
  brackets: filled("("),
  "open lists of JSON": filled("["),
  "open objects of JSON": filled(`{"a":`),
  "a list of JSON": between(`{"kind":"youtube#videoListResponse","items":[`, "{},", "{}]}"),
  "a number without end": filled("9"),
  "a duration without end": between("PT", "9", "S"),
  "names of others": filled("@a"),
  "names in a caption": between(`${HEAD}1 like - a`, ", name", ` on May 1, 2026: "x".'></head></html>`),
  "ands in a caption": between(`${HEAD}1 like - a`, " and b", ` on May 1, 2026: "x".'></head></html>`),
  "counts of a caption": between(HEAD, "1,", ` likes'></head></html>`),
  "profiles in a profile": between(
    `<meta name=description content='1 Followers, 1 Following, 1 Posts - `,
    `(@a) on Instagram: "`,
    "'></html>",
  ),
  "permalinks of posts": filled(`data-instgrm-permalink=\\"x`),
  "days of a year": between(AMAZON, "May 10, 2026 ", "</html>"),
  "full stops of a link": between("http://a", ".", "x"),
  links: filled("http://a.example/ "),
  disclosures: filled("#ad "),
  "labels of lines": filled("\n[ad "),
  "sentences that begin": filled("thanks to a "),
  "captchas that begin": filled("captcha_containe"),
};

const PASSES: typeof READERS = {
  ...READERS,
  "links of captions": linksIn,
  "disclosures of captions": findDisclosures,
};

describe("sixteen times as much takes no more than a hundred times as long", () => {
  test.each(Object.keys(HOSTILE))(
    "%s",
    (name) => {
      const make = HOSTILE[name] as (typeof HOSTILE)[string];
      const [short, long] = [make(LENGTH), make(TIMES * LENGTH)].map((text) =>
        Buffer.from(text).toString(),
      ) as [string, string];
      const slow = Object.entries(PASSES).flatMap(([reader, read]) => {
        const ratio = growthOf(read, { short, long, max_ratio: MAX_RATIO });
        return ratio > MAX_RATIO ? [`${reader}: ${ratio.toFixed(0)} times`] : [];
      });
      expect(slow).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

test.each(["blanks", "open tags with alien ends"])(
  "two megabytes of %s are read by everybody",
  (name) => {
    const text = HOSTILE[name]?.(2_000_000) ?? "";
    for (const [reader, read] of Object.entries(PASSES)) expect(() => read(text), reader).not.toThrow();
  },
  TIMEOUT_MS,
);
