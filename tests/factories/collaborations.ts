/** Brings a collaboration to the state that a test is about, through the real commands. */

import { randomBytes } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { type BrandActor, SYSTEM } from "@/app/domain/actor";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { decideSubmission } from "@/app/domain/collaboration/decide-submission";
import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import type { Collaboration } from "@/app/domain/collaboration/lock";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { shipSample } from "@/app/domain/collaboration/ship-sample";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { trackParcel } from "@/app/domain/collaboration/track-parcel";
import type { CollaborationState } from "@/app/domain/collaboration/vocabulary";
import { clockOffset, now, setClockOffset } from "@/app/lib/clock";
import type { CollaborationId, PaymentId, SubmissionId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { collaborations, parcels } from "@/db/schema/collaboration";
import { submissions } from "@/db/schema/verification";
import { transact } from "@/db/transact";
import { makeLook } from "./looks";
import { makeLiveOffer, type OfferRow } from "./offers";
import { makeBrand, makeCreator, type TestCreator } from "./people";

export type Deal = {
  brand: BrandActor;
  creator: TestCreator;
  offer: OfferRow & { payment_id: PaymentId };
  id: CollaborationId;
};

const STEPS = [
  "applied",
  "slot_offered",
  "awaiting_sample",
  "in_transit",
  "creating",
  "verifying",
  "in_review",
] as const satisfies CollaborationState[];
export type Step = (typeof STEPS)[number];

const mark = () => randomBytes(5).toString("hex");

/** A new pair of people and a shipped-sample offer of one slot, walked to `step`. */
export async function dealAt(step: Step, given: Partial<Omit<Deal, "id">> = {}): Promise<Deal> {
  const brand = given.brand ?? (await makeBrand());
  const creator = given.creator ?? (await makeCreator());
  const offer = given.offer ?? (await makeLiveOffer(brand));
  const { id } = await transact((tx) =>
    applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
  );
  const deal = { brand, creator, offer, id };
  await walk(deal, step);
  return deal;
}

async function walk({ brand, creator, id }: Deal, to: Step): Promise<void> {
  const steps: Record<Exclude<Step, "applied">, () => Promise<unknown>> = {
    slot_offered: () =>
      transact((tx) => makeTransition(tx, brand, { collaboration_id: id, event: "offer_slot" })),
    awaiting_sample: () => transact((tx) => acceptSlot(tx, creator, { collaboration_id: id })),
    in_transit: () =>
      transact((tx) =>
        shipSample(tx, brand, {
          collaboration_id: id,
          carrier: "USPS",
          tracking_code: `TEST${mark().toUpperCase()}`,
        }),
      ),
    creating: () => deliver(id),
    verifying: () => submit(creator, id),
    in_review: () => decide(id, "passed"),
  };
  for (const step of STEPS.slice(1, STEPS.indexOf(to) + 1)) await steps[step as Exclude<Step, "applied">]();
}

export async function deliver(id: CollaborationId): Promise<void> {
  const parcel = one(
    await db.select().from(parcels).where(eq(parcels.collaboration_id, id)).orderBy(desc(parcels.id)),
    `a parcel of ${id}`,
  );
  await transact((tx) =>
    trackParcel(tx, {
      tracking_code: parcel.tracking_code,
      carrier: parcel.carrier,
      tracker_id: `trk_${mark()}`,
      status: "delivered",
      at: now(),
      history: [],
    }),
  );
}

export function submit(
  creator: TestCreator,
  id: CollaborationId,
  url = `https://www.youtube.com/watch?v=${mark().padEnd(11, "x")}`,
): Promise<SubmissionId> {
  return transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
}

export async function decide(
  id: CollaborationId,
  verdict: "passed" | "failed" | "undecided",
): Promise<Collaboration | null> {
  const submission = one(
    await db
      .select()
      .from(submissions)
      .where(eq(submissions.collaboration_id, id))
      .orderBy(desc(submissions.round)),
    `a submission of ${id}`,
  );
  // Whoever finds a post good has seen it.
  if (verdict === "passed") await makeLook(submission.id, { presence: "live", created_at: now() });
  return transact((tx) => decideSubmission(tx, SYSTEM, { submission_id: submission.id, verdict }));
}

export async function read(id: CollaborationId): Promise<Collaboration> {
  return one(await db.select().from(collaborations).where(eq(collaborations.id, id)), `collaboration ${id}`);
}

/** Pay leaves, and a holdback is the creator's, only where somebody has seen the post within a day: here the job that looks has. */
export async function seeLive(id: CollaborationId): Promise<void> {
  const { paid_submission_id } = await read(id);
  if (paid_submission_id) await makeLook(paid_submission_id, { presence: "live", created_at: now() });
}

/**
 * Turns business time to the running deadline and lets it pass.
 *
 * @param post `unseen` where nobody looks at the post before its pay leaves
 */
export async function letDeadlinePass(
  id: CollaborationId,
  post: "seen" | "unseen" = "seen",
): Promise<Collaboration | null> {
  const row = await read(id);
  if (!row.due_at) throw new Error(`Collaboration ${id} has no deadline`);
  const ahead_ms = row.due_at.getTime() - now().getTime();
  if (ahead_ms > 0) setClockOffset(clockOffset() + ahead_ms + 1_000);
  if (post === "seen" && (row.due_kind === "hold" || row.due_kind === "monitoring")) await seeLive(id);
  return transact((tx) => expireDeadline(tx, { collaboration_id: id, version: row.version }));
}
