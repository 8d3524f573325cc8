/** The machine that wakes a job may be ahead of the one that runs it. The deadline shall pass all the same, without waiting for the sweep. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { takeTimeFrom } from "@/app/lib/clock";
import { transact } from "@/db/transact";
import { read } from "../factories/collaborations";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";
import { jsonCall, startWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
  await jsonCall(`${world.urls.inngest}/control/functions/sweep/pause`, "POST");
});
afterAll(() => world.close());
afterEach(() => takeTimeFrom(Date.now));

test("a deadline that wakes ten minutes early here passes when it is due here too", async () => {
  const brand = await makeBrand();
  const creator = await makeWorldCreator(world);
  const offer = await buyOffer(world, brand);
  const { id } = await transact((tx) =>
    applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
  );
  await transact((tx) => makeTransition(tx, brand, { collaboration_id: id, event: "offer_slot" }));
  await world.rest();

  takeTimeFrom(() => Date.now() - 10 * 60_000);
  await world.turn({ days: 3, minutes: 1 });
  expect((await read(id)).state).toBe("slot_offered");

  takeTimeFrom(Date.now);
  await world.turn({ minutes: 30 });
  expect((await read(id)).state).toBe("expired");
});
