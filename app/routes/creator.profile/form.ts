/** The profile form with its picture. */
import { z } from "zod";
import { encodePicture, type Picture } from "@/app/domain/asset/store-picture";
import { profileSchema } from "@/app/domain/creator/profile";

export const profileForm = profileSchema.extend({ avatar: z.file().optional() });

/** The fields that refusals are about. */
export const PROFILE_FIELD_OF = {
  handle_taken: "handle",
  country_fixed: "country",
  picture_kind: "avatar",
  picture_too_large: "avatar",
  picture_unreadable: "avatar",
};

/** @throws Refusal `picture_kind` · `picture_too_large` · `picture_unreadable` */
export async function readPicture(upload: File | undefined): Promise<Picture | null> {
  return upload ? encodePicture(new Uint8Array(await upload.arrayBuffer())) : null;
}
