/** What the forms of an offer's page ask for, and what each does. */

import { z } from "zod";
import type { BrandActor } from "@/app/domain/actor";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { inviteCreator } from "@/app/domain/collaboration/invite-creator";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { shortlistApplication } from "@/app/domain/collaboration/shortlist-application";
import { creatorNamed } from "@/app/domain/creator/queries/find-creator";
import { slotsSchema } from "@/app/domain/offer/input";
import { pauseOffer, publishOffer, resumeOffer } from "@/app/domain/offer/publish-offer";
import { idSchema, type OfferId } from "@/app/lib/ids";

import type { Tx } from "@/db/client";

const collaboration_id = idSchema("collab");

/** Whatever leads to Stripe or asks it first; see the route. */
const paySchema = z.object({ intent: z.literal("pay") });
const topUpSchema = z.object({ intent: z.literal("top_up"), slots: slotsSchema });
const cancelPaymentSchema = z.object({ intent: z.literal("cancel_payment") });

const answerSchema = z.object({
  intent: z.enum(["offer_slot", "decline_application"]),
  collaboration_id,
  version: z.number().int().positive(),
});
const shortlistSchema = z.object({ intent: z.enum(["shortlist", "take_off_shortlist"]), collaboration_id });
const inviteSchema = z.object({
  intent: z.literal("invite"),
  handle: z.string({ error: "required" }).trim().max(100, "too_long"),
  message: z.string().trim().max(1_000, "too_long").default(""),
});
const statusSchema = z.object({ intent: z.enum(["publish", "pause", "resume", "close"]) });

export const OFFER_FORMS = [
  paySchema,
  topUpSchema,
  cancelPaymentSchema,
  answerSchema,
  shortlistSchema,
  inviteSchema,
  statusSchema,
] as const;

export type OfferForm = z.output<(typeof OFFER_FORMS)[number]>;
type AtStripe = { intent: "pay" | "top_up" | "cancel_payment" };

const STATUS = { publish: publishOffer, pause: pauseOffer, resume: resumeOffer, close: closeOffer };

/** @throws Refusal of the command */
export async function perform(
  tx: Tx,
  actor: BrandActor,
  offer_id: OfferId,
  form: Exclude<OfferForm, AtStripe>,
): Promise<void> {
  switch (form.intent) {
    case "offer_slot":
    case "decline_application":
      await makeTransition(tx, actor, {
        collaboration_id: form.collaboration_id,
        event: form.intent,
        expected_version: form.version,
      });
      return;
    case "shortlist":
    case "take_off_shortlist":
      await shortlistApplication(tx, actor, {
        collaboration_id: form.collaboration_id,
        shortlisted: form.intent === "shortlist",
      });
      return;
    case "invite":
      await inviteCreator(tx, actor, {
        offer_id,
        creator_id: await creatorNamed(tx, form.handle),
        message: form.message,
      });
      return;
    default:
      await STATUS[form.intent](tx, actor, offer_id);
  }
}
