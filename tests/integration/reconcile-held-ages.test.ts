/** Ages of held funds: every part of a charge is counted once, in its group; an alarm comes before the 80th day, and ends. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { alarmHeldTooLong } from "@/app/domain/audit/alarm-held";
import { alarmWaitingRefunds } from "@/app/domain/audit/alarm-refunds";
import { listHeldLonger, readHeldAgeGroups } from "@/app/domain/audit/held-ages";
import { listIncidents } from "@/app/domain/audit/queries/incidents";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { settleMovement } from "@/app/domain/ledger/settle-movement";
import { DAY_MS, setClockOffset } from "@/app/lib/clock";
import { one } from "@/app/lib/one";
import { refundWaits } from "@/app/stripe/movements/outcome";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { dealAt } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeEach(() => testDatabase());
afterEach(() => setClockOffset(0));

/** USD 330 of three slots: one free, one held, one approved and resting until it is sent; and a yen offer, much younger. */
async function market() {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand, { slots: 3 });
  const running = await dealAt("creating", { brand, offer });
  const approved = await dealAt("in_review", { brand, offer, creator: await makeCreator() });
  await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: approved.id, decision: "approve" }));
  return { brand, offer, running, approved };
}

test("every held amount is in the group of its charge's age, per currency", async () => {
  await market();
  expect(await readHeldAgeGroups(db)).toEqual([
    { currency: "USD", from_days: 0, parts: 3, amount_minor: 32_000 }, // the fee of the approved one is earned
  ]);
  setClockOffset(60 * DAY_MS);
  await makeLiveOffer(await makeBrand(), { currency: "JPY", fee_minor: 9_000, platform_fee_minor: 900 });
  expect(await readHeldAgeGroups(db)).toEqual([
    { currency: "JPY", from_days: 0, parts: 1, amount_minor: 9_900 },
    { currency: "USD", from_days: 60, parts: 3, amount_minor: 32_000 },
  ]);
  setClockOffset(81 * DAY_MS);
  expect((await readHeldAgeGroups(db)).map(({ from_days }) => from_days)).toEqual([0, 80]);
});

test("what is held past a day is listed with its charge, oldest first", async () => {
  const { offer, running, approved } = await market();
  expect((await listHeldLonger(db, 60)).rows).toEqual([]);
  setClockOffset(61 * DAY_MS);
  const { rows: held } = await listHeldLonger(db, 60);
  expect(held.map(({ part, subject, amount_minor }) => [part, subject, amount_minor]).sort()).toEqual([
    ["budget", offer.payment_id, 11_000],
    ["held", running.id, 11_000],
    ["payable", approved.id, 10_000],
  ]);
  for (const row of held) expect(row).toMatchObject({ offer_id: offer.id, currency: "USD", age_days: 61 });
  expect((await listHeldLonger(db, 75)).rows).toEqual([]);
});

test("the alarm names collaboration and charge before the 80th day, once, and ends when the money has left", async () => {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand);
  const { id, offer: taken } = await dealAt("creating", { brand });
  setClockOffset(74 * DAY_MS);
  expect(await transact(alarmHeldTooLong)).toEqual({ past: 0, ended: 0 });
  setClockOffset(76 * DAY_MS);
  expect(await transact(alarmHeldTooLong)).toEqual({ past: 2, ended: 0 });
  await transact(alarmHeldTooLong);
  const opened = (await listIncidents(db, { status: "open" })).rows;
  const found = Object.fromEntries(opened.map((row) => [row.subject, row]));
  expect(Object.keys(found).sort()).toEqual([`budget:${offer.payment_id}`, `held:${id}`]);
  expect(found[`held:${id}`]).toMatchObject({
    kind: "held_too_long",
    expected: { max_days: 80 },
    found: {
      part: "held",
      collaboration: id,
      offer: taken.id,
      charge: expect.stringMatching(/^ch_/),
      currency: "USD",
      amount_minor: 11_000,
    },
  });

  await transact((tx) => closeOffer(tx, brand, offer.id));
  // It is on its way to the card, and not there yet: held all the same, under its movement.
  expect(await transact(alarmHeldTooLong)).toEqual({ past: 2, ended: 1 });
  const [ended] = (await listIncidents(db, { status: "repaired" })).rows;
  expect(ended).toMatchObject({ subject: `budget:${offer.payment_id}`, outcome: "no_longer_held" });
  const now_open = (await listIncidents(db, { status: "open" })).rows.map(({ subject }) => subject);
  expect(now_open).toHaveLength(2);
  expect(now_open.filter((subject) => subject.startsWith("movement:"))).toHaveLength(1);
});

test("a refund that Stripe does not carry out is an operator's after five days, until it has gone", async () => {
  const brand = await makeBrand();
  const offer = await makeLiveOffer(brand);
  await transact((tx) => closeOffer(tx, brand, offer.id));
  const refund = one(await db.select().from(money_movements), "the movement");
  await refundWaits(refund.id, "re_waits");
  setClockOffset(4 * DAY_MS);
  expect(await transact(alarmWaitingRefunds)).toEqual({ past: 0, ended: 0 });
  setClockOffset(6 * DAY_MS);
  expect(await transact(alarmWaitingRefunds)).toEqual({ past: 1, ended: 0 });
  expect(await transact(alarmWaitingRefunds)).toEqual({ past: 1, ended: 0 });
  const [opened, ...others] = (await listIncidents(db, { status: "open" })).rows;
  expect(others).toEqual([]);
  expect(opened).toMatchObject({
    kind: "refund_waits",
    subject: refund.id,
    found: { refund: "re_waits", currency: "USD", amount_minor: 11_000 },
  });

  await transact((tx) => settleMovement(tx, refund.id, "re_waits"));
  expect(await transact(alarmWaitingRefunds)).toEqual({ past: 0, ended: 1 });
  const [ended] = (await listIncidents(db, { status: "repaired" })).rows;
  expect(ended).toMatchObject({ subject: refund.id, outcome: "refund_no_longer_waits" });
});
