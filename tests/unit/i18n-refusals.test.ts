/** Every "no" in the code has words in both languages: codes are read from the source, so that a new one cannot be forgotten. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { refusalText } from "@/app/i18n/refusal-text";
import "@/app/i18n/languages";

const ROOT = join(import.meta.dirname, "../..");

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

function codes(): string[] {
  const found = new Set<string>();
  for (const folder of ["app/domain", "app/auth", "app/stripe", "app/lib", "app/routes"])
    for (const text of sources(folder))
      for (const [, code] of text.matchAll(
        /\b(?:new Refusal|forbidden|conflict|refused|no)\(\s*"([a-z_]+)"/g,
      ))
        found.add(code!);
  return [...found].sort();
}

describe("refusals", () => {
  test("are all found", () => {
    expect(codes()).toContain("slots_taken");
    expect(codes()).toContain("wrong_role");
    expect(codes().length).toBeGreaterThan(40);
  });

  test.each(["en", "zh"] as const)("each have a text of their own in %s", (locale) => {
    const general = refusalText(locale, { code: "there_is_no_such_code" });
    const silent = codes().filter((code) => refusalText(locale, { code }) === general);
    expect(silent).toEqual([]);
  });

  test("put instants, countries and states into words", () => {
    expect(refusalText("en", { code: "suspended", params: { until: "2026-03-05T12:00:00Z" } })).toContain(
      "Thu, Mar 5, 2026, 12:00 UTC",
    );
    expect(refusalText("en", { code: "country_not_supported", params: { country: "AQ" } })).toContain("AQ");
    expect(refusalText("zh", { code: "stale_state", params: { state: "approved" } })).toContain("已通过");
    expect(
      refusalText("en", { code: "not_eligible", params: { reasons: "too_few_followers,nonsense" } }),
    ).toContain("more followers; one of the brand’s requirements");
  });

  test("never let a name pull in other texts", () => {
    expect(
      refusalText("en", { code: "stale_state", params: { state: "$t(errors:forbidden)" } }),
    ).not.toContain("do not have the right");
  });
});
