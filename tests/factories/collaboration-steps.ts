/** The line walked in the sandbox's world: from an application to a delivered sample, a proven post, and pay. */

import Stripe from "stripe";
import { expect } from "vitest";
import type { BrandActor } from "@/app/domain/actor";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { shipSample } from "@/app/domain/collaboration/ship-sample";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import type { CollaborationId, OfferId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { runChecks } from "@/db/checks";
import { sql } from "@/db/client";
import { transact } from "@/db/transact";
import type { World } from "../setup/world";
import { read } from "./collaborations";
import type { WorldCreator } from "./onboarded-creators";

/** Passes every check of an offer made by the factories. */
export const GOOD_TEXT = "#ad Thanks for having me. #desklamp https://www.amazon.com/dp/B0TESTLAMP";

export type Line = { world: World; brand: BrandActor; creator: WorldCreator; offer: { id: OfferId } };

/** From application to the sample delivered. @returns the collaboration's id */
export async function agreeAndDeliver({ world, brand, creator, offer }: Line): Promise<CollaborationId> {
  const { id } = await transact((tx) =>
    applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
  );
  await transact((tx) => makeTransition(tx, brand, { collaboration_id: id, event: "offer_slot" }));
  await transact((tx) => acceptSlot(tx, creator, { collaboration_id: id }));
  const tracking_code = `TRK${crypto.randomUUID().replaceAll("-", "").slice(0, 12).toUpperCase()}`;
  await transact((tx) => shipSample(tx, brand, { collaboration_id: id, carrier: "USPS", tracking_code }));
  await world.rest();
  await world.control(`${world.urls.carriers}/control/parcels/${tracking_code}`, { status: "delivered" });
  await world.rest();
  return id;
}

/** A post that passes every check, waiting for the brand. @returns the collaboration's id and the post's address */
export async function submitVerifiedPost(line: Line): Promise<{ id: CollaborationId; url: string }> {
  const id = await agreeAndDeliver(line);
  const url = await line.creator.publish(GOOD_TEXT);
  await transact((tx) => submitPost(tx, line.creator, { collaboration_id: id, url }));
  await line.world.rest();
  expect((await read(id)).state).toBe("in_review");
  return { id, url };
}

/** Approved by hand and paid, after the rest of a first time where it is one. */
export async function payForAPost(line: Line): Promise<{ id: CollaborationId; url: string }> {
  const made = await submitVerifiedPost(line);
  await transact((tx) =>
    reviewSubmission(tx, line.brand, { collaboration_id: made.id, decision: "approve" }),
  );
  await line.world.turn({ days: 9 });
  expect((await read(made.id)).state).toBe("monitoring");
  return made;
}

/** Takes a post down and lives on until nobody may put it back any more. */
export async function takeDownForGood({ world }: Line, url: string): Promise<void> {
  const posts = await world.control<Array<{ id: string; url: string }>>(
    `${world.urls.social}/control/posts`,
    undefined,
    "GET",
  );
  const { id } = one(
    posts.filter((post) => post.url === url),
    `the post ${url}`,
  );
  await world.control(`${world.urls.social}/control/posts/${id}`, { state: "deleted" }, "PATCH");
  await world.turn({ days: 5 });
}

/** The unchanged SDK, as an onlooker at the sandbox's Stripe. */
export function stripeOf(world: World): Stripe {
  const { hostname, port } = new URL(world.urls.stripe);
  return new Stripe("sk_test_sandbox", { host: hostname, port, protocol: "http" });
}

/** What transfers had when they were sent: not asked of those that a test lets arrive without sending them. */
export const GATE_CHECK = "13-money-leaves-through-the-gate";

/** Every invariant of the books (but `except`), and Stripe's balance against `stripe:platform`, per currency. */
export async function expectInvariantsHold(world?: World, except?: string): Promise<void> {
  const broken = (await runChecks(sql)).filter(
    ({ name, violations }) => violations.length > 0 && name !== except,
  );
  expect(broken.map(({ name, violations }) => ({ name, violations }))).toEqual([]);
  if (!world) return;
  const { available, pending } = await stripeOf(world).balance.retrieve();
  const at_stripe: Record<string, number> = {};
  for (const { currency, amount } of [...available, ...pending])
    at_stripe[currency.toUpperCase()] = (at_stripe[currency.toUpperCase()] ?? 0) + amount;
  const booked = await sql<Array<{ currency: string; balance_minor: string }>>`
    select currency, balance_minor from ledger_accounts where code = 'stripe:platform'`;
  for (const { currency, balance_minor } of booked) expect(at_stripe[currency]).toBe(Number(balance_minor));
}
