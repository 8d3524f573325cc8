/** The programs of tests/types/laws.ts are refused by the compiler, each for a reason that stands there. */

import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

const FILE = "tests/types/laws.ts";

test("the type check reads the file", () => {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  expect(errors).toEqual([]);
  expect(fileNames.map((name) => name.replace(/^\.\//, ""))).toContain(FILE);
});

// An `@ts-expect-error` whose line compiles is an error of the type check, so that each that stands there is needed.
test("each forbidden program has its reason, and next to them stands what is allowed", () => {
  const text = readFileSync(FILE, "utf8");
  const reasons = [...text.matchAll(/^ {2}\/\/ @ts-expect-error (.+)\n {2}\(\) =>/gm)].map(
    ([, reason]) => reason,
  );
  expect(reasons.length).toBeGreaterThanOrEqual(6);
  expect(text.match(/@ts-expect-error /g)).toHaveLength(reasons.length);
  expect(text).not.toMatch(/@ts-(?:ignore|nocheck)/);
  for (const forbidden of [
    'transition(db, SYSTEM, { collaboration_id, event: "deadline_elapsed" })',
    'post(db, { kind: "hold"',
    'template: "payment_recieved"',
    'new Refusal("no_such_code")',
    "set: { fee_minor: 1 }",
    'makeTransition(tx, SYSTEM, { collaboration_id: payment_id, event: "cancel" })',
  ])
    expect(text).toContain(forbidden);
  expect(text).toContain('() => makeTransition(tx, SYSTEM, { collaboration_id, event: "cancel" }),');
});
