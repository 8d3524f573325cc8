/** Reads one step of the wizard: its words, and its pictures, which are decoded before anything is stored. */
import { z } from "zod";
import type { BrandActor } from "@/app/domain/actor";
import { encodePicture, type Picture, storePicture } from "@/app/domain/asset/store-picture";
import { MAX_PHOTOS } from "@/app/domain/offer/create-offer";
import { refusalText } from "@/app/i18n/refusal-text";
import { getLocale } from "@/app/i18n/server";
import type { FieldErrors } from "@/app/lib/forms/answer";
import { isRefusal, Refusal } from "@/app/lib/refusal";
import { transact } from "@/db/transact";
import type { Typed } from "./fresh-offer";
import { FIELDS, fieldsOfStep, LISTS, type StepName } from "./steps";

/** Longer than anything a step asks for: what goes beyond a field's own limit is kept and said, what goes beyond this is not. */
const TEXT_LENGTH_MAX = 10_000;
const ITEMS_MAX = 40;

const text = z.string().max(TEXT_LENGTH_MAX, "too_long").optional();
const list = z.array(z.string().max(100)).max(ITEMS_MAX).default([]);

const words = Object.fromEntries(
  Object.values(FIELDS)
    .flat()
    .map((name) => [name, LISTS.has(name) ? list : text]),
) as Record<string, typeof text | typeof list>;

/** Every field of every step: which of them one step keeps is for `fieldsOfStep` to say. */
export const stepForm = z.object({
  ...words,
  photos: z.array(z.file()).default([]),
  photo_ids: list,
  product_title: text,
  go: z.enum(["on", "back"]).default("on"),
});

export type StepForm = z.output<typeof stepForm>;

/**
 * @returns what the step's form says, with the ids of new pictures among its own, and what was wrong with them: the words are kept
 * all the same; and whether one wants to go a step back
 */
export async function receiveStep(
  request: Request,
  actor: BrandActor,
  step: StepName,
  form: StepForm,
): Promise<{ fields: Typed; errors: FieldErrors; back: boolean }> {
  const { photos, go, ...typed } = form;
  const back = go === "back";
  const kept = typed.photo_ids;
  try {
    const fresh = await storePictures(actor, photos, MAX_PHOTOS - kept.length, typed.product_title ?? "");
    return {
      fields: fieldsOfStep(step, { ...given(typed), photo_ids: [...kept, ...fresh] }),
      errors: {},
      back,
    };
  } catch (error) {
    if (!isRefusal(error) || error.status === 403) throw error;
    // Said here, in the reader's language: the text needs what the refusal carries (how many, how large).
    const said = refusalText(await getLocale(request), error);
    return { fields: fieldsOfStep(step, given(typed)), errors: { photos: [said] }, back };
  }
}

/** Only fields that were sent. */
function given(typed: Record<string, string | string[] | undefined>): Typed {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** @throws Refusal `too_many_photos` before any is decoded, `picture_…` for one that is none */
async function storePictures(
  actor: BrandActor,
  files: readonly File[],
  free: number,
  alt: string,
): Promise<string[]> {
  if (files.length > free) throw new Refusal("too_many_photos", { params: { max: MAX_PHOTOS } });
  const pictures: Picture[] = [];
  for (const file of files) pictures.push(await encodePicture(new Uint8Array(await file.arrayBuffer())));
  return transact(async (tx) => {
    const ids: string[] = [];
    for (const picture of pictures) ids.push(await storePicture(tx, actor.user_id, picture, alt));
    return ids;
  });
}
