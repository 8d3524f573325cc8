/** Every form of a post's address, labelled by hand in tests/fixtures/post-urls.json. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { canonicalise } from "@/app/domain/verification/canonical-url";
import type { LinkReading } from "@/app/domain/verification/link";

type Expected =
  | { platform: string; id: string; kind: string; canonical: string; handle: string | null }
  | { needs_resolving: string; url: string }
  | { reason: string };
type Group = { form: string; expect: Expected; inputs: string[] };

const GROUPS: Group[] = JSON.parse(readFileSync("tests/fixtures/post-urls.json", "utf8"));

function said(reading: LinkReading): Expected {
  if ("refused" in reading) return { reason: reading.refused };
  if ("needs_resolving" in reading) return reading;
  const { platform, post_id, kind, canonical_url, handle } = reading;
  return { platform, id: post_id, kind, canonical: canonical_url, handle };
}

test.each(GROUPS.map((group) => [group.form, group] as const))("%s", (_, group) => {
  const wrong = group.inputs
    .map((input) => ({ input, said: said(canonicalise(input)) }))
    .filter(({ said }) => !sameJson(said, group.expect));
  expect(wrong).toEqual([]);
});

const sameJson = (a: object, b: object) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (one: object) => Object.entries(one).sort();

test("what is canonical stays as it is, and so does a link that has to be resolved", () => {
  for (const reading of GROUPS.flatMap(({ inputs }) => inputs).map(canonicalise)) {
    if ("canonical_url" in reading) expect(canonicalise(reading.canonical_url)).toEqual(reading);
    if ("needs_resolving" in reading) expect(canonicalise(reading.url)).toEqual(reading);
  }
});

test("more than 400 cases are labelled, none of them twice", () => {
  const inputs = GROUPS.flatMap((group) => group.inputs);
  expect(new Set(inputs).size).toBe(inputs.length);
  expect(inputs.length).toBeGreaterThan(400);
});
