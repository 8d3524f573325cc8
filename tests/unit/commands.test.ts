/** A command that a page of ours names is there, and `npm test` shows that it works. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMANDS } from "../support/commands";

const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);

const docs = readdirSync("docs", { recursive: true, encoding: "utf8" }).map((path) => `docs/${path}`);
const pages = ["README.md", "CONTRIBUTING.md", ...docs.filter((path) => path.endsWith(".md"))];
const named = pages.flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/npm run ([a-z][a-z:-]*)/g)].map(
    ([, name = ""]) => [page, name] as const,
  ),
);

test("the pages name commands", () => {
  expect(named.length).toBeGreaterThan(10);
});

test.each(named)("%s: npm run %s is a script", (_, name) => {
  expect(scripts).toContain(name);
});

test("every script has its place in npm test, and no other has", () => {
  expect(Object.keys(COMMANDS).sort()).toEqual([...scripts].sort());
});

test.each(Object.entries(COMMANDS))("%s is shown by something that is there", (_, command) => {
  if ("shown_by" in command) expect(existsSync(command.shown_by)).toBe(true);
  if ("part" in command)
    expect(readFileSync("scripts/test.ts", "utf8")).toMatch(new RegExp(`"${command.part}"`));
});
