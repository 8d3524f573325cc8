/** Every "no" has words in both languages, and every code that has words is refused somewhere. That a new one has them, the compiler asks. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { INELIGIBILITY_CODES } from "@/app/domain/offer/eligibility";
import { refusalText } from "@/app/i18n/refusal-text";
import "@/app/i18n/languages";
import { FIELD_REFUSAL_CODES, PAGE_REFUSAL_CODES, REFUSAL_CODES } from "@/app/lib/refusal-codes";

const ROOT = join(import.meta.dirname, "../..");
const CODES = [...REFUSAL_CODES, ...PAGE_REFUSAL_CODES, ...FIELD_REFUSAL_CODES];

/** Named by parts where they are thrown: `url_${reading.refused}`. */
const COMPOSED = ["url_invalid", "url_not_a_post", "url_unknown_platform"];

function sources(): string {
  return ["app/domain", "app/auth", "app/stripe", "app/lib", "app/routes"]
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== "refusal-codes.ts")
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

describe("refusals", () => {
  test("are each refused somewhere", () => {
    const code = sources();
    expect(CODES.filter((name) => !COMPOSED.includes(name) && !code.includes(`"${name}"`))).toEqual([]);
    expect(new Set(CODES).size).toBe(CODES.length);
  });

  test.each(["en", "zh"] as const)("each have a text of their own in %s", (locale) => {
    const general = refusalText(locale, { code: "there_is_no_such_code" });
    const silent = [...CODES, ...INELIGIBILITY_CODES].filter(
      (code) => refusalText(locale, { code }) === general,
    );
    expect(silent).toEqual([]);
  });

  test("put instants, countries and states into words", () => {
    expect(refusalText("en", { code: "suspended", params: { until: "2026-03-05T12:00:00Z" } })).toContain(
      "Thu, Mar 5, 2026, 12:00 UTC",
    );
    expect(refusalText("en", { code: "country_not_supported", params: { country: "AQ" } })).toContain(
      "Antarctica",
    );
    expect(refusalText("zh", { code: "country_not_supported", params: { country: "TW" } })).toContain(
      "中国台湾",
    );
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
