/** A small market with every fault there is: everything ends, the books and Stripe agree, and the same seed lives the same life. */
import { describe, expect, test } from "vitest";
import { ALL_FAULTS } from "@/simulation/fault-kinds";
import { simulate, verdictOf } from "../support/simulate";

describe("a market lived through", () => {
  test("with every fault nothing is lost, paid twice, stuck or violated, and it replays exactly", async () => {
    const market = ["--seed", "7", "--collaborations", "40", "--faults", "all", "--quiet"];
    const [run, again] = await Promise.all([simulate(...market), simulate(...market)]);
    const verdict = verdictOf(run);
    expect(verdict.violations).toEqual([]);
    expect(run.code).toBe(0);
    expect(verdict).toMatchObject({ seed: "7", collaborations: 40, ended: 40, stuck: 0 });
    expect(verdict).toMatchObject({ lost_minor: 0, paid_twice: 0 });
    expect(verdict.released_minor).toBeGreaterThan(0);
    expect(verdict.refunded_minor).toBeGreaterThan(0);
    expect(Object.keys(verdict.faults_injected)).toEqual(ALL_FAULTS);
    expect(verdictOf(again)).toEqual(verdict);
  });

  test("with some faults only those are counted", async () => {
    const run = await simulate("--seed", "8", "--collaborations", "15", "--faults", "deadlock,webhook-late");
    const verdict = verdictOf(run);
    expect(Object.keys(verdict.faults_injected)).toEqual(["deadlock", "webhook-late"]);
    expect(verdict.faults_injected.deadlock).toBeGreaterThan(0);
    expect(verdict.violations).toEqual([]);
    expect(run.said).toMatch(/collaborations per second/);
  });
});

test("a wrong command line is refused with what there is", async () => {
  const run = await simulate("--faults", "rain");
  expect(run.code).toBe(2);
  expect(run.complaint).toMatch(/there is no fault rain/);
  expect(run.complaint).toContain("Usage:");
  expect(run.said).toBe("");
});
