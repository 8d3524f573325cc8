/** What stands on record about a disputed charge: who bought what, and what was done for it, collaboration by collaboration. */

import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import type { BrandId, CollaborationId, PaymentId } from "@/app/lib/ids";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { users } from "@/db/schema/account";
import { brand_members, brands } from "@/db/schema/brand";
import { agreements, collaboration_events, collaborations, parcels } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { disputes } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { sent_emails } from "@/db/schema/outbox";
import { reviews, submissions, verifications } from "@/db/schema/verification";

/** More than a bank reads; Stripe takes 20,000 characters a field. */
const MAX_COLLABORATIONS = 40;

/** The newest of a collaboration; a bank is not helped by the hundredth reminder. */
const MAX_EMAILS = 60;

export type DisputeFacts = Awaited<ReturnType<typeof readDisputeFacts>>;

export type CollaborationFacts = DisputeFacts["collaborations"][number];

/** @throws Refusal 404 */
export async function readDisputeFacts(tx: Queryable, dispute_id: string) {
  const [found] = await tx
    .select({ dispute: disputes, payment: offer_payments, offer: offers, brand: brands })
    .from(disputes)
    .innerJoin(offer_payments, eq(offer_payments.id, disputes.payment_id))
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .innerJoin(brands, eq(brands.id, offer_payments.brand_id))
    .where(eq(disputes.id, dispute_id));
  if (!found) throw notFound("dispute");
  const [owner] = await tx
    .select({ name: users.name, email: users.email })
    .from(brand_members)
    .innerJoin(users, eq(users.id, brand_members.user_id))
    .where(and(eq(brand_members.brand_id, found.brand.id), eq(brand_members.role, "owner")))
    .orderBy(asc(brand_members.created_at))
    .limit(1);
  return { ...found, owner: owner ?? null, collaborations: await collaborationsOf(tx, found.payment.id) };
}

async function collaborationsOf(tx: Queryable, payment_id: PaymentId) {
  const rows = await tx
    .select({ row: collaborations, agreement: agreements, creator: creators.display_name })
    .from(collaborations)
    .innerJoin(creators, eq(creators.id, collaborations.creator_id))
    .leftJoin(agreements, eq(agreements.collaboration_id, collaborations.id))
    .where(eq(collaborations.payment_id, payment_id))
    .orderBy(asc(collaborations.agreed_at), asc(collaborations.id))
    .limit(MAX_COLLABORATIONS);
  return Promise.all(rows.map(async (found) => ({ ...found, ...(await recordOf(tx, found.row)) })));
}

async function recordOf(tx: Queryable, { id, brand_id }: typeof collaborations.$inferSelect) {
  const parcel_rows = await tx
    .select()
    .from(parcels)
    .where(eq(parcels.collaboration_id, id))
    .orderBy(asc(parcels.created_at));
  const [submission] = await tx
    .select()
    .from(submissions)
    .where(eq(submissions.collaboration_id, id))
    .orderBy(desc(submissions.round))
    .limit(1);
  const [observation] = submission
    ? await tx
        .select()
        .from(verifications)
        .where(eq(verifications.submission_id, submission.id))
        .orderBy(desc(verifications.attempt))
        .limit(1)
    : [];
  const review_rows = await tx
    .select()
    .from(reviews)
    .where(eq(reviews.collaboration_id, id))
    .orderBy(asc(reviews.created_at));
  return {
    parcels: parcel_rows,
    submission: submission ?? null,
    observation: observation ?? null,
    reviews: review_rows,
    brand_acts: await brandActs(tx, id),
    emails: await emailsToBrand(tx, id, brand_id),
  };
}

/** What the cardholder's own people did, signed in. */
function brandActs(tx: Queryable, collaboration_id: CollaborationId) {
  return tx
    .select({ event: collaboration_events.event, at: collaboration_events.at })
    .from(collaboration_events)
    .where(
      and(
        eq(collaboration_events.collaboration_id, collaboration_id),
        eq(collaboration_events.actor_kind, "brand"),
      ),
    )
    .orderBy(asc(collaboration_events.id));
}

function emailsToBrand(tx: Queryable, collaboration_id: CollaborationId, brand_id: BrandId) {
  return tx
    .select({ template: sent_emails.template, to: sent_emails.to, sent_at: sent_emails.sent_at })
    .from(sent_emails)
    .innerJoin(brand_members, eq(brand_members.user_id, sent_emails.user_id))
    .where(
      and(
        eq(sent_emails.collaboration_id, collaboration_id),
        eq(brand_members.brand_id, brand_id),
        isNotNull(sent_emails.sent_at),
      ),
    )
    .orderBy(desc(sent_emails.sent_at))
    .limit(MAX_EMAILS);
}
