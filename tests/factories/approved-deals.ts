/** Collaborations whose post is approved and whose pay rests: all that is left is that its hold ends. */

import { eq, isNull, sql } from "drizzle-orm";
import { type BrandActor, SYSTEM } from "@/app/domain/actor";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { decideSubmission } from "@/app/domain/collaboration/decide-submission";
import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { now } from "@/app/lib/clock";
import type { CollaborationId, OfferId } from "@/app/lib/ids";
import { settleCheckout } from "@/app/stripe/checkout";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { outbox } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import type { World } from "../setup/world";
import { makeLook } from "./looks";
import { makeWorldCreator, type WorldCreator } from "./onboarded-creators";
import { payCheckout } from "./paid-checkout";
import { makeBrand } from "./people";

export const FEE_MINOR = 10_000;

/** As much at once as two cores can do. */
const OFFERS_AT_ONCE = 3;

/** `version` is what the deadline that will pass was set for. */
export type ApprovedDeal = { id: CollaborationId; version: number };

/** Creators with their accounts at Stripe; each can be paid once per offer. */
export async function makePayees(world: World, many: number): Promise<WorldCreator[]> {
  const payees: WorldCreator[] = [];
  for (let made = 0; made < many; made++) payees.push(await makeWorldCreator(world));
  return payees;
}

/** Offers that are paid in at the sandbox's Stripe, with every slot of them approved for one of `payees`. */
export async function approveMany(
  world: World,
  payees: readonly WorldCreator[],
  many: number,
): Promise<ApprovedDeal[]> {
  const brand = await makeBrand();
  const deals: ApprovedDeal[] = [];
  const sizes = Array.from({ length: Math.ceil(many / payees.length) }, (_, place) =>
    Math.min(payees.length, many - place * payees.length),
  ).values();
  const work = async () => {
    for (const slots of sizes) {
      const offer_id = await payOffer(world, brand, slots);
      for (const creator of payees.slice(0, slots))
        deals.push(await transact((tx) => approveOne(tx, { brand, creator, offer_id })));
    }
  };
  await Promise.all(Array.from({ length: OFFERS_AT_ONCE }, work));
  await world.rest();
  return deals;
}

async function payOffer(world: World, brand: BrandActor, slots: number): Promise<OfferId> {
  const offer = { slots, sample_mode: "none" as const, fee_minor: FEE_MINOR };
  const { offer_id, session_id } = await payCheckout(world, brand, offer);
  await settleCheckout(session_id);
  return offer_id;
}

type Sides = { brand: BrandActor; creator: WorldCreator; offer_id: OfferId };

/** The whole way to an approval by the real commands, in one transaction; its jobs and letters are left out. */
async function approveOne(tx: Tx, { brand, creator, offer_id }: Sides): Promise<ApprovedDeal> {
  const { id } = await applyToOffer(tx, creator, { offer_id, channel_id: creator.channel_id, pitch: "" });
  const collaboration_id = id;
  await makeTransition(tx, brand, { collaboration_id, event: "offer_slot" });
  await acceptSlot(tx, creator, { collaboration_id });
  const post = Math.random().toString(36).slice(2).padEnd(11, "x").slice(0, 11);
  const submission_id = await submitPost(tx, creator, {
    collaboration_id,
    url: `https://www.youtube.com/watch?v=${post}`,
  });
  await makeLook(submission_id, { presence: "live", created_at: now() }, tx);
  await decideSubmission(tx, SYSTEM, { submission_id, verdict: "passed" });
  const { version } = await reviewSubmission(tx, brand, { collaboration_id, decision: "approve" });
  await tx.update(outbox).set({ sent_at: sql`now()` }).where(isNull(outbox.sent_at));
  return { id, version };
}

/** The hold is over this minute, and its release is intended. Not before somebody waits for it: the sweep of a running app would release it too. */
export async function endHold(tx: Tx, { id, version }: ApprovedDeal): Promise<void> {
  await tx
    .update(collaborations)
    .set({ due_at: sql`now() - interval '1 minute'`, hold_until: sql`now() - interval '1 minute'` })
    .where(eq(collaborations.id, id));
  await expireDeadline(tx, { collaboration_id: id, version });
}
