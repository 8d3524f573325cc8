/**
 * Random people do random things with a small market at random times; whatever they do is done or refused with a code, and after every
 * single thing the money of each collaboration is where the model says, after every life the books hold.
 */
import fc from "fast-check";
import { afterEach, beforeAll, test } from "vitest";
import { setClockOffset } from "@/app/lib/clock";
import { expectInvariantsHold } from "../factories/collaboration-steps";
import { testDatabase } from "../setup/database";
import { COMMANDS, headStart } from "./lifecycle/commands";
import type { Real } from "./lifecycle/look";
import { openMarket } from "./lifecycle/market";

/** Enough to meet most pairs of troubles in a minute; `MODEL_RUNS=1000` for a night. */
const LIVES = Number(process.env.MODEL_RUNS ?? 12);

/** As many steps as each of the first three has come; after twelve it is over. */
const HEADS = fc.array(fc.nat(12), { minLength: 3, maxLength: 3 });

beforeAll(async () => {
  await testDatabase();
});
afterEach(() => setClockOffset(0));

test("whatever people, machines and banks do to a collaboration, its money is where the model says", async () => {
  await fc.assert(
    fc.asyncProperty(
      HEADS,
      fc.commands(COMMANDS, { size: "max", maxCommands: 60 }),
      async (heads, commands) => {
        setClockOffset(0);
        const real: Real = { market: await openMarket(), known: new Map() };
        await headStart(real, heads);
        await fc.asyncModelRun(() => ({ model: {}, real }), commands);
        await expectInvariantsHold();
      },
    ),
    { numRuns: LIVES, endOnFailure: true },
  );
}, 600_000); // ms: hundreds of runs in one test
