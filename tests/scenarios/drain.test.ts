/** A queue of releases drained by two processes of the app, one of them killed half-way: each is paid once, and Stripe is never overrun. */
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sql } from "@/db/client";
import { transact } from "@/db/transact";
import { type ApprovedDeal, approveMany, endHold, makePayees } from "../factories/approved-deals";
import { expectInvariantsHold } from "../factories/collaboration-steps";
import { type AppPair, startAppPair } from "../setup/app-pair";
import { BOOT_TIMEOUT_MS } from "../setup/app-process";
import { testDatabase } from "../setup/database";

const RELEASES = 60;
const PATIENCE = { timeout: 280_000, interval: 50 }; // ms; generous, since a slow machine is no fault

let pair: AppPair;
beforeAll(async () => {
  const { url } = await testDatabase();
  pair = await startAppPair(url, {
    STRIPE_RATE_PER_ENDPOINT: "25",
    STRIPE_RATE: "100",
    SANDBOX_STRIPE_RATE_PER_ENDPOINT: "25",
  });
}, BOOT_TIMEOUT_MS);
afterAll(() => pair?.close());

async function settled(): Promise<number> {
  const [row] = await sql<[{ many: number }]>`
    select count(*)::int as many from money_movements where kind = 'transfer' and status = 'settled'`;
  return row.many;
}

async function transfersOf(deals: readonly ApprovedDeal[]): Promise<string[]> {
  const { hostname, port } = new URL(pair.urls.stripe);
  const stripe = new Stripe("sk_test_sandbox", { host: hostname, port, protocol: "http" });
  const ours = new Set<string>(deals.map(({ id }) => id));
  const paid: string[] = [];
  for await (const { metadata } of stripe.transfers.list({ limit: 100 }))
    if (metadata.collaboration_id && ours.has(metadata.collaboration_id))
      paid.push(metadata.collaboration_id);
  return paid;
}

test("sixty releases that waited for the app go out once each, although one process dies half-way", async () => {
  const payees = await makePayees(pair, 10);
  const deals = await approveMany(pair, payees, RELEASES);
  await pair.killBoth();
  for (const deal of deals) await transact((tx) => endHold(tx, deal));
  expect(await settled()).toBe(0);

  await pair.startAgain();
  await pair.startSecondAgain();
  await vi.waitUntil(async () => (await settled()) >= RELEASES / 2, PATIENCE);
  await pair.kill();
  await pair.startAgain();
  await vi.waitUntil(async () => (await settled()) === RELEASES, PATIENCE);
  await pair.rest();

  const paid = await transfersOf(deals);
  expect(paid).toHaveLength(RELEASES);
  expect(new Set(paid).size).toBe(RELEASES);
  await expectInvariantsHold();
});
