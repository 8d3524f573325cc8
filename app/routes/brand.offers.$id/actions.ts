/** What can be done with an offer from its page. */

import type { BrandActor } from "@/app/domain/actor";
import { inviteCreator } from "@/app/domain/collaboration/invite-creator";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { shortlistApplication } from "@/app/domain/collaboration/shortlist-application";
import { creatorNamed } from "@/app/domain/creator/queries/find-creator";
import { closeOffer } from "@/app/domain/offer/close-offer";
import { pauseOffer, publishOffer, resumeOffer } from "@/app/domain/offer/publish-offer";
import { notFound } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";

/** @throws Refusal of the command · 404 for an intent that no form of the page has */
export async function perform(tx: Tx, actor: BrandActor, offer_id: string, form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  switch (form.get("intent")) {
    case "offer_slot":
    case "decline_application":
      await makeTransition(tx, actor, {
        collaboration_id: text("collaboration_id"),
        event: form.get("intent") as "offer_slot",
        expected_version: Number(text("version")),
      });
      return;
    case "shortlist":
    case "take_off_shortlist":
      await shortlistApplication(tx, actor, {
        collaboration_id: text("collaboration_id"),
        shortlisted: form.get("intent") === "shortlist",
      });
      return;
    case "invite":
      await inviteCreator(tx, actor, {
        offer_id,
        creator_id: await creatorNamed(tx, text("handle")),
        message: text("message").slice(0, 1_000),
      });
      return;
    case "publish":
      await publishOffer(tx, actor, offer_id);
      return;
    case "pause":
      await pauseOffer(tx, actor, offer_id);
      return;
    case "resume":
      await resumeOffer(tx, actor, offer_id);
      return;
    case "close":
      await closeOffer(tx, actor, offer_id);
      return;
    default:
      throw notFound("form");
  }
}
