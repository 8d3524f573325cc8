/** The night's work, as a job: what was checked is kept, what does not hold waits as an incident, and operators get a letter; quiet otherwise. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { latestAudits } from "@/app/domain/audit/ledger-audits";
import { listIncidents } from "@/app/domain/audit/queries/incidents";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { stripeOf } from "../factories/collaboration-steps";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld({ nightly: true });
});
afterAll(() => world.close());

test("a night without differences leaves two audits and no letter; a night with one leaves an incident and a letter", async () => {
  const { user_id } = await makeOperator();
  const operator = one(await db.select().from(users).where(eq(users.id, user_id)), "the user");
  await buyOffer(world, await makeBrand());
  await world.turn({ days: 1 });
  expect(await latestAudits(db)).toMatchObject({
    invariants: { held: true },
    reconciliation: { held: true, figures: { open: 0, compared: { charges: 1 } } },
  });
  expect(await world.mailsTo(operator.email)).toEqual([]);

  await world.turn({ days: 2 }); // until the charge has settled
  await stripeOf(world).payouts.create({ amount: 400, currency: "usd" });
  await world.turn({ days: 1 });
  expect((await latestAudits(db)).reconciliation).toMatchObject({ held: false, figures: { open: 2 } });
  const { rows } = await listIncidents(db, { status: "open" });
  expect(rows.map(({ kind }) => kind).sort()).toEqual(["balance_differs", "booking_unknown"]);
  const [email, ...others] = await world.mailsTo(operator.email);
  expect(others).toEqual([]);
  expect(email?.subject).toBe("2 incidents to resolve in the ledger");
  expect(email?.text).toContain("/operator/incidents");
});
