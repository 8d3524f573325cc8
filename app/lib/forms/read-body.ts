/** The body of a request as a form. The server has refused by then what is too large, too deep or ill-formed. */
import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import { Refusal } from "@/app/lib/refusal";

/** A request without a form counts as an empty one: some buttons send nothing. @throws Refusal 400 `form_unreadable` */
export async function readBody(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  try {
    if (type.startsWith("multipart/form-data")) return await readMultipart(request);
    if (type.startsWith("application/x-www-form-urlencoded")) return await request.formData();
  } catch {
    throw new Refusal("form_unreadable", { status: 400 });
  }
  return new FormData();
}

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
