/**
 * Differences planted on purpose, at Stripe and in the books, over the wire: reconciliation finds each, repairs those with one
 * explanation, leaves the rest to an operator, and says nothing new the second time.
 */

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrandActor } from "@/app/domain/actor";
import type { IncidentKind } from "@/app/domain/audit/incident-kinds";
import { latestAudits } from "@/app/domain/audit/ledger-audits";
import { listIncidents } from "@/app/domain/audit/queries/incidents";
import { createRefund } from "@/app/domain/ledger/create-refund";
import { failRefund, settleMovement } from "@/app/domain/ledger/settle-movement";
import type { CollaborationId, MovementId, OfferId, PaymentId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { openCheckout } from "@/app/stripe/checkout";
import { reconcile } from "@/app/stripe/reconcile";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { disputes, money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { type Line, payForAPost, stripeOf } from "../factories/collaboration-steps";
import { makePayment, makeUnpaidOffer } from "../factories/offers";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";
import { expectLoggedError } from "../setup/logged-errors";
import { startWorld, type World } from "../setup/world";

const AT_ONCE = { patience_ms: 0 };

let world: World;
let stripe: Stripe;
let brand: BrandActor;
let line: Line & { offer: { id: OfferId; payment_id: PaymentId } };
let paid: { id: CollaborationId };

beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
  stripe = stripeOf(world);
  brand = await makeBrand();
  line = {
    world,
    brand,
    creator: await makeWorldCreator(world),
    offer: await buyOffer(world, brand, { slots: 3 }),
  };
  paid = await payForAPost(line);
});
afterAll(() => world.close());

const fault = (body: object) => world.control(`${world.urls.stripe}/control/faults`, body);
const clearFaults = () => fetch(`${world.urls.stripe}/control/faults`, { method: "DELETE" });
const movementOf = async (id: MovementId) =>
  one(await db.select().from(money_movements).where(eq(money_movements.id, id)), "the movement");
const paymentOf = async (id: PaymentId) =>
  one(await db.select().from(offer_payments).where(eq(offer_payments.id, id)), "the payment");

/** What Stripe does next, nobody hears of. */
async function unheard(act: () => Promise<unknown>): Promise<void> {
  await fault({ kind: "webhook_lose" });
  await act();
  await world.rest();
  await clearFaults();
}

/** A refund of a charge of its own, settled over the wire. */
async function refunded(amount_minor = 1_000): Promise<{ movement_id: MovementId; charge: string }> {
  const offer = await buyOffer(world, brand);
  const movement_id = required(
    await transact((tx) =>
      createRefund(tx, { payment_id: offer.payment_id, amount_minor, cause: "planted" }),
    ),
    "the movement id",
  );
  await world.rest();
  return {
    movement_id: movement_id,
    charge: required((await paymentOf(offer.payment_id)).charge_id, "charge id"),
  };
}

async function transferOf(collaboration_id: CollaborationId): Promise<string> {
  const movement = one(
    await db.select().from(money_movements).where(eq(money_movements.collaboration_id, collaboration_id)),
    "the movement",
  );
  return required(movement.stripe_id, "the stripe id");
}

async function run() {
  const { differences, open } = await reconcile(AT_ONCE);
  const kinds = differences.map(({ kind, became }) => `${became} ${kind}`).sort();
  return { kinds, open, differences };
}

test("nothing differs in a world where nothing went wrong", async () => {
  const { compared, differences, open, balances } = await reconcile(AT_ONCE);
  expect(differences).toEqual([]);
  expect(open).toBe(0);
  expect(compared).toMatchObject({ charges: 1, transfers: 1, accounts: 1 });
  expect(compared.bookings).toBeGreaterThanOrEqual(2);
  expect(balances).toEqual([
    {
      currency: "USD",
      at_stripe_minor: expect.any(Number),
      in_ledger_minor: one(balances, "the first of balances").at_stripe_minor,
      moving: false,
    },
  ]);
  expect((await latestAudits(db)).reconciliation).toMatchObject({ held: true });
});

describe("what has one explanation is repaired:", () => {
  /** Exactly this difference is found and repaired; a second look finds nothing. */
  async function expectRepaired(kind: IncidentKind, of: string): Promise<void> {
    const first = await reconcile(AT_ONCE);
    expect(
      first.differences.map((found) => ({ kind: found.kind, of: found.of, became: found.became })),
    ).toEqual([{ kind, of, became: "repaired" }]);
    expect(first.open).toBe(0);
    const second = await reconcile(AT_ONCE);
    expect(second.differences).toEqual([]);
  }

  test("a refund whose answer and webhooks were lost is settled", async () => {
    const offer = await buyOffer(world, brand);
    expectLoggedError(/An error occurred with our connection to Stripe/);
    await fault({ kind: "drop_before", match: "POST /v1/refunds" });
    const movement_id = required(
      await transact((tx) =>
        createRefund(tx, { payment_id: offer.payment_id, amount_minor: 500, cause: "lost-answer" }),
      ),
      "the movement id",
    );
    await world.rest();
    await clearFaults();
    // What the process that died had asked for.
    await unheard(async () =>
      stripe.refunds.create({
        charge: required((await paymentOf(offer.payment_id)).charge_id, "charge id"),
        amount: 500,
        metadata: { movement_id: movement_id },
      }),
    );
    expect((await movementOf(movement_id)).status).toBe("pending");
    await expectRepaired("movement_not_settled", "refunds");
    expect((await movementOf(movement_id)).status).toBe("settled");
  });

  test("a Checkout that was paid without a word is booked", async () => {
    const draft = await makeUnpaidOffer(brand);
    const payment_id = await makePayment(draft);
    await openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
    const { checkout_session_id } = await paymentOf(payment_id);
    await unheard(() =>
      world.control(`${world.urls.stripe}/control/checkout/${checkout_session_id}`, { outcome: "success" }),
    );
    expect((await paymentOf(payment_id)).status).toBe("pending");
    await expectRepaired("payment_not_booked", "checkouts");
    expect((await paymentOf(payment_id)).status).toBe("paid");
  });

  test("a charge whose Checkout was given up here is booked all the same", async () => {
    const draft = await makeUnpaidOffer(brand);
    const payment_id = await makePayment(draft);
    await openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
    const { checkout_session_id } = await paymentOf(payment_id);
    await unheard(() =>
      world.control(`${world.urls.stripe}/control/checkout/${checkout_session_id}`, { outcome: "success" }),
    );
    await db.update(offer_payments).set({ status: "expired" }).where(eq(offer_payments.id, payment_id));
    await expectRepaired("payment_not_booked", "charges");
    expect((await paymentOf(payment_id)).status).toBe("paid");
  });

  test("a refund that the bank sent back is put back", async () => {
    const { movement_id } = await refunded();
    const { stripe_id } = await movementOf(movement_id);
    await unheard(() =>
      world.control(`${world.urls.stripe}/control/refunds/${stripe_id}`, { outcome: "failed" }),
    );
    await expectRepaired("refund_failed_there", "refunds");
    expect((await movementOf(movement_id)).status).toBe("failed");
  });

  test("a card dispute that nobody told us of is entered, and so is its end", async () => {
    const offer = await buyOffer(world, brand);
    const { charge_id } = await paymentOf(offer.payment_id);
    let id = "";
    await unheard(async () => {
      const made = await world.control<{ id: string }>(`${world.urls.stripe}/control/disputes`, {
        charge: charge_id,
      });
      id = made.id;
    });
    await expectRepaired("dispute_unknown", "disputes");
    expect((await paymentOf(offer.payment_id)).frozen_at).not.toBeNull();
    await unheard(() => world.control(`${world.urls.stripe}/control/disputes/${id}`, { outcome: "won" }));
    await expectRepaired("dispute_differs", "disputes");
    const dispute = one(await db.select().from(disputes).where(eq(disputes.id, id)), "the dispute");
    expect(dispute.status).toBe("won");
    expect((await paymentOf(offer.payment_id)).frozen_at).toBeNull();
  });

  test("an account that Stripe has restricted is read afresh", async () => {
    const { creator_id, account } = await makeWorldCreator(world);
    await unheard(() =>
      world.control(`${world.urls.stripe}/control/accounts/${account}`, { outcome: "restricted" }),
    );
    const active = async () =>
      one(await db.select().from(creators).where(eq(creators.id, creator_id)), "the creator")
        .transfers_active;
    expect(await active()).toBe(true);
    await expectRepaired("account_stale", "accounts");
    expect(await active()).toBe(false);
  });

  test("what happened a moment ago may be on its way, and is left alone", async () => {
    const { movement_id } = await refunded();
    const { stripe_id } = await movementOf(movement_id);
    await db
      .update(money_movements)
      .set({ status: "pending", stripe_id: null })
      .where(eq(money_movements.id, movement_id));
    expect((await reconcile({ patience_ms: 60_000 })).differences).toEqual([]);
    await db
      .update(money_movements)
      .set({ status: "settled", stripe_id })
      .where(eq(money_movements.id, movement_id));
  });
});

describe("what a person has to look at", () => {
  const planted: Record<string, string> = {};

  test("is found, each under its kind, and nothing else", async () => {
    const transfer = await transferOf(paid.id);
    const destination = line.creator.account;
    // Made by hand in the dashboard: a transfer, a reversal, a payout of our own.
    planted.transfer_unknown = (
      await stripe.transfers.create({ amount: 500, currency: "usd", destination })
    ).id;
    planted.reversal_unknown = (await stripe.transfers.createReversal(transfer, { amount: 300 })).id;
    const payout = await stripe.payouts.create({ amount: 700, currency: "usd" });
    planted.booking_unknown = String(payout.balance_transaction);
    // Sent twice: a second refund for a movement that has its own.
    const twice = await refunded();
    planted.movement_twice = (
      await stripe.refunds.create({
        charge: twice.charge,
        amount: 1_000,
        metadata: { movement_id: twice.movement_id },
      })
    ).id;
    // Settled here on somebody's word; Stripe knows nothing of it.
    const offer = await buyOffer(world, brand);
    await transact(async (tx) => {
      const id = required(
        await createRefund(tx, {
          payment_id: offer.payment_id,
          amount_minor: 900,
          cause: "made-up",
        }),
        "the refund",
      );
      await settleMovement(tx, id, "re_made_up");
    });
    planted.absent_at_stripe = "re_made_up";
    // Damaged by hand: an amount, and the charge that a transfer belongs to.
    const damaged = await refunded();
    planted.amount_differs = required((await movementOf(damaged.movement_id)).stripe_id, "stripe id");
    await db
      .update(money_movements)
      .set({ amount_minor: 1_001 })
      .where(eq(money_movements.id, damaged.movement_id));
    planted.charge_differs = transfer;
    await db
      .update(money_movements)
      .set({ payment_id: offer.payment_id })
      .where(eq(money_movements.stripe_id, transfer));
    // A transfer that says it is one of our refunds.
    planted.metadata_mismatch = (
      await stripe.transfers.create({
        amount: 400,
        currency: "usd",
        destination,
        metadata: { movement_id: damaged.movement_id },
      })
    ).id;
    // Undone here, although the card has the money.
    const reversed = await refunded();
    planted.failed_here_alive_there = required(
      (await movementOf(reversed.movement_id)).stripe_id,
      "stripe id",
    );
    await transact((tx) => failRefund(tx, reversed.movement_id, "planted"));
    // Stripe's fee, written down wrongly.
    planted.fee_differs = required((await paymentOf(offer.payment_id)).charge_id, "charge id");
    await db
      .update(offer_payments)
      .set({ stripe_fee_minor: 1 })
      .where(eq(offer_payments.id, offer.payment_id));
    // A charge for a payment that has its charge.
    planted.charge_twice = await payAgain(line.offer.payment_id);
    planted.charge_unknown = await payAgain(null);
    planted.balance_differs = "balance:USD";
    await world.rest();

    const { differences, open } = await reconcile(AT_ONCE);
    const found = Object.fromEntries(differences.map(({ kind, subject }) => [kind, subject]));
    expect(found).toEqual(planted);
    expect(differences.map(({ became }) => became)).toEqual(Object.keys(planted).map(() => "open"));
    expect(open).toBe(Object.keys(planted).length);
    expect(Object.keys(planted).length).toBeGreaterThanOrEqual(10);
  });

  test("is not opened a second time", async () => {
    const before = (await listIncidents(db, { limit: 200 })).rows.map(({ id }) => id);
    const { kinds, open } = await run();
    expect(kinds).toEqual(
      Object.keys(planted)
        .map((kind) => `open ${kind}`)
        .sort(),
    );
    expect(open).toBe(Object.keys(planted).length);
    expect((await listIncidents(db, { limit: 200 })).rows.map(({ id }) => id)).toEqual(before);
    expect((await latestAudits(db)).reconciliation).toMatchObject({ held: false });
  });

  test("makes the command end with 1, and with 0 only when an operator has decided", async () => {
    const first = await command();
    expect(first.code).toBe(1);
    for (const subject of Object.values(planted)) expect(first.output).toContain(subject);
    await db.execute(
      "update incidents set status = 'resolved', outcome = 'Looked into.' where status = 'open'",
    );
    const second = await command();
    expect(second.output).toContain("Stripe and the books agree");
    expect(second.code).toBe(0);
  });
});

/** A second charge that names `payment_id`, made the way a stranger with our key would. */
async function payAgain(payment_id: PaymentId | null): Promise<string> {
  const session = await stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      { quantity: 1, price_data: { currency: "usd", unit_amount: 33_000, product_data: { name: "Again" } } },
    ],
    payment_intent_data: { metadata: payment_id ? { payment_id } : {} },
    success_url: "http://127.0.0.1:9/",
  });
  await world.control(`${world.urls.stripe}/control/checkout/${session.id}`, { outcome: "success" });
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ["payment_intent"],
  });
  return String((payment_intent as Stripe.PaymentIntent).latest_charge);
}

async function command(): Promise<{ code: number; output: string }> {
  const args = ["scripts/run.mjs", "scripts/reconcile.ts", "--grace-minutes", "0"];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: process.env });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
