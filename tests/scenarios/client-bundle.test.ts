/** What every visitor downloads: nothing in it tells of the database, and no page's script checks forms that the server checks. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import en from "@/app/i18n/en";
import zh from "@/app/i18n/zh";
import { SENSITIVE_COLUMNS, TABLE_NAMES } from "../support/sensitive-columns";

const CLIENT = join(import.meta.dirname, "../../build/client");
function scripts(): Map<string, string> {
  const names = readdirSync(CLIENT, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  return new Map(names.map((name) => [name, readFileSync(join(CLIENT, name), "utf8")]));
}

let built: Map<string, string>;
beforeAll(() => {
  built = scripts();
});

/** The scripts that contain `word` as a whole name. */
function holding(word: string): string[] {
  const name = new RegExp(`(?<![\\w$])${word}(?![\\w$])`);
  return [...built].filter(([, text]) => name.test(text)).map(([file]) => file);
}

describe("the built client", () => {
  test("is there to be read", () => {
    expect(built.size).toBeGreaterThan(50);
    // The search finds what is there: a field of the sign-up form.
    expect(holding("email")).not.toEqual([]);
  });

  test("contains no part of Drizzle", () => {
    expect([...built].filter(([, text]) => text.includes("drizzle:")).map(([file]) => file)).toEqual([]);
  });

  test("names no table", () => {
    const names = TABLE_NAMES.filter((name) => name.includes("_"));
    expect(names).toContain("email_tokens");
    expect(names.filter((name) => holding(name).length > 0)).toEqual([]);
  });

  test("names no sensitive column", () => {
    expect(SENSITIVE_COLUMNS).toEqual(
      expect.arrayContaining(["password_hash", "stripe_account_id", "email_normalized"]),
    );
    expect(SENSITIVE_COLUMNS.filter((name) => holding(name).length > 0)).toEqual([]);
  });

  test("contains no Zod: forms are checked by the server", () => {
    expect([...built].filter(([, text]) => text.includes("_zod")).map(([file]) => file)).toEqual([]);
  });

  test("speaks one language in each file of texts, and holds no email", () => {
    const texts = [...built].filter(([file]) => file.includes("/texts/"));
    expect(texts.filter(([file]) => file.includes("/en/")).length).toBeGreaterThan(20);
    for (const [file, text] of built) {
      expect(text.includes(en.emails.layout.link_hint), file).toBe(false);
      expect(text.includes(zh.emails.layout.link_hint), file).toBe(false);
    }
    for (const [file, text] of texts) expect(/\p{Script=Han}/u.test(text), file).toBe(file.includes("/zh/"));
  });
});
