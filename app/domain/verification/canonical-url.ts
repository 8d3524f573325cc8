/**
 * One post, one id. People paste what their phone shares: short hosts, tracking tails, mobile pages, no scheme, whole sentences. What
 * is left is the platform and the id that it knows the post by; everything else is refused with a reason. Pure, never throws.
 */

import type { LinkReading } from "./link";
import { amazon } from "./links/amazon";
import { instagram } from "./links/instagram";
import { tiktok } from "./links/tiktok";
import { youtube } from "./links/youtube";
import { addressesIn, beforeEastAsian, cleaned, type Found, rejoined } from "./pasted-text";

const READERS = new Map(
  [youtube, tiktok, instagram, amazon].flatMap(({ hosts, read }) =>
    [...hosts].map((host) => [host, read] as const),
  ),
);
const INVALID = { refused: "invalid" } as const;

/** Takes time in proportion to the text's length. */
export function canonicalise(input: string): LinkReading {
  const text = cleaned(input);
  if (text === null) return INVALID;
  const reading = readText(text);
  if ("refused" in reading && /[。｡]/.test(text)) return readDots(reading, text);
  const whole = rejoined(text);
  return whole === null ? reading : readLines(reading, readText(whole));
}

/** A Chinese keyboard writes `youtu。be`. */
function readDots(reading: LinkReading, text: string): LinkReading {
  const again = readText(text.replace(/[。｡]/g, "."));
  return "refused" in again ? reading : again;
}

/** Two different posts in one text are none: nobody can know which one was meant. */
function readText(text: string): LinkReading {
  const readings = addressesIn(text, (host) => READERS.has(host)).map(readAddress);
  const [first, ...others] = readings.filter((reading) => !("refused" in reading));
  if (!first) return readings.length === 1 ? (readings[0] as LinkReading) : INVALID;
  return others.every((other) => keyOf(other) === keyOf(first)) ? first : INVALID;
}

/** What the lines say by themselves, beside what they say as one: a post's number may end in the middle of either. */
function readLines(reading: LinkReading, whole: LinkReading): LinkReading {
  if ("refused" in whole) return reading;
  if ("refused" in reading) return whole;
  return keyOf(reading) === keyOf(whole) ? reading : INVALID;
}

function readAddress(found: Found): LinkReading {
  if (found === "invalid") return INVALID;
  const read = READERS.get(found.url.hostname);
  if (!read) return { refused: "unknown_platform" };
  const reading = read(found.url);
  const shorter = "refused" in reading ? beforeEastAsian(found.url) : null;
  return shorter ? read(shorter) : reading;
}

function keyOf(reading: LinkReading): string {
  if ("refused" in reading) return reading.refused;
  return "needs_resolving" in reading ? reading.url : `${reading.platform}:${reading.post_id}`;
}
