/** One word for one thing: names are in docs/glossary.md, and the words it forbids are in no name. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import { COLLABORATION_STATES, DUE_KINDS, EVENTS } from "@/app/domain/collaboration/vocabulary";
import { LEDGER_KINDS } from "@/app/domain/ledger/post";
import { EVENT_SHAPES } from "@/app/domain/outbox/events";
import { CATALOG } from "@/emails/catalog";
import { forbiddenIn, isKnown, readGlossary, wordsOf } from "../support/glossary-page";
import { namesIn } from "../support/names-in-code";

const GLOSSARY = readGlossary(readFileSync("docs/glossary.md", "utf8"));

async function tableNames(): Promise<string[]> {
  const files = readdirSync("db/schema").filter((file) => file !== "index.ts");
  const modules = await Promise.all(
    files.map((file) => import(`../../db/schema/${file.replace(/\.ts$/, "")}.ts`)),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is PgTable => is(value, PgTable))
    .map(getTableName);
}

const NAMES: [string, () => Promise<readonly string[]> | readonly string[]][] = [
  ["States", () => COLLABORATION_STATES],
  ["Events", () => ["apply", "invite", ...EVENTS]],
  ["Deadlines", () => DUE_KINDS],
  ["Tables", tableNames],
  ["Outbox events", () => Object.keys(EVENT_SHAPES)],
  ["Ledger kinds", () => LEDGER_KINDS],
];

test.each(NAMES)("%s: the glossary defines every one, and nothing that is gone", async (section, read) => {
  const listed = GLOSSARY.names.get(section) ?? [];
  expect([...listed].sort()).toEqual([...(await read())].sort());
});

test.each([...NAMES, ["Email templates", () => Object.keys(CATALOG)] as const])(
  "%s are built of words of the glossary",
  async (_, read) => {
    const alien = (await read()).flatMap((name) =>
      wordsOf(name)
        .filter((word) => !isKnown(GLOSSARY, word))
        .map((word) => `${name}: ${word}`),
    );
    expect(alien).toEqual([]);
  },
);

/** Names of others: `name` as they spell it, in files below `below`. */
const FOREIGN: readonly { name: RegExp; below: string; why: string }[] = [
  { name: /^letterSpacing$/, below: "", why: "CSS" },
  {
    name: /^letters?$|^CODE_LETTERS$/,
    below: "app/domain/creator/channels.ts",
    why: "letters of the alphabet",
  },
  { name: /^letter$/, below: "app/domain/verification/platforms/", why: "a letter of the alphabet" },
  { name: /^manager$/, below: "", why: "the role of a brand's member" },
  { name: /^cast$/, below: "app/lib/csv.ts", why: "an option of csv-stringify" },
  { name: /^Undo2$/, below: "app/", why: "an icon of lucide-react" },
  { name: /^funding$/, below: "sandbox/stripe/", why: "Stripe's field card.funding" },
  { name: /^intended_submission_method$/, below: "sandbox/stripe/", why: "Stripe's field of a dispute" },
  { name: /^House$/, below: "app/", why: "an icon of lucide-react" },
];

/** Every source file of the project. What is built, installed or drawn up by Drizzle is not ours to name. */
const FILES = readdirSync(".", { withFileTypes: true })
  .filter((entry) => !/^(\.|node_modules$|build$)/.test(entry.name))
  .flatMap(({ name }) => (statSync(name).isDirectory() ? filesBelow(name) : [name]))
  .filter((file) => /\.(ts|tsx|mjs|sql)$/.test(file) && !file.startsWith("db/migrations/"));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`);
}

/** The same names stand in many files. */
const looked_up = new Map<string, ReturnType<typeof forbiddenIn>>();

function forbiddenWord(name: string): ReturnType<typeof forbiddenIn> {
  if (!looked_up.has(name)) looked_up.set(name, forbiddenIn(GLOSSARY, name));
  return looked_up.get(name) ?? null;
}

function offences(path: string, text: string): string[] {
  const in_path = forbiddenWord(path);
  const found = in_path ? [`${path}: say ${in_path.say}`] : [];
  const seen = new Set<string>();
  for (const { name, line } of namesIn(path, text)) {
    const word = seen.has(name) ? null : forbiddenWord(name);
    seen.add(name);
    if (!word || FOREIGN.some((one) => one.name.test(name) && path.startsWith(one.below))) continue;
    found.push(`${path}:${line} ${name}: say ${word.say}`);
  }
  return found;
}

test("no name contains a word that the glossary forbids", () => {
  const found = FILES.flatMap((path) => offences(path, readFileSync(path, "utf8")));
  expect(found.join("\n")).toBe("");
}, 60_000); // parses every file

describe("the rules find", () => {
  test("an alien word, and accept regular endings of a known one", () => {
    expect(isKnown(GLOSSARY, "quibble")).toBe(false);
    expect(
      ["offers", "offered", "disputes", "shipped", "monitoring", "bodies"].map((w) => isKnown(GLOSSARY, w)),
    ).toEqual([true, true, true, true, true, false]);
  });

  test("a forbidden word or phrase in an identifier, a code, SQL and a path, but not in prose or inside another word", () => {
    const text = `// a letter\nconst sentLetter = "no letter here";\ncall({ amountKeptBack: "was_moved_on", collateral: 1 });`;
    expect(offences("app/x.ts", text).map((line) => line.split(":").slice(0, 2).join(":"))).toEqual([
      "app/x.ts:2 sentLetter",
      "app/x.ts:3 amountKeptBack",
      "app/x.ts:3 was_moved_on",
    ]);
    expect(offences("db/checks/x.sql", "select 1 -- a letter\nfrom old_sketches")).toHaveLength(1);
    expect(offences(["app", "letters", "kind.ts"].join("/"), "")).toHaveLength(1);
  });
});
