/** docs/faults.md promises an outcome for every fault and names the test that shows it: the promise is kept. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { required } from "@/app/lib/one";
import { FAULTS } from "../support/faults-page-list";
import { titlesIn } from "../support/faults-page-titles";

type Row = { fault: string; outcome: string; shown_by: string[] };

/** The rows of every table of the page; heads and rules of tables are left out. */
function rowsOf(page: string): Row[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (fault|---)/.test(line))
    .map((line) => line.slice(1, -1).split(" | "))
    .map(([fault = "", outcome = "", shown_by = ""]) => ({
      fault: fault.trim(),
      outcome: outcome.trim(),
      shown_by: [...shown_by.matchAll(/`([^`]+)`/g)].map(([, name]) => required(name, "the name")),
    }));
}

const ROWS = rowsOf(readFileSync("docs/faults.md", "utf8"));

test("the page has a row for every fault of the list, in its order, and no other", () => {
  expect(ROWS.map(({ fault }) => fault)).toEqual([...FAULTS]);
});

test.each(ROWS.map((row) => [row.fault, row] as const))(
  "%s: an outcome, and a test that is there",
  (_, row) => {
    expect(row.outcome.length).toBeGreaterThan(10);
    expect(row.shown_by).not.toEqual([]);
    for (const name of row.shown_by) {
      const [file = "", ...title] = name.split(" › ");
      expect(existsSync(file), file).toBe(true);
      expect(titlesIn(file)).toContain(title.join(" › "));
    }
  },
);

describe("the reader of titles", () => {
  const titles = titlesIn("tests/unit/faults-page.test.ts");
  test("finds plain tests, tests of tables and tests in suites", () => {
    expect(titles).toContain("%s: an outcome, and a test that is there");
    expect(titles).toContain("the reader of titles › finds plain tests, tests of tables and tests in suites");
  });
  test("does not take a word in the text for a test", () => {
    expect(titles).not.toContain("describe › … › title");
    expect(titles).toHaveLength(4);
  });
});
