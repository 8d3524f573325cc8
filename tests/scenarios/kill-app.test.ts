/**
 * `kill -9` of the app at the moments when money is on its way. After the next start the creator has been paid exactly once: one transfer at
 * Stripe, one letter about it, and every check of the books holds. What the killed process did last is known, never guessed: the test
 * waits until it sees the app at that very point.
 */

import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { BrandActor } from "@/app/domain/actor";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import type { CollaborationId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { transact } from "@/db/transact";
import { read } from "../factories/collaborations";
import type { OfferRow } from "../factories/offers";
import { makeWorldCreator, type WorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { type AppProcess, BOOT_TIMEOUT_MS, startAppProcess } from "../setup/app-process";
import { testDatabase } from "../setup/database";
import { setHoldDays } from "../support/hold-days";

const GOOD_TEXT = "#ad Thanks for having me. #desklamp https://www.amazon.com/dp/B0TESTLAMP";
const PATIENCE = { timeout: 180_000, interval: 50 }; // ms; generous, since a slow machine is no fault
const TEST_TIMEOUT_MS = 600_000;

type Deal = { id: CollaborationId; brand: BrandActor; creator: WorldCreator; offer: OfferRow };

let app: AppProcess;
let stripe: Stripe;

beforeAll(async () => {
  const { url } = await testDatabase();
  app = await startAppProcess(url);
  const { hostname, port } = new URL(app.urls.stripe);
  stripe = new Stripe("sk_test_sandbox", { host: hostname, port, protocol: "http" });
}, BOOT_TIMEOUT_MS);
afterEach(() => fetch(`${app.urls.stripe}/control/faults`, { method: "DELETE" }));
afterAll(() => app?.close());

/** A post that has passed its verification and waits for the brand. Pay goes out at once after the approval unless `hold_days` says otherwise. */
async function inReview(hold_days = 0): Promise<Deal> {
  const brand = await makeBrand();
  const creator = await makeWorldCreator(app);
  setHoldDays(hold_days);
  // Room for a second transfer in the same charge: were it sent, Stripe would not refuse it for us.
  const offer = await buyOffer(app, brand, { sample_mode: "none", slots: 2 });
  const { id } = await transact((tx) =>
    applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
  );
  await transact((tx) => makeTransition(tx, brand, { collaboration_id: id, event: "offer_slot" }));
  await transact((tx) => acceptSlot(tx, creator, { collaboration_id: id }));
  const url = await creator.publish(GOOD_TEXT);
  await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
  await app.rest();
  expect((await read(id)).state).toBe("in_review");
  return { id, brand, creator, offer };
}

const approve = ({ id, brand }: Deal) =>
  transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));

const fault = (kind: string, more: object = {}) =>
  app.control(`${app.urls.stripe}/control/faults`, { kind, ...more });

const transfersOf = async ({ offer }: Deal) =>
  (await stripe.transfers.list({ transfer_group: offer.id })).data;

const movementOf = ({ id }: Deal) =>
  db.query.money_movements.findFirst({ where: (table, { eq }) => eq(table.collaboration_id, id) });

/** Not inside the transaction that holds the lock: there the list of activities would be a snapshot. */
const waitingForLocks = async () =>
  (
    await sql`
      select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query ilike '%for update%'`
  ).length;

async function expectPaidOnce(deal: Deal): Promise<void> {
  const state = async () => (await read(deal.id)).state;
  await vi.waitFor(async () => expect(await state()).toMatch(/^(paid|monitoring)$/), PATIENCE);
  await app.rest();
  // Two sweeps later nothing has been added: whatever the crash left over would act by then.
  await app.turn({ minutes: 11 });
  expect(
    (await transfersOf(deal)).map(({ amount, destination, metadata, amount_reversed }) => ({
      amount,
      destination,
      collaboration: metadata.collaboration_id,
      amount_reversed,
    })),
  ).toEqual([
    { amount: 10_000, destination: deal.creator.account, collaboration: deal.id, amount_reversed: 0 },
  ]);
  expect(await movementOf(deal)).toMatchObject({ status: "settled", amount_minor: 10_000 });
  expect(await balanceOf(db, accounts.collaborationHeld(deal.id), "USD")).toBe(0);
  expect(await balanceOf(db, accounts.creatorPayable(deal.creator.creator_id), "USD")).toBe(0);
  const creator = required(
    await db.query.users.findFirst({
      where: (table, { eq }) => eq(table.id, deal.creator.user_id),
    }),
    "the creator",
  );
  const emails = await app.mailsTo(creator.email);
  expect(emails.filter(({ text }) => /transferred .+ to your Stripe account/.test(text))).toHaveLength(1);
  const broken = (await runChecks(sql)).filter(({ violations }) => violations.length > 0);
  expect(broken.map(({ name, violations }) => ({ name, violations }))).toEqual([]);
}

test(
  "(a) killed while the approved pay rests, and dead when it comes due",
  async () => {
    const deal = await inReview(7);
    await app.turn({ days: 7, minutes: 1 });
    expect(await read(deal.id)).toMatchObject({ state: "approved", due_kind: "hold" });
    await app.kill();
    await app.turn({ days: 8 });
    expect(await transfersOf(deal)).toEqual([]);
    await app.startAgain();
    await expectPaidOnce(deal);
  },
  TEST_TIMEOUT_MS,
);

test(
  "(a) killed with the transfer intended, before any call reached Stripe",
  async () => {
    const deal = await inReview();
    await fault("drop_before", { match: "POST /v1/transfers" });
    await approve(deal);
    await vi.waitFor(async () => expect((await movementOf(deal))?.key_sent_at).toBeTruthy(), PATIENCE);
    await app.kill();
    expect(await movementOf(deal)).toMatchObject({ status: "pending" });
    expect(await transfersOf(deal)).toEqual([]);
    await fetch(`${app.urls.stripe}/control/faults`, { method: "DELETE" });
    await app.startAgain();
    await app.turn({ minutes: 11 }); // what was asked for again after a pause, or by the sweep
    await expectPaidOnce(deal);
  },
  TEST_TIMEOUT_MS,
);

test(
  "(b) killed twice while the review window sleeps, and dead when it ends",
  async () => {
    const deal = await inReview();
    await app.turn({ days: 3 });
    await app.kill();
    await app.startAgain();
    await app.turn({ days: 2 });
    expect((await read(deal.id)).state).toBe("in_review");
    await app.kill();
    await app.turn({ days: 3 });
    expect((await read(deal.id)).state).toBe("in_review");
    await app.startAgain();
    await vi.waitFor(async () => expect((await read(deal.id)).state).toBe("approved"), PATIENCE);
    await app.turn({ days: 7, minutes: 1 }); // the pay of a first time between two rests
    await expectPaidOnce(deal);
  },
  TEST_TIMEOUT_MS,
);

test(
  "(c) killed while Stripe, which has made the transfer, keeps its answer back",
  async () => {
    const deal = await inReview();
    await fault("webhook_lose", { match: "transfer.*" });
    await fault("timeout", { match: "POST /v1/transfers", times: 1 });
    await approve(deal);
    await vi.waitFor(async () => expect(await transfersOf(deal)).toHaveLength(1), PATIENCE);
    await app.kill();
    expect(await movementOf(deal)).toMatchObject({ status: "pending", stripe_id: null });
    await app.startAgain();
    await expectPaidOnce(deal);
  },
  TEST_TIMEOUT_MS,
);

test(
  "(c) killed with Stripe's answer in hand, before it was committed",
  async () => {
    const deal = await inReview();
    await fault("webhook_lose", { match: "transfer.*" });
    // The answer is kept back just long enough for this test to take the lock that settling needs.
    await fault("delay", { match: "POST /v1/transfers", times: 1, ms: 3_000 });
    await approve(deal);
    await vi.waitFor(async () => expect(await transfersOf(deal)).toHaveLength(1), PATIENCE);
    await sql.begin(async (tx) => {
      await tx`select 1 from collaborations where id = ${deal.id} for update`;
      await vi.waitFor(async () => expect(await waitingForLocks()).toBe(1), PATIENCE);
      await app.kill();
    });
    expect(await movementOf(deal)).toMatchObject({ status: "pending", stripe_id: null });
    expect((await read(deal.id)).state).toBe("approved");
    await app.startAgain();
    await expectPaidOnce(deal);
  },
  TEST_TIMEOUT_MS,
);

test(
  "(c) the same without the answer, and dead for so long that Stripe has forgotten the key: found there, not sent again",
  async () => {
    const deal = await inReview();
    await fault("webhook_lose", { match: "transfer.*" });
    await fault("timeout", { match: "POST /v1/transfers", times: 1 });
    await approve(deal);
    await vi.waitFor(async () => expect(await transfersOf(deal)).toHaveLength(1), PATIENCE);
    await app.kill();
    await app.turn({ days: 2 });
    await app.startAgain();
    await expectPaidOnce(deal);
  },
  TEST_TIMEOUT_MS,
);
