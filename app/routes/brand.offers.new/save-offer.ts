/** Saving a draft from the wizard: pictures first (decoding takes long and needs no transaction), then the offer with them, at once. */
import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import type { BrandActor } from "@/app/domain/actor";
import { encodePicture, type Picture, storePicture } from "@/app/domain/asset/store-picture";
import { changeDraft, draftOffer, MOST_PHOTOS } from "@/app/domain/offer/draft-offer";
import { zodMessages } from "@/app/i18n/form-messages";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { isRefusal, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { transact } from "@/db/transact";
import { type OfferAnswer, readOffer, typedOf } from "./read-form";

/** @returns the offer's id, or what was typed with what is wrong */
export async function saveOffer(
  request: Request,
  actor: BrandActor,
  offer_id: string | null,
): Promise<{ id: string } | OfferAnswer> {
  const form = request.headers.get("content-type")?.startsWith("multipart/")
    ? await readMultipart(request)
    : await request.formData();
  const typed = typedOf(form);
  const read = readOffer(typed, zodMessages(await getT(request, "errors")));
  try {
    const kept = (typed.photo_ids as string[] | undefined) ?? [];
    const pictures = await encodeAll(form, MOST_PHOTOS - kept.length);
    if ("errors" in read) {
      // A browser does not hand the same files in again: they are kept as pictures while the words are mended.
      const fresh = await transact((tx) => storeAll(tx, actor, pictures, String(typed.product_title ?? "")));
      return { typed: { ...typed, photo_ids: [...kept, ...fresh] }, errors: read.errors };
    }
    const id = await transact(async (tx) => {
      const photo_ids = [...kept, ...(await storeAll(tx, actor, pictures, read.input.product_title))];
      const offer = offer_id
        ? await changeDraft(tx, actor, offer_id, read.input, photo_ids)
        : await draftOffer(tx, actor, read.input, photo_ids);
      return offer.id;
    });
    return { id };
  } catch (error) {
    if (!isRefusal(error) || error.status === 403 || error.status === 404) throw error;
    const name = error.code.startsWith("picture") || error.code.includes("photo") ? "photos" : "form";
    const errors = "errors" in read ? read.errors : {};
    // Said here, in the reader's language: the text needs what the refusal carries (how many, how large).
    return { typed, errors: { ...errors, [name]: [refusalText(await getT(request, "errors"), error)] } };
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
async function encodeAll(form: FormData, room: number): Promise<Picture[]> {
  const files = form
    .getAll("photos")
    .filter((value): value is File => value instanceof File && value.size > 0);
  if (files.length > room) throw new Refusal("too_many_photos", { params: { most: MOST_PHOTOS } });
  const pictures: Picture[] = [];
  for (const file of files) pictures.push(await encodePicture(new Uint8Array(await file.arrayBuffer())));
  return pictures;
}

async function storeAll(
  tx: Tx,
  actor: BrandActor,
  pictures: readonly Picture[],
  alt: string,
): Promise<string[]> {
  const ids: string[] = [];
  for (const picture of pictures) ids.push(await storePicture(tx, actor.user_id, picture, alt));
  return ids;
}
