/** Every finding that a schema names has words in both languages: names are read from the source, so that none reaches a page as it is. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { required } from "@/app/lib/one";
import "@/app/i18n/languages";
import fieldTexts from "@/app/i18n/en/errors/field";
import refusalTexts from "@/app/i18n/en/errors/refusals";
import { translator } from "@/app/i18n/texts";

const ROOT = join(import.meta.dirname, "../..");

/** How a schema names one: `{ error: "x" }`, `.min(1, "x")`, `message: "x"`, `complain("field", "x")`. */
const NAMED =
  /(?:\berror: |\bmessage: |\.(?:min|max|length|regex|refine)\([^()"]*(?:\([^()]*\))?[^()"]*, |complain\("\w+", )"([a-z0-9_]+)"/g;

function findings(): string[] {
  const found = new Set<string>();
  for (const folder of ["app/domain", "app/routes", "app/ui/form"])
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
      if (!text.includes('from "zod"')) continue;
      for (const [, name] of text.matchAll(NAMED)) found.add(required(name, "the name"));
    }
  return [...found].sort();
}

describe("findings of schemas", () => {
  test("are all found", () => {
    expect(findings()).toEqual(
      expect.arrayContaining(["url_missing", "clause_missing", "fee_missing", "handle_invalid"]),
    );
    expect(findings().length).toBeGreaterThan(30);
  });

  test.each(["en", "zh"] as const)("each have words in %s", (locale) => {
    const has = (name: string) =>
      [fieldTexts, refusalTexts].some((texts) => translator(texts, locale).has(name));
    expect(findings().filter((name) => !has(name))).toEqual([]);
  });
});
