import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lifecyclePage } from "@/docs/lifecycle-page";

test("docs/lifecycle.md says what the table says (npm run docs:lifecycle writes it anew)", () => {
  expect(readFileSync("docs/lifecycle.md", "utf8")).toBe(lifecyclePage());
});
