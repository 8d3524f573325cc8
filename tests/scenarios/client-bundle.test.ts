/** What every visitor downloads: nothing in it tells of the database, and no page's script checks forms that the server checks. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, getTableName, isTable } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import en from "@/app/i18n/en";
import zh from "@/app/i18n/zh";
import * as schema from "@/db/schema";

const CLIENT = join(import.meta.dirname, "../../build/client");
const TABLES = Object.values(schema).filter((value) => isTable(value));

/** What pages show: a creator the code that verifies a channel, an operator the movements of money. */
const SHOWN = new Set(["proof_code", "idempotency_key", "stripe_id", "stripe_status", "stripe_fee_minor"]);
/** What names a secret, a way to tell people apart, or an object at Stripe. */
const SENSITIVE = /hash|token|secret|normalized|fingerprint|stripe_|idempotency|user_agent|proof_/;

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
    const names = TABLES.map(getTableName).filter((name) => name.includes("_"));
    expect(names).toContain("email_tokens");
    expect(names.filter((name) => holding(name).length > 0)).toEqual([]);
  });

  test("names no sensitive column", () => {
    const columns = new Set(
      TABLES.flatMap((table) => Object.values(getTableColumns(table)).map(({ name }) => name)),
    );
    const sensitive = [...columns].filter((name) => SENSITIVE.test(name) && !SHOWN.has(name));
    expect(sensitive).toEqual(
      expect.arrayContaining(["password_hash", "stripe_account_id", "email_normalized"]),
    );
    expect(sensitive.filter((name) => holding(name).length > 0)).toEqual([]);
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
