/**
 * The books against a model of a few dozen lines: claims, releases whole and in parts, what is kept back, refunds, voids, expiries,
 * clawbacks, reversals, card disputes, in any order, possible or not. After every command each pot is compared, to the cent.
 */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks";
import { sql } from "@/db/client";
import { testDatabase } from "../setup/database";
import { openBooks } from "./ledger/books";
import { COMMANDS } from "./ledger/commands";

/** `MODEL_RUNS=1000` for a night. */
const RUNS = Number(process.env.MODEL_RUNS ?? 20);

/** The rest of the checks look at the states of collaborations, which stand still here. */
const ABOUT_STATES = [
  "05b-paid-only-when-verified",
  "06-held-matches-state",
  "08-slots-are-funded",
  "13-money-leaves-through-the-gate",
];

const TERMS = fc
  .record({
    fee: fc.integer({ min: 1, max: 20_000 }),
    platform: fc.integer({ min: 1, max: 2_000 }),
    cap: fc.nat(3_000),
    reimbursed_percent: fc.nat(100),
    kept_percent: fc.nat(30),
  })
  .map(({ reimbursed_percent, kept_percent, ...terms }) => ({
    ...terms,
    reimbursed: Math.floor((terms.cap * reimbursed_percent) / 100),
    kept: Math.floor((terms.fee * kept_percent) / 100),
  }))
  // A whole slot is what the least charge may be, and there is always something to earn at approval.
  .filter(({ fee, kept }) => fee - kept > 0);

beforeAll(async () => {
  await testDatabase();
});

test("the books do what the model does, whatever is asked of them, and all of their invariants hold", async () => {
  await fc.assert(
    fc.asyncProperty(
      TERMS,
      fc.commands(COMMANDS, { size: "max", maxCommands: 80 }),
      async (terms, commands) => {
        const both = await openBooks(terms);
        await fc.asyncModelRun(() => both, commands);
        const broken = (await runChecks(sql)).filter(
          ({ name, violations }) => violations.length > 0 && !ABOUT_STATES.includes(name),
        );
        expect(broken.map(({ name, violations }) => ({ name, violations }))).toEqual([]);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000); // ms: hundreds of runs in one test
