/** The types are believed: nothing asserts what the compiler cannot see, and almost nothing silences the linter. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

const ASSERTIONS_PER_1000_LINES = 0.3;
const LINTER_DISABLES = 10;
const LINTER_DISABLE = /^(?:\/\/|\/\*+)\s*biome-ignore/;

const files = execFileSync("git", ["ls-files", "-z", "*.ts", "*.tsx", "*.mts"], { encoding: "utf8" })
  .split("\0")
  .filter(Boolean)
  .map((name) => ({ name, text: readFileSync(name, "utf8") }));

type Found = { assertions: string[]; any: string[]; disables: string[]; lines: number };

/** By the syntax tree and the compiler's own scanner: a string or a template that contains `x!` counts for nothing. */
function read({ name, text }: { name: string; text: string }): Found {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  const found: Found = {
    assertions: [],
    any: [],
    disables: [],
    lines: ts.getLineAndCharacterOfPosition(source, text.length).line,
  };
  const at = (position: number) => `${name}:${source.getLineAndCharacterOfPosition(position).line + 1}`;
  const visit = (node: ts.Node) => {
    if (ts.isNonNullExpression(node)) found.assertions.push(at(node.end));
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.any.push(at(node.end));
    ts.forEachChild(node, visit);
  };
  visit(source);
  // Each token has to be looked at for its comments, which takes long: only where there may be one.
  if (text.includes("biome-ignore")) found.disables = [...disablesIn(source)].map(at);
  return found;
}

/** Where the comments stand that silence the linter. A comment stands before a token; text between JSX tags has none. */
function disablesIn(source: ts.SourceFile): Set<number> {
  const found = new Set<number>();
  const visit = (node: ts.Node) => {
    const children = node.getChildren(source);
    if (children.length === 0 && !ts.isJsxText(node))
      for (const { pos, end } of ts.getLeadingCommentRanges(source.text, node.pos) ?? [])
        if (LINTER_DISABLE.test(source.text.slice(pos, end))) found.add(pos);
    children.forEach(visit);
  };
  visit(source);
  return found;
}

const all = files.map(read);
const lines = all.reduce((sum, file) => sum + file.lines, 0);

test("a text that says `x!` or `any` counts for nothing, code that does counts", () => {
  const text =
    'const a = "b! any // biome-ignore"; // b! any\n// biome-ignore lint: why\nexport const c = (a as any)!;\n';
  expect(read({ name: "sample.ts", text })).toEqual({
    assertions: ["sample.ts:3"],
    any: ["sample.ts:3"],
    disables: ["sample.ts:2"],
    lines: 3,
  });
});

test(`at most ${ASSERTIONS_PER_1000_LINES} assertions with ! stand in 1,000 lines`, () => {
  const found = all.flatMap(({ assertions }) => assertions);
  expect((found.length * 1_000) / lines, found.join("\n")).toBeLessThanOrEqual(ASSERTIONS_PER_1000_LINES);
});

test("nothing is of type any", () => {
  expect(all.flatMap(({ any }) => any)).toEqual([]);
});

test(`at most ${LINTER_DISABLES} places silence the linter`, () => {
  const found = all.flatMap(({ disables }) => disables);
  expect(found.length, found.join("\n")).toBeLessThanOrEqual(LINTER_DISABLES);
});
