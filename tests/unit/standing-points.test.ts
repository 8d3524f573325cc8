/** What a record adds up to, whatever its order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CountedStrike,
  DECAY_DAYS,
  daysAfter,
  GHOST_WINDOW_DAYS,
  STRIKE_POINTS,
  tally,
} from "@/app/domain/standing/points";
import { STRIKE_KINDS, type StrikeKind } from "@/app/domain/standing/vocabulary";

const TODAY = new Date("2026-06-01T12:00:00Z");

function strike(kind: StrikeKind, days_ago: number, lifted = false): CountedStrike {
  const at = daysAfter(TODAY, -days_ago);
  return {
    kind,
    points: STRIKE_POINTS[kind],
    at,
    decays_at: daysAfter(at, DECAY_DAYS),
    lifted_at: lifted ? TODAY : null,
  };
}

test.each([
  ["nothing", [], 0, "good"],
  ["two points", [strike("taken_down_early", 1)], 2, "good"],
  ["three points", [strike("ghosted", 1)], 3, "suspended"],
  ["five points", [strike("ghosted", 1), strike("taken_down_early", 2)], 5, "suspended"],
  [
    "six points without a second ghost",
    [strike("ghosted", 9), strike("returned_after_reimbursement", 1)],
    6,
    "blacklisted",
  ],
  ["a lifted strike counts no more", [strike("ghosted", 1, true)], 0, "good"],
  ["a decayed strike counts no more", [strike("ghosted", 180)], 0, "good"],
  ["the last day of a strike", [strike("ghosted", 179)], 3, "suspended"],
  [
    "two ghosts in twelve months, the first decayed",
    [strike("ghosted", 300), strike("ghosted", 1)],
    3,
    "blacklisted",
  ],
  [
    "two ghosts more than twelve months apart",
    [strike("ghosted", 365), strike("ghosted", 1)],
    3,
    "suspended",
  ],
  ["a lifted ghost is no ghost", [strike("ghosted", 300, true), strike("ghosted", 1)], 3, "suspended"],
] as const)("%s", (_name, record, points, verdict) => {
  expect(tally(record, TODAY)).toMatchObject({ points, verdict });
});

test("the order of a record means nothing, and lifting never makes it worse", () => {
  const rank = { good: 0, suspended: 1, blacklisted: 2 };
  const any = fc.record({
    kind: fc.constantFrom(...STRIKE_KINDS),
    days: fc.integer({ min: 0, max: GHOST_WINDOW_DAYS + 30 }),
    lifted: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (given) => {
      const record = given.map(({ kind, days, lifted }) => strike(kind, days, lifted));
      expect(tally([...record].reverse(), TODAY)).toEqual(tally(record, TODAY));
      const forgiven = record.map((one) => ({ ...one, lifted_at: TODAY }));
      expect(rank[tally(forgiven, TODAY).verdict]).toBeLessThanOrEqual(rank[tally(record, TODAY).verdict]);
    }),
  );
});
