/** Saving a draft from the wizard: pictures first (decoding takes long and needs no transaction), then the offer with them, at once. */
import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import type { BrandActor } from "@/app/domain/actor";
import { encodePicture, type Picture, storePicture } from "@/app/domain/asset/store-picture";
import { changeDraft, draftOffer } from "@/app/domain/offer/draft-offer";
import { isRefusal } from "@/app/lib/refusal";
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
  const read = readOffer(typed);
  if ("errors" in read) return { typed, errors: read.errors };
  try {
    const pictures = await encodeAll(form);
    const kept = (typed.photo_ids as string[] | undefined) ?? [];
    const id = await transact(async (tx) => {
      const fresh: string[] = [];
      for (const picture of pictures)
        fresh.push(await storePicture(tx, actor.user_id, picture, read.input.product_title));
      const photo_ids = [...kept, ...fresh];
      const offer = offer_id
        ? await changeDraft(tx, actor, offer_id, read.input, photo_ids)
        : await draftOffer(tx, actor, read.input, photo_ids);
      return offer.id;
    });
    return { id };
  } catch (error) {
    if (!isRefusal(error) || error.status === 403 || error.status === 404) throw error;
    const name = error.code.startsWith("picture") || error.code.includes("photo") ? "photos" : "form";
    return { typed, errors: { [name]: [error.code] } };
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

async function encodeAll(form: FormData): Promise<Picture[]> {
  const files = form
    .getAll("photos")
    .filter((value): value is File => value instanceof File && value.size > 0);
  const pictures: Picture[] = [];
  for (const file of files) pictures.push(await encodePicture(new Uint8Array(await file.arrayBuffer())));
  return pictures;
}
