/** Every currency an offer may be paid in, with and without decimals: in, held, kept back, shared, out, and to the last unit. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { splitAppeal } from "@/app/domain/collaboration/split-appeal";
import { platformFee } from "@/app/domain/offer/fee";
import { defaultPolicy } from "@/app/domain/policy/policy";
import type { CollaborationId } from "@/app/lib/ids";
import { CURRENCIES, shareOf, stepOf } from "@/app/lib/money";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { expectInvariantsHold, type Line, submitVerifiedPost } from "../factories/collaboration-steps";
import { read } from "../factories/collaborations";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

type Course = { line: Line; paid: CollaborationId; shared: CollaborationId };

let world: World;
const courses = new Map<string, Course>();
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
  for (const currency of CURRENCIES) courses.set(currency, await begin(await lineIn(currency)));
  await world.turn({ days: 17 });
});
afterAll(() => world.close());

/** An awkward amount, so that no share comes out even. */
const oddFee = (currency: string) => 12_347 * stepOf(currency);

async function lineIn(currency: string): Promise<Line> {
  const brand = await makeBrand();
  const fee_minor = oddFee(currency);
  const offer = await buyOffer(world, brand, {
    currency,
    fee_minor,
    platform_fee_minor: platformFee(fee_minor, currency),
    slots: 2,
    policy: { ...defaultPolicy(), holdback_bps: 1_111, monitoring_days: 7 },
  });
  return { world, brand, creator: await makeWorldCreator(world), offer };
}

const transfersOf = async (collaboration_id: CollaborationId) =>
  (await db.select().from(money_movements).where(eq(money_movements.collaboration_id, collaboration_id))).map(
    ({ amount_minor, status, currency }) => ({ amount_minor, status, currency }),
  );

/** One post verified and approved, one rejected, appealed and shared by an operator; then the offer is closed. */
async function begin(line: Line): Promise<Course> {
  const { id: paid } = await submitVerifiedPost(line);
  await transact((tx) => reviewSubmission(tx, line.brand, { collaboration_id: paid, decision: "approve" }));
  const other = { ...line, creator: await makeWorldCreator(world) };
  const { id: shared } = await submitVerifiedPost(other);
  const note = "The lamp is only lit at the very end.";
  const rejection = { collaboration_id: shared, decision: "reject", clause: "must_show:0", note } as const;
  await transact((tx) => reviewSubmission(tx, line.brand, rejection));
  await transact((tx) =>
    makeTransition(tx, other.creator, { collaboration_id: shared, event: "appeal", note }),
  );
  const { fee_minor, currency } = await read(shared);
  const operator = await makeOperator();
  const creator_fee_minor = shareOf(fee_minor, 5_000, currency);
  await transact((tx) => splitAppeal(tx, operator, { collaboration_id: shared, creator_fee_minor, note }));
  await transact((tx) => closeOffer(tx, line.brand, line.offer.id));
  return { line, paid, shared };
}

describe.each(CURRENCIES)("%s", (currency) => {
  const fee_minor = oddFee(currency);
  const inWholeSteps = (movements: Awaited<ReturnType<typeof transfersOf>>) => {
    for (const movement of movements) {
      expect(movement).toMatchObject({ status: "settled", currency });
      expect(movement.amount_minor % stepOf(currency)).toBe(0);
    }
  };

  test("the fee and its kept-back share are paid to the last unit", async () => {
    const { paid } = required(courses.get(currency), `the course in ${currency}`);
    expect((await read(paid)).state).toBe("completed");
    const movements = await transfersOf(paid);
    expect(movements).toHaveLength(2);
    expect(movements.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(fee_minor);
    inWholeSteps(movements);
  });

  test("half a fee is half a fee, rounded down to what can be moved", async () => {
    const movements = await transfersOf(required(courses.get(currency), `the course in ${currency}`).shared);
    expect(movements).toHaveLength(1);
    const over_minor = fee_minor - 2 * one(movements, "the first of movements").amount_minor;
    expect(over_minor).toBeGreaterThanOrEqual(0);
    expect(over_minor).toBeLessThan(2 * stepOf(currency));
    inWholeSteps(movements);
  });
});

test("the books of all currencies hold, and Stripe has what they say", () => expectInvariantsHold(world));
