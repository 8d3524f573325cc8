/** Every pair of text and ground in the design language can be read: WCAG AA, in light and in dark. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { required } from "@/app/lib/one";

const CSS = readFileSync(join(import.meta.dirname, "../../app/app.css"), "utf8");
const TOKENS = new Map(
  [...CSS.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    required(name, "the name"),
    { light: required(light, "the light"), dark: required(dark, "the dark") },
  ]),
);

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * required(r, "the r") + 0.7152 * required(g, "the g") + 0.0722 * required(b, "the b");
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken", "raised"];
const MEANINGS = ["held", "released", "returned", "success", "warn", "danger", "info"];

const TEXT: Array<[string, string]> = [
  ...GROUNDS.flatMap(
    (ground): Array<[string, string]> => [
      ["ink", ground],
      ["ink-soft", ground],
      ["ink-faint", ground],
      ["primary", ground],
    ],
  ),
  ["on-primary", "primary"],
  ["on-primary", "primary-strong"],
  ["primary", "primary-soft"],
  ...MEANINGS.flatMap(
    (meaning): Array<[string, string]> => [
      [`${meaning}-ink`, `${meaning}-soft`],
      [`${meaning}-ink`, "surface"],
      [`${meaning}-ink`, "paper"],
      ["ink", `${meaning}-soft`],
    ],
  ),
];

/** What is no text but must be told from its ground: marks, frames of fields, the ring of the focus. */
const MARKS: Array<[string, string]> = [
  ["focus", "paper"],
  ["focus", "surface"],
  ["field", "surface"],
  ["field", "paper"],
  ...MEANINGS.filter((meaning) => !["held", "warn"].includes(meaning)).map((meaning): [string, string] => [
    meaning,
    "surface",
  ]),
];

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  const colour = (name: string) => {
    const token = TOKENS.get(name);
    if (!token) throw new Error(`app.css has no colour ${name}`);
    return token[theme];
  };

  test.each(TEXT)("%s can be read on %s", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(MARKS)("%s can be seen on %s", (mark, ground) => {
    expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

test("the measure is right", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
