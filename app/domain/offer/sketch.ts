/** An offer that is still being written: kept step by step, seen by nobody but its brand, until all of it can be an offer. */
import { and, desc, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { newId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { offer_sketches } from "@/db/schema/offer";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { draftOffer } from "./draft-offer";
import type { OfferInput } from "./input";
import type { Offer } from "./lock-offer";

/** The form's fields by name, as they were typed: half of them may be missing or wrong. */
export type SketchFields = Record<string, string | string[]>;
export type Sketch = typeof offer_sketches.$inferSelect;

/** The id of the offer that a sketch becomes: who comes back to the sketch, or sends its last step twice, is led on to the offer. */
export function offerIdOf(sketch_id: string): string {
  return sketch_id.replace(/^sketch_/, "offer_");
}

/** Whoever has this many begun is asked to finish or discard one. */
export const MOST_SKETCHES = 20;

/** @returns its id @throws Refusal 403 `brand_role_too_low` · 409 `too_many_sketches` */
export async function startSketch(tx: Tx, actor: BrandActor, fields: SketchFields): Promise<string> {
  requireBrandRight(actor, "edit");
  const begun = await listSketches(tx, actor.brand_id);
  if (begun.length >= MOST_SKETCHES)
    throw new Refusal("too_many_sketches", { status: 409, params: { most: MOST_SKETCHES } });
  const id = newId("sketch");
  await tx.insert(offer_sketches).values({ id, brand_id: actor.brand_id, fields, updated_at: now() });
  return id;
}

/** Two people may write at once: what is saved later joins what was saved before. @throws Refusal 403 · 404 */
export async function changeSketch(
  tx: Tx,
  actor: BrandActor,
  id: string,
  fields: SketchFields,
): Promise<SketchFields> {
  const sketch = await lockSketch(tx, actor, id);
  const joined = { ...sketch.fields, ...fields };
  await tx
    .update(offer_sketches)
    .set({ fields: joined, updated_at: now() })
    .where(eq(offer_sketches.id, sketch.id));
  return joined;
}

/** All of it is there: it becomes a draft that can be paid in. @throws Refusal 403 · 404 · those of `draftOffer` */
export async function finishSketch(
  tx: Tx,
  actor: BrandActor,
  id: string,
  input: OfferInput,
  photo_ids: readonly string[],
): Promise<Offer> {
  await lockSketch(tx, actor, id);
  const offer = await draftOffer(tx, actor, input, photo_ids, offerIdOf(id));
  await tx.delete(offer_sketches).where(eq(offer_sketches.id, id));
  return offer;
}

/** @throws Refusal 403 · 404 */
export async function discardSketch(tx: Tx, actor: BrandActor, id: string): Promise<void> {
  const { id: own } = await lockSketch(tx, actor, id);
  await tx.delete(offer_sketches).where(eq(offer_sketches.id, own));
}

/** @throws Refusal 404 when it does not exist or is another brand's */
export async function readSketch(tx: Queryable, brand_id: string, id: string): Promise<Sketch> {
  const [sketch] = await tx
    .select()
    .from(offer_sketches)
    .where(and(eq(offer_sketches.id, id), eq(offer_sketches.brand_id, brand_id)));
  if (!sketch) throw notFound("offer");
  return sketch;
}

/** Latest first. */
export function listSketches(tx: Queryable, brand_id: string): Promise<Sketch[]> {
  return tx
    .select()
    .from(offer_sketches)
    .where(eq(offer_sketches.brand_id, brand_id))
    .orderBy(desc(offer_sketches.updated_at));
}

async function lockSketch(tx: Tx, actor: BrandActor, id: string): Promise<Sketch> {
  requireBrandRight(actor, "edit");
  const [sketch] = await tx
    .select()
    .from(offer_sketches)
    .where(and(eq(offer_sketches.id, id), eq(offer_sketches.brand_id, actor.brand_id)))
    .for("update");
  if (!sketch) throw notFound("offer");
  return sketch;
}
