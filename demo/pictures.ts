/** The pictures of the demo market: WebP files as `encodePicture` writes them, so that they are kept without encoding them again. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import type { Picture } from "@/app/domain/asset/store-picture";

/** @param name of a file in pictures/, such as `brands/northfold` */
export async function readPictureFile(name: string): Promise<Picture> {
  const bytes = await readFile(new URL(`./pictures/${name}.webp`, import.meta.url));
  const { width, height } = await sharp(bytes).metadata();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, content_type: "image/webp", width, height, sha256 };
}
