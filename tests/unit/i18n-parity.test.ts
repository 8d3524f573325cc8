/** Both languages say the same things: the same keys, the same placeholders, nothing empty, nothing left untranslated. */

import { describe, expect, test } from "vitest";
import en from "@/app/i18n/en";
import zh from "@/app/i18n/zh";
import { required } from "@/app/lib/one";

const ENGLISH = flatten(en);
const CHINESE = flatten(zh);

function flatten(texts: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const name = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(name, value);
    else for (const [inner, text] of flatten(value as object, name)) found.set(inner, text);
  }
  return found;
}

/** Chinese has one plural form, so nothing asks for another. */
const isEnglishOnly = (key: string) => key.endsWith("_one");

function placeholders(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => required(name, "the name"))),
  ].sort();
}

/** What may read the same in both languages: names, codes, units, and texts that are nothing but placeholders. */
const SAME_WORDS =
  /^(?:Postbond|Stripe|YouTube|TikTok|Instagram|Amazon|ASIN|FAQ|Checkout|English|简体中文|https?:\/\/\S+|#\w+|@\w+|[\d\s.,:;%·–—/+×→()@#：，。-]|\{\{[^}]*\}\}|USD|URL|ID)*$/;

describe("the two languages", () => {
  test("have the same keys", () => {
    const wanted = [...ENGLISH.keys()].filter((key) => !isEnglishOnly(key)).sort();
    const present = [...CHINESE.keys()].filter((key) => !isEnglishOnly(key)).sort();
    expect(present).toEqual(wanted);
    expect(present.length).toBeGreaterThan(300);
  });

  test("fill in the same placeholders", () => {
    const differing = [...CHINESE].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(ENGLISH.get(key) ?? "").join(),
    );
    // A count may be left unsaid where the English singular says "one".
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("leave nothing empty", () => {
    for (const texts of [ENGLISH, CHINESE])
      expect([...texts].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  test("leave no English in the Chinese", () => {
    const untranslated = [...CHINESE].filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && !SAME_WORDS.test(text),
    );
    expect(untranslated.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test("call nothing an escrow, which Postbond is not", () => {
    const wrong = [...ENGLISH, ...CHINESE].filter(
      ([key, text]) => /escrow|托管账户|担保交易/i.test(text) && key !== "home.faq.items.who.a",
    );
    expect(wrong).toEqual([]);
  });

  test("can tell when something is wrong", () => {
    expect(placeholders("{{ b, number }} of {{a}}")).toEqual(["a", "b"]);
    expect(SAME_WORDS.test("Show offers")).toBe(false);
    expect(SAME_WORDS.test("{{min}}–{{max}}")).toBe(true);
  });
});
