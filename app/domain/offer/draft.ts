/** An offer that is still being written: kept step by step, seen by nobody but its brand, until all of it can be an offer. */

import { and, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { type AssetId, type DraftId, newId, type OfferId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { offer_drafts } from "@/db/schema/offer";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { createOffer } from "./create-offer";
import type { OfferInput } from "./input";
import type { Offer } from "./lock-offer";
import { type Draft, listDrafts } from "./queries/drafts";

/** The form's fields by name, as they were typed: half of them may be missing or wrong. */
export type DraftFields = Record<string, string | string[]>;

/** The id of the offer that a draft becomes: who comes back to the draft, or sends its last step twice, is led on to the offer. */
export function offerIdOf(draft_id: DraftId): OfferId {
  return `offer_${draft_id.slice("draft_".length)}`;
}

/** Whoever has this many begun is asked to finish or discard one. */
export const MAX_DRAFTS = 20;

/** @returns its id @throws Refusal 403 `brand_role_too_low` · 409 `too_many_drafts` */
export async function startDraft(tx: Tx, actor: BrandActor, fields: DraftFields): Promise<DraftId> {
  requireBrandRight(actor, "edit");
  const begun = await listDrafts(tx, actor);
  if (begun.length >= MAX_DRAFTS)
    throw new Refusal("too_many_drafts", { status: 409, params: { max: MAX_DRAFTS } });
  const id = newId("draft");
  await tx.insert(offer_drafts).values({ id, brand_id: actor.brand_id, fields, updated_at: now() });
  return id;
}

/** Two people may write at once: what is saved later joins what was saved before. @throws Refusal 403 · 404 */
export async function updateDraft(
  tx: Tx,
  actor: BrandActor,
  id: DraftId,
  fields: DraftFields,
): Promise<DraftFields> {
  const draft = await lockDraft(tx, actor, id);
  const joined = { ...draft.fields, ...fields };
  await tx
    .update(offer_drafts)
    .set({ fields: joined, updated_at: now() })
    .where(eq(offer_drafts.id, draft.id));
  return joined;
}

/** All of it is there: it becomes a draft that can be paid in. @throws Refusal 403 · 404 · those of `createOffer` */
export async function finishDraft(
  tx: Tx,
  actor: BrandActor,
  id: DraftId,
  input: OfferInput,
  photo_ids: readonly AssetId[],
): Promise<Offer> {
  await lockDraft(tx, actor, id);
  const offer = await createOffer(tx, actor, input, photo_ids, offerIdOf(id));
  await tx.delete(offer_drafts).where(eq(offer_drafts.id, id));
  return offer;
}

/** @throws Refusal 403 · 404 */
export async function discardDraft(tx: Tx, actor: BrandActor, id: DraftId): Promise<void> {
  const { id: own } = await lockDraft(tx, actor, id);
  await tx.delete(offer_drafts).where(eq(offer_drafts.id, own));
}

async function lockDraft(tx: Tx, actor: BrandActor, id: DraftId): Promise<Draft> {
  requireBrandRight(actor, "edit");
  const [draft] = await tx
    .select()
    .from(offer_drafts)
    .where(and(eq(offer_drafts.id, id), eq(offer_drafts.brand_id, actor.brand_id)))
    .for("update");
  if (!draft) throw notFound("offer");
  return draft;
}
