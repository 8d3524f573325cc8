/** Reads one step of the wizard: its words, and its pictures, which are decoded before anything is stored. */
import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import type { BrandActor } from "@/app/domain/actor";
import { encodePicture, type Picture, storePicture } from "@/app/domain/asset/store-picture";
import { MAX_PHOTOS } from "@/app/domain/offer/create-offer";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { isRefusal, Refusal } from "@/app/lib/refusal";
import { transact } from "@/db/transact";
import { type Typed, typedOf } from "./read-form";
import { fieldsOfStep, type StepName } from "./steps";

/**
 * @returns what the step's form says, with the ids of new pictures among its own, and what was wrong with them: the words are kept
 * all the same; and whether one wants to go a step back
 */
export async function receiveStep(
  request: Request,
  actor: BrandActor,
  step: StepName,
): Promise<{ fields: Typed; findings: Record<string, string[]>; back: boolean }> {
  const form = request.headers.get("content-type")?.startsWith("multipart/")
    ? await readMultipart(request)
    : await request.formData();
  const typed = typedOf(form);
  const back = form.get("go") === "back";
  const kept = (typed.photo_ids as string[] | undefined) ?? [];
  try {
    const fresh = await storePictures(
      actor,
      form,
      MAX_PHOTOS - kept.length,
      String(typed.product_title ?? ""),
    );
    return { fields: fieldsOfStep(step, { ...typed, photo_ids: [...kept, ...fresh] }), findings: {}, back };
  } catch (error) {
    if (!isRefusal(error) || error.status === 403) throw error;
    // Said here, in the reader's language: the text needs what the refusal carries (how many, how large).
    const said = refusalText(await getT(request, "errors"), error);
    return { fields: fieldsOfStep(step, typed), findings: { photos: [said] }, back };
  }
}

/** Files stay in memory: the server has already refused a body above its limit. */
function readMultipart(request: Request): Promise<FormData> {
  return parseMultipart(request, async ({ data, filename, contentType }) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of data) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    return filename === undefined
      ? bytes.toString("utf8")
      : new File([bytes], filename, { type: contentType });
  });
}

/** @throws Refusal `too_many_photos` before any is decoded, `picture_…` for one that is none */
async function storePictures(
  actor: BrandActor,
  form: FormData,
  room: number,
  alt: string,
): Promise<string[]> {
  const files = form
    .getAll("photos")
    .filter((value): value is File => value instanceof File && value.size > 0);
  if (files.length > room) throw new Refusal("too_many_photos", { params: { max: MAX_PHOTOS } });
  const pictures: Picture[] = [];
  for (const file of files) pictures.push(await encodePicture(new Uint8Array(await file.arrayBuffer())));
  return transact(async (tx) => {
    const ids: string[] = [];
    for (const picture of pictures) ids.push(await storePicture(tx, actor.user_id, picture, alt));
    return ids;
  });
}
