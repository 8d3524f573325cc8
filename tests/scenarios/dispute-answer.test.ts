/** A card dispute is answered: what the records show is put ready at Stripe by itself, and an operator sends it, once. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { one, required } from "@/app/lib/one";
import { sendAnswer } from "@/app/stripe/answer-dispute";
import { db } from "@/db/client";
import { creator_addresses } from "@/db/schema/creator";
import { disputes } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { expectInvariantsHold, payForAPost, stripeOf } from "../factories/collaboration-steps";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
});
afterAll(() => world.close());

test("what was delivered is put ready at Stripe when a dispute opens, sent by an operator, and sent only once", async () => {
  const brand = await makeBrand();
  const creator = await makeWorldCreator(world);
  const offer = await buyOffer(world, brand, { slots: 2 });
  const { id, url } = await payForAPost({ world, brand, creator, offer });
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, offer.payment_id)),
    "the payment",
  );
  const { id: dispute_id } = await world.control<{ id: string }>(`${world.urls.stripe}/control/disputes`, {
    charge: payment.charge_id,
  });
  await world.rest();

  const staged = await stripeOf(world).disputes.retrieve(dispute_id);
  expect(staged).toMatchObject({
    status: "needs_response",
    evidence_details: { has_evidence: true, submission_count: 0 },
  });
  const { uncategorized_text: story, access_activity_log: acts } = staged.evidence;
  expect(story).toContain(id);
  expect(story).toContain(url);
  expect(story).toMatch(/SHA-256 of the agreed text [0-9a-f]{64}/);
  expect(story).toMatch(/Sample sent by the cardholder's organisation: .+ delivered on/);
  expect(story).toContain("verification: passed");
  expect(story).toContain("Review on");
  expect(acts).toMatch(/signed in: approve/);
  const address = one(
    await db.select().from(creator_addresses).where(eq(creator_addresses.creator_id, creator.creator_id)),
    "the address",
  );
  expect(JSON.stringify(staged.evidence)).not.toContain(address.line1);

  const operator = await makeOperator();
  await sendAnswer(operator, dispute_id);
  await world.rest();
  expect(await stripeOf(world).disputes.retrieve(dispute_id)).toMatchObject({
    status: "under_review",
    evidence_details: { submission_count: 1 },
    metadata: { answered_by: operator.user_id },
  });
  const [row] = await db.select().from(disputes).where(eq(disputes.id, dispute_id));
  expect(row).toMatchObject({ status: "open", stripe_status: "under_review" });
  expect(required(row, "the row").evidence_sent_at).not.toBeNull();

  await expect(sendAnswer(operator, dispute_id)).rejects.toMatchObject({
    code: "answer_not_awaited",
    status: 409,
  });
  expect((await stripeOf(world).disputes.retrieve(dispute_id)).evidence_details.submission_count).toBe(1);
  await expect(sendAnswer(operator, "du_nobody")).rejects.toMatchObject({ status: 404 });
  await expectInvariantsHold(world);
});
