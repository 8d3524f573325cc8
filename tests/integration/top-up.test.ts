/** Slots added to an offer that is out already, and amounts that no card can be charged. */

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { receivePayment } from "@/app/domain/offer/receive-payment";
import { startPayment, startTopUp } from "@/app/domain/offer/start-payment";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import { CURRENCIES } from "@/app/lib/money";
import { one } from "@/app/lib/one";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { makeLiveOffer, makeUnpaidOffer } from "../factories/offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(() => testDatabase());

const offerOf = async (id: OfferId) =>
  one(await db.select().from(offers).where(eq(offers.id, id)), "the offer");

async function pay(payment_id: PaymentId): Promise<void> {
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
    "the payment",
  );
  await transact((tx) =>
    receivePayment(tx, {
      payment_id,
      payment_intent_id: `pi_${payment_id}`,
      charge_id: `ch_${payment_id}`,
      amount_minor: payment.amount_minor,
      stripe_fee_minor: 30,
      currency: payment.currency,
    }),
  );
}

describe("a top-up", () => {
  test("is a charge of its own, and its slots are there once it is paid", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand);
    const payment_id = await transact((tx) => startTopUp(tx, brand, { offer_id: offer.id, slots: 3 }));
    expect((await offerOf(offer.id)).slots).toBe(offer.slots);
    await pay(payment_id);
    await pay(payment_id);
    expect((await offerOf(offer.id)).slots).toBe(offer.slots + 3);
    const added = one(
      await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
      "the payment",
    );
    expect(added.amount_minor).toBe(3 * (offer.fee_minor + offer.platform_fee_minor));
  });

  test("goes on with the open payment for as many slots, and refuses another number meanwhile", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand);
    const ask = (slots: number) => transact((tx) => startTopUp(tx, brand, { offer_id: offer.id, slots }));
    const first = await ask(2);
    expect(await ask(2)).toBe(first);
    await expect(ask(3)).rejects.toMatchObject({ code: "payment_open" });
    for (const slots of [0, -1, 1.5, 600])
      await expect(ask(slots)).rejects.toMatchObject({ code: "slots_too_many" });
  });

  test("that is paid after the offer was closed goes straight back, each charge to its own card", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand);
    const payment_id = await transact((tx) => startTopUp(tx, brand, { offer_id: offer.id, slots: 2 }));
    await transact((tx) => closeOffer(tx, brand, offer.id));
    await pay(payment_id);
    const refunds = await db
      .select({ payment_id: money_movements.payment_id, amount_minor: money_movements.amount_minor })
      .from(money_movements)
      .where(eq(money_movements.kind, "refund"));
    expect(refunds).toContainEqual({ payment_id, amount_minor: 22_000 });
    expect(refunds).toContainEqual({ payment_id: offer.payment_id, amount_minor: 11_000 });
    const broken = (await runChecks(sql)).filter(({ violations }) => violations.length > 0);
    expect(broken.map(({ name, violations }) => [name, violations])).toEqual([]);
  });
});

describe("an amount that no card can be charged", () => {
  test.each([
    ["USD", 10, "amount_too_small"],
    ["JPY", 20, "amount_too_small"],
    ["USD", 95_000_000, "amount_too_large"],
    ["KWD", 10_005, "amount_not_movable"],
  ])("%s %i is refused before Stripe is asked: %s", async (currency, fee_minor, code) => {
    const brand = await makeBrand();
    const draft = await makeUnpaidOffer(brand, { currency, fee_minor, platform_fee_minor: fee_minor / 5 });
    const started = transact((tx) => startPayment(tx, brand, draft.id));
    await expect(started).rejects.toMatchObject({ code });
  });

  test("at least ten currencies can be paid in", () => {
    expect(CURRENCIES.length).toBeGreaterThanOrEqual(10);
  });
});
