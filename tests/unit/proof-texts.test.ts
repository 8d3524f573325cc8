/** What people are told of how a post is checked is what CHECKED_BY says: for every platform, in both languages, fact by fact. */

import { describe, expect, test } from "vitest";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import {
  CHECKED_BY,
  type CheckedBy,
  FACTS,
  type Fact,
  PROOFS,
  proofOn,
} from "@/app/domain/verification/provability";
import en from "@/app/i18n/en/proof";
import zh from "@/app/i18n/zh/proof";
import { one } from "@/app/lib/one";

type Words = {
  texts: Record<string, string>;
  facts: Record<Fact, RegExp>;
  sentences: RegExp;
  servers: RegExp;
  team: RegExp;
  readable: RegExp;
};

const LANGUAGES: Record<"en" | "zh", Words> = {
  en: {
    texts: en.by,
    facts: {
      live: /public/,
      ownership: /whose channel/i,
      published_after: /when it was published/,
      text: /its text/,
      length: /its length/i,
    },
    sentences: /(?<=\.) /,
    servers: /our servers|they read/i,
    team: /our team/i,
    readable: /lets machines in/,
  },
  zh: {
    texts: zh.by,
    facts: {
      live: /是否公开/,
      ownership: /发布频道/,
      published_after: /发布时间/,
      text: /文字/,
      length: /时长/,
    },
    sentences: /(?<=。)/,
    servers: /服务器/,
    team: /人工/,
    readable: /允许自动读取/,
  },
};

/** Whom a sentence names. */
function namedBy(sentence: string, { servers, team, readable }: Words): CheckedBy | null {
  if (readable.test(sentence)) return servers.test(sentence) && team.test(sentence) ? "readable" : null;
  if (team.test(sentence)) return servers.test(sentence) ? null : "person";
  return servers.test(sentence) ? "machine" : null;
}

describe.each(["en", "zh"] as const)("in %s", (locale) => {
  const words = LANGUAGES[locale];

  test("every proof has a text, and there is no other", () => {
    expect(Object.keys(words.texts).sort()).toEqual([...PROOFS].sort());
  });

  test.each(PROOFS)("%s names each fact once, with who verifies it", (proof) => {
    const sentences = (words.texts[proof] ?? "").split(words.sentences);
    const told = FACTS.map((fact) => {
      const sentence = one(
        sentences.filter((text) => words.facts[fact].test(text)),
        `the sentence about ${fact}`,
      );
      return [fact, namedBy(sentence, words)];
    });
    expect(Object.fromEntries(told)).toEqual(CHECKED_BY[proof]);
  });
});

test("an instance without a key says so of YouTube, and of nothing else", () => {
  const proofsWith = (settings: { YOUTUBE_API_KEY?: string }) =>
    PLATFORMS.map((platform) => proofOn(platform, settings));
  expect(proofsWith({})).toEqual(["youtube_no_key", "tiktok", "instagram", "amazon"]);
  expect(proofsWith({ YOUTUBE_API_KEY: "a key" })).toEqual(["youtube", "tiktok", "instagram", "amazon"]);
});
