/** Two hundred creators accept the last slot at once: one wins, 199 get a clean answer, and not a cent is claimed twice. */

import { eq, sql as raw } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import type { CollaborationId, OfferId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { isRefusal } from "@/app/lib/refusal";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

const CREATORS = 200;

beforeAll(async () => {
  await testDatabase();
});

async function offeredTo(count: number, offer_id: OfferId, brand: Awaited<ReturnType<typeof makeBrand>>) {
  const offered: Array<{ creator: Awaited<ReturnType<typeof makeCreator>>; id: CollaborationId }> = [];
  for (let n = 0; n < count; n++) {
    const creator = await makeCreator();
    const { id } = await transact((tx) =>
      applyToOffer(tx, creator, { offer_id, channel_id: creator.channel_id, pitch: "" }),
    );
    await transact((tx) => makeTransition(tx, brand, { collaboration_id: id, event: "offer_slot" }));
    offered.push({ creator, id });
  }
  return offered;
}

test("one wins, 199 are told that the slot is taken", { timeout: 600_000 }, async () => {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand);
  const offered = await offeredTo(CREATORS, offer.id, brand);

  const answers = await Promise.allSettled(
    offered.map(({ creator, id }) => transact((tx) => acceptSlot(tx, creator, { collaboration_id: id }))),
  );

  const won = answers.filter(({ status }) => status === "fulfilled");
  const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(won).toHaveLength(1);
  expect(refusals.map((reason) => (isRefusal(reason) ? reason.code : String(reason)))).toEqual(
    Array(CREATORS - 1).fill("slots_taken"),
  );
  expect(await balanceOf(db, accounts.offerBudget(offer.id), "USD")).toBe(0);
  const row = one(await db.select().from(offers).where(eq(offers.id, offer.id)), "the offer");
  expect(row.slots_taken).toBe(1);
  expect((await runChecks(sql)).flatMap(({ violations }) => violations)).toEqual([]);
});

test("a budget that is one cent short of a second slot is not claimed twice, even where the slots would allow it", async () => {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand, { slots: 2 });
  // As if Stripe had captured one cent less than two slots cost: the count of slots says yes, the money says no.
  await db.execute(raw`update offer_payments set claimed_minor = 1 where offer_id = ${offer.id}`);
  const offered = await offeredTo(2, offer.id, brand);
  const answers = await Promise.allSettled(
    offered.map(({ creator, id }) => transact((tx) => acceptSlot(tx, creator, { collaboration_id: id }))),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [refused] = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(refused).toMatchObject({ code: "budget_spent", status: 409 });
});

test("a double press accepts once, and the second is told how things stand", async () => {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand);
  const slot = one(await offeredTo(1, offer.id, brand), "the slot");
  const press = () => transact((tx) => acceptSlot(tx, slot.creator, { collaboration_id: slot.id }));
  const answers = await Promise.allSettled([press(), press()]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [refused] = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(refused).toMatchObject({ code: "stale_state", params: { state: "awaiting_sample" } });
});
