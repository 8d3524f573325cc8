/** docs/architecture.md follows a URL to the creator's bank: each file exists, and is reached from the step that the page names. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

type Step = { number: number; file: string; reached_by: string };

const PAGE = readFileSync("docs/architecture.md", "utf8");
const STEPS: Step[] = [...PAGE.matchAll(/^\| (\d+) \| `([^`]+)` \| ([^|]+) \|/gm)].map(
  ([, number = "", file = "", reached_by = ""]) => ({ number: Number(number), file, reached_by }),
);

const fileOf = (number: string) => STEPS.find((step) => step.number === Number(number))?.file ?? "";

/** The files that `file` imports, without their endings. */
function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, "utf8"), true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith("@/") ? fileName.slice(2) : join(dirname(file), fileName),
    )
    .flatMap((target) => [target, `${target}/index`, `${target}/route`]);
}

function isReached({ file, reached_by }: Step): boolean {
  const imported = /^import in (\d+)$/.exec(reached_by);
  if (imported) return importsOf(fileOf(imported[1] ?? "")).includes(file.replace(/\.tsx?$/, ""));
  const event = /^event `([^`]+)` of (\d+)$/.exec(reached_by);
  if (event) return [fileOf(event[2] ?? ""), file].every((path) => mentions(path, `"${event[1]}"`));
  const table = /^table `([^`]+)` of (\d+)$/.exec(reached_by);
  if (table) return [fileOf(table[2] ?? ""), file].every((path) => mentions(path, `(${table[1]})`));
  return reached_by === "HTTP" && file.startsWith("app/routes/");
}

const mentions = (path: string, words: string) =>
  existsSync(path) && readFileSync(path, "utf8").includes(words);

test("the path is numbered without a gap and long enough to reach the bank", () => {
  expect(STEPS.map(({ number }) => number)).toEqual(STEPS.map((_, index) => index + 1));
  expect(STEPS.length).toBeGreaterThan(20);
});

test.each(STEPS.map((step) => [step.number, step.file, step] as const))(
  "step %i, %s, exists and is reached as the page says",
  (_, file, step) => {
    expect(existsSync(file), `${file} is gone`).toBe(true);
    expect(isReached(step), `${file} is not reached by ${step.reached_by}`).toBe(true);
  },
);

test("a step that is not reached is noticed", () => {
  const far = { number: 99, file: "app/domain/ledger/post.ts" };
  expect(isReached({ ...far, reached_by: "import in 1" })).toBe(false);
  expect(isReached({ ...far, reached_by: "event `movement/created` of 19" })).toBe(false);
  expect(isReached({ ...far, reached_by: "magic" })).toBe(false);
});

test("every path that the page names exists", () => {
  const paths = [...PAGE.matchAll(/`((?:app|db|docs|jobs|emails|server|sandbox|scripts|tests)\/[^`\s]*)`/g)];
  expect(paths.length).toBeGreaterThan(STEPS.length);
  for (const [, path = ""] of paths) expect(existsSync(path), path).toBe(true);
});
