/** An uploaded picture: looked at, re-encoded by us, and kept. What we serve was never written by a stranger. */

import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { type AssetId, newId, type UserId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { assets } from "@/db/schema/asset";

const MAX_BYTES = 10 * 1024 * 1024;
/** A small file can unpack to a huge picture; beyond this many pixels nobody needs it. */
const MAX_PIXELS = 50_000_000;
const LONGEST_SIDE = 1_600;
const ACCEPTED = new Set(["image/jpeg", "image/png", "image/webp", "image/avif", "image/heic"]);

export type Picture = {
  bytes: Buffer;
  content_type: "image/webp";
  width: number;
  height: number;
  sha256: string;
};

/**
 * Decodes, turns upright, shrinks to at most 1,600 pixels a side and encodes as WebP; all metadata (place, camera) is left behind.
 * @throws Refusal `picture_too_large`, `picture_kind`, `picture_unreadable`
 */
export async function encodePicture(upload: Uint8Array): Promise<Picture> {
  if (upload.byteLength > MAX_BYTES)
    throw new Refusal("picture_too_large", { status: 422, params: { max_mb: MAX_BYTES / 1024 / 1024 } });
  const kind = await fileTypeFromBuffer(upload);
  if (!kind || !ACCEPTED.has(kind.mime)) throw new Refusal("picture_kind");
  try {
    const { data, info } = await sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return {
      bytes: data,
      content_type: "image/webp",
      width: info.width,
      height: info.height,
      sha256: createHash("sha256").update(data).digest("hex"),
    };
  } catch {
    throw new Refusal("picture_unreadable");
  }
}

/** @returns the asset's id, under which `/assets/:id` serves it */
export async function storePicture(
  tx: Tx,
  owner_user_id: UserId | null,
  picture: Picture,
  alt = "",
): Promise<AssetId> {
  const id = newId("asset");
  await tx.insert(assets).values({ id, owner_user_id, alt, ...picture });
  return id;
}

export async function readPicture(tx: Queryable, id: AssetId) {
  const [asset] = await tx.select().from(assets).where(eq(assets.id, id));
  return asset ?? null;
}
