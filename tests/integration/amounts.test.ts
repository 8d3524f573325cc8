/** Amounts that are none: zero, below zero, a fraction, too many, more than there is, of another currency. Each is refused with a word for it. */

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { recordDispute } from "@/app/domain/disputes/record-dispute";
import { accounts } from "@/app/domain/ledger/accounts";
import { createRefund } from "@/app/domain/ledger/create-refund";
import { balanceOf } from "@/app/domain/ledger/post";
import { platformFee } from "@/app/domain/offer/fee";
import { offerInputSchema } from "@/app/domain/offer/input";
import { receivePayment } from "@/app/domain/offer/receive-payment";
import { startPayment } from "@/app/domain/offer/start-payment";
import type { PaymentId } from "@/app/lib/ids";
import { CURRENCIES, chargeProblem, decimalsOf, isMovable, stepOf } from "@/app/lib/money";
import { one, required } from "@/app/lib/one";
import { isRefusal } from "@/app/lib/refusal";
import { db, sql } from "@/db/client";
import { transact } from "@/db/transact";
import { expectInvariantsHold } from "../factories/collaboration-steps";
import { makeLiveOffer, makePayment, makeUnpaidOffer, type OfferRow } from "../factories/offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

const codeOf = (error: unknown) => (isRefusal(error) ? error.code : String(error));
/** The refusal's code, or null when it was done. */
const tried = (work: Promise<unknown>) => work.then(() => null, codeOf);

const fraction = fc.double({ noInteger: true });
const noAmount = fc.oneof(
  fc.integer({ min: -1_000_000, max: -1 }),
  fraction,
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1, -0.5),
);
const currency = fc.constantFrom(...CURRENCIES);

describe("what one charge may be", () => {
  test("a whole number of the currency's steps within its limits, and nothing else", () => {
    fc.assert(
      fc.property(currency, fc.oneof(noAmount, fc.constant(0), fc.integer()), (code, minor) => {
        const problem = chargeProblem(minor, code);
        if (!Number.isSafeInteger(minor)) expect(problem).toBe("amount_not_movable");
        else if (minor <= 0) expect(problem).toMatch(/^amount_(too_small|not_movable)$/);
        else if (minor > 99_999_999) expect(problem).toMatch(/^amount_(too_large|not_movable)$/);
        else if (problem === null) expect(isMovable(minor, code)).toBe(true);
        else expect(problem).toMatch(/^amount_(too_small|not_movable)$/);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(CURRENCIES)(
    "%s: the last amount within the limits goes, the first one beyond does not",
    (code) => {
      const step = stepOf(code);
      const max = 99_999_999 - (99_999_999 % step);
      expect(chargeProblem(max, code)).toBeNull();
      expect(chargeProblem(max + step, code)).toBe("amount_too_large");
      expect(chargeProblem(0, code)).toBe("amount_too_small");
      expect(chargeProblem(10 ** decimalsOf(code) * 1_000, code)).toBeNull();
    },
  );
});

test("an offer's form takes no amount that is none, and says which field it is", () => {
  const fields = ["fee_minor", "reimbursement_cap_minor", "retail_value_minor"] as const;
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.oneof(noAmount, fc.constant(1e12)), (field, amount) => {
      const { error } = offerInputSchema.safeParse({ [field]: amount });
      const found = required(error, "the error").issues.find(({ path }) => path[0] === field);
      expect(found?.message).toMatch(/^(fee_missing|amount_missing|amount_too_large)$/);
    }),
  );
});

test("paying in: a payment over exactly the whole price, or the charge's own word against it", async () => {
  const brand = await makeBrand();
  const fee = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 1_000_000_000 }));
  await fc.assert(
    fc.asyncProperty(currency, fee, fc.integer({ min: 1, max: 500 }), async (code, fee_minor, slots) => {
      const platform_fee_minor = platformFee(fee_minor, code);
      const draft = await makeUnpaidOffer(brand, { currency: code, fee_minor, platform_fee_minor, slots });
      const total_minor = slots * (fee_minor + platform_fee_minor);
      const refused = await tried(transact((tx) => startPayment(tx, brand, draft.id)));
      expect(refused).toBe(chargeProblem(total_minor, code));
      const made =
        await sql`select amount_minor::float8, currency from offer_payments where offer_id = ${draft.id}`;
      expect([...made]).toEqual(refused ? [] : [{ amount_minor: total_minor, currency: code }]);
    }),
    { numRuns: 40 },
  );
});

describe("what Stripe has captured", () => {
  const recordPaid = (payment_id: PaymentId, what: { amount_minor: number; currency: string }) =>
    transact((tx) =>
      receivePayment(tx, {
        payment_id,
        payment_intent_id: `pi_${payment_id}`,
        charge_id: `ch_${payment_id}`,
        stripe_fee_minor: 349,
        ...what,
      }),
    );

  test("books nothing when it is another amount or another currency than was asked for", async () => {
    const draft = await makeUnpaidOffer(await makeBrand());
    const payment_id = await makePayment(draft);
    const other = fc.oneof(noAmount, fc.constant(0), fc.integer()).filter((minor) => minor !== 11_000);
    const wrong = fc.oneof(
      fc.record({ amount_minor: other, currency: fc.constant("USD") }),
      fc.record({ amount_minor: fc.constant(11_000), currency: fc.constantFrom("EUR", "usd", "JPY", "") }),
    );
    await fc.assert(
      fc.asyncProperty(wrong, async (what) => {
        await expect(recordPaid(payment_id, what)).rejects.toThrow("asked for 11000 USD");
      }),
      { numRuns: 40 },
    );
    expect(await balanceOf(db, accounts.offerBudget(draft.id), "USD")).toBe(0);
    const [payment] = await sql`select status, charge_id from offer_payments where id = ${payment_id}`;
    expect(payment).toEqual({ status: "pending", charge_id: null });
  });

  test("and takes back in another currency is not booked either", async () => {
    const { payment_id } = await makeLiveOffer(await makeBrand());
    const payment = one(
      await sql`select charge_id from offer_payments where id = ${payment_id}`,
      "the payment",
    );
    const dispute = transact((tx) =>
      recordDispute(tx, {
        id: "dp_other_currency",
        charge_id: payment.charge_id,
        stripe_status: "needs_response",
        outcome: "open",
        reason: "fraudulent",
        amount_minor: 11_000,
        currency: "EUR",
        bookings: [{ id: "txn_other_currency", amount_minor: -11_000, fee_minor: 1_500 }],
        evidence_due_at: null,
      }),
    );
    await expect(dispute).rejects.toThrow("is in EUR, its charge in USD");
    expect(await sql`select id from disputes where payment_id = ${payment_id}`).toHaveLength(0);
    await expectInvariantsHold();
  });
});

describe("a refund", () => {
  const refund = (offer: OfferRow & { payment_id: PaymentId }, amount_minor: number, cause: string) =>
    tried(transact((tx) => createRefund(tx, { payment_id: offer.payment_id, amount_minor, cause })));

  test("of what is no amount is refused, of nothing does nothing", async () => {
    const offer = await makeLiveOffer(await makeBrand());
    await fc.assert(
      fc.asyncProperty(noAmount, async (minor) => {
        expect(await refund(offer, minor, "none")).toBe("amount_not_movable");
      }),
      { numRuns: 40 },
    );
    expect(await refund(offer, 0, "zero")).toBeNull();
    const kuwaiti = await makeLiveOffer(await makeBrand(), { currency: "KWD" });
    expect(await refund(kuwaiti, 1_005, "half-a-step")).toBe("amount_not_movable");
    expect(
      await sql`select id from money_movements where payment_id in ${sql([offer.payment_id, kuwaiti.payment_id])}`,
    ).toHaveLength(0);
  });

  test("in any parts, one after the other or at once, never comes to more than the charge", async () => {
    const parts = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 2, maxLength: 6 });
    const brand = await makeBrand();
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (amounts, at_once) => {
        const offer = await makeLiveOffer(brand);
        const asked = amounts.map((minor, place) => () => refund(offer, minor, `part-${place}`));
        const answers: Array<string | null> = [];
        if (at_once) answers.push(...(await Promise.all(asked.map((ask) => ask()))));
        else for (const ask of asked) answers.push(await ask());
        const gone_minor = amounts.reduce((sum, minor, at) => sum + (answers[at] === null ? minor : 0), 0);
        const rest_minor = 11_000 - gone_minor;
        expect(rest_minor).toBeGreaterThanOrEqual(0);
        expect(answers.filter((code) => code !== null && code !== "refund_above_rest")).toEqual([]);
        // What was refused did not fit into what was left.
        for (const [at, code] of answers.entries())
          if (code) expect(amounts[at]).toBeGreaterThan(at_once ? rest_minor : -1);
        expect(await balanceOf(db, accounts.offerBudget(offer.id), "USD")).toBe(rest_minor);
      }),
      { numRuns: 30 },
    );
    await expectInvariantsHold();
  });
});
