/** The profile form with its picture, from the request. */
import { parseWithZod } from "@conform-to/zod/v4";
import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import { encodePicture, type Picture } from "@/app/domain/asset/store-picture";
import { profileSchema } from "@/app/domain/creator/profile";
import { zodMessages } from "@/app/i18n/form-messages";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { isRefusal } from "@/app/lib/refusal";

export async function readProfileForm(request: Request) {
  const t = await getT(request, "errors");
  const form = request.headers.get("content-type")?.startsWith("multipart/")
    ? await readMultipart(request)
    : await request.formData();
  const upload = form.get("avatar");
  form.delete("avatar");
  const submission = parseWithZod(form, { schema: profileSchema, error: zodMessages(t) });
  /** A refusal's words at the field they are about. @throws whatever is no refusal */
  const replyTo = (error: unknown) => {
    if (!isRefusal(error)) throw error;
    const field = FIELD_OF[error.code];
    const text = [refusalText(t, error)];
    return submission.reply(field ? { fieldErrors: { [field]: text } } : { formErrors: text });
  };
  return { submission, replyTo, readPicture: () => readPicture(upload) };
}

const FIELD_OF: Readonly<Record<string, string>> = {
  handle_taken: "handle",
  country_fixed: "country",
  picture_kind: "avatar",
  picture_too_large: "avatar",
  picture_unreadable: "avatar",
};

/** @throws Refusal `picture_kind` · `picture_too_large` · `picture_unreadable` */
async function readPicture(upload: FormDataEntryValue | null): Promise<Picture | null> {
  if (!(upload instanceof File) || upload.size === 0) return null;
  return encodePicture(new Uint8Array(await upload.arrayBuffer()));
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
