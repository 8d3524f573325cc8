/** The offers a brand is still writing. */

import { and, desc, eq } from "drizzle-orm";
import type { DraftId } from "@/app/lib/ids";
import { pick } from "@/app/lib/pick";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { offer_drafts } from "@/db/schema/offer";
import type { OfBrand } from "../../actor";

const DRAFT = pick(offer_drafts, ["id", "fields", "updated_at"]);

export type Draft = Pick<typeof offer_drafts.$inferSelect, keyof typeof DRAFT>;

/** @throws Refusal 404 when it does not exist or is another brand's */
export async function readDraft(tx: Queryable, { brand_id }: OfBrand, id: DraftId): Promise<Draft> {
  const [draft] = await tx
    .select(DRAFT)
    .from(offer_drafts)
    .where(and(eq(offer_drafts.id, id), eq(offer_drafts.brand_id, brand_id)));
  if (!draft) throw notFound("offer");
  return draft;
}

/** Latest first. */
export function listDrafts(tx: Queryable, { brand_id }: OfBrand): Promise<Draft[]> {
  return tx
    .select(DRAFT)
    .from(offer_drafts)
    .where(eq(offer_drafts.brand_id, brand_id))
    .orderBy(desc(offer_drafts.updated_at));
}
