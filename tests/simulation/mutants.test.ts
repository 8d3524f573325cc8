/** A judge who never finds anything proves nothing: each deliberately broken product is caught, with the seed that catches it. */
import { describe, expect, test } from "vitest";
import { MUTANT_NAMES } from "@/simulation/mutants/index";
import { simulate, verdictOf } from "../support/simulate";

/** The faults, and the smallest market, that expose each mutant; `rule` is one of those that it violates. */
const CAUGHT: Record<string, { seed: number; collaborations: number; faults: string; rule: string }> = {
  "no-idempotency-key": {
    seed: 13,
    collaborations: 8,
    faults: "crash-after-call,webhook-lost,webhook-late",
    rule: "moved-twice",
  },
  "blind-new-key": {
    seed: 21,
    collaborations: 8,
    faults: "stripe-500-done,webhook-lost",
    rule: "moved-twice",
  },
  "conflict-rotates-key": {
    seed: 2,
    collaborations: 12,
    faults: "call-on-its-way",
    rule: "moved-twice",
  },
  "release-without-lock": {
    seed: 1,
    collaborations: 8,
    faults: "two-at-once",
    rule: "unexpected-error",
  },
  "webhook-twice": { seed: 1, collaborations: 8, faults: "webhook-twice", rule: "balance-at-stripe" },
  "intent-after-call": {
    seed: 11,
    collaborations: 8,
    faults: "crash-before-commit,serialization-failure",
    rule: "stripe-without-movement",
  },
  "refund-any-charge": { seed: 1, collaborations: 8, faults: "none", rule: "another-charge" },
  "refund-uncounted": { seed: 1, collaborations: 8, faults: "none", rule: "04b-charge-counters-are-true" },
  "no-sweep": { seed: 1, collaborations: 8, faults: "job-lost,webhook-lost", rule: "collaboration-stuck" },
  "balance-outside-transaction": {
    seed: 3,
    collaborations: 8,
    faults: "deadlock",
    rule: "02-balances-equal-entries",
  },
  "approve-undecided": {
    seed: 2,
    collaborations: 8,
    faults: "platform-silent",
    rule: "05b-paid-only-when-verified",
  },
  "cancel-pays-unproven": {
    seed: 1,
    collaborations: 40,
    faults: "none",
    rule: "05b-paid-only-when-verified",
  },
};

test("every mutant is tried", () => {
  expect(Object.keys(CAUGHT).sort()).toEqual([...MUTANT_NAMES].sort());
});

describe.concurrent.each(Object.entries(CAUGHT))("%s", (name, { seed, collaborations, faults, rule }) => {
  test(`is caught by seed ${seed}`, async () => {
    const market = ["--seed", `${seed}`, "--collaborations", `${collaborations}`, "--faults", faults];
    const broken = await simulate(...market, "--no-shrink", "--mutant", name);
    expect(broken.code, broken.complaint).toBe(1);
    expect(verdictOf(broken).violations.map((violation) => violation.rule)).toContain(rule);
    expect(broken.said).toContain(`To see it again: npm run simulate -- --seed ${seed}`);
  });
});
