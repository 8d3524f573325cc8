/** The bounds of a form, held on its bytes before anything is built of them. */
import { decoded, textOf } from "./well-formed";

const FIELDS_MAX = 300;
const NAME_LENGTH_MAX = 100;
const NAME_DEPTH_MAX = 5;
const INDEX_MAX = 100;
/** Longer than any text that a form asks for; a picture has the limit of its whole form. */
const TEXT_BYTES_MAX = 64 * 1024;

export type FormFault = "ill_formed" | "too_many_fields" | "too_large";

export function faultOfUrlEncoded(bytes: Uint8Array): FormFault | null {
  if (countUpTo(bytes, "&", FIELDS_MAX) >= FIELDS_MAX) return "too_many_fields";
  const form = textOf(bytes);
  if (form === null) return "ill_formed";
  if (form === "") return null;
  for (const field of form.split("&")) {
    const equals = field.indexOf("=");
    const name = equals < 0 ? field : field.slice(0, equals);
    const fault = faultOfField(name.slice(0, 3 * NAME_LENGTH_MAX + 1), field.slice(name.length + 1));
    if (fault) return fault;
  }
  return null;
}

function faultOfField(name: string, value: string): FormFault | null {
  const said = decoded(name.replaceAll("+", " "));
  if (said === null || !isGoodName(said)) return "ill_formed";
  if (value.length > 3 * TEXT_BYTES_MAX) return "too_large";
  return decoded(value) === null ? "ill_formed" : null;
}

/** Short, hardly nested, and with no index that would stretch a list. */
function isGoodName(name: string): boolean {
  if (name.length > NAME_LENGTH_MAX) return false;
  if (name.split(/[.[]/).length - 1 > NAME_DEPTH_MAX) return false;
  return [...name.matchAll(/\[(\d+)/g)].every(([, index]) => Number(index) <= INDEX_MAX);
}

const HEAD_BYTES_MAX = 1_000;

/** Each part has a head that names its field, and either text or a file. */
export function faultOfMultipart(bytes: Uint8Array, content_type: string): FormFault | null {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(content_type);
  const mark = `--${boundary?.[1] ?? boundary?.[2]}`;
  const form = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!boundary || !form.subarray(0, mark.length).equals(Buffer.from(mark))) return "ill_formed";
  if (countUpTo(form, `\r\n${mark}`, FIELDS_MAX + 1) > FIELDS_MAX) return "too_many_fields";
  let at = mark.length;
  while (form.toString("latin1", at, at + 2) !== "--") {
    const next = form.indexOf(`\r\n${mark}`, at);
    if (next < 0) return "ill_formed";
    const fault = faultOfPart(form.subarray(at + 2, next));
    if (fault) return fault;
    at = next + 2 + mark.length;
  }
  return null;
}

function faultOfPart(part: Buffer): FormFault | null {
  const end = part.subarray(0, HEAD_BYTES_MAX).indexOf("\r\n\r\n");
  const head = end < 0 ? null : textOf(part.subarray(0, end));
  const name = head === null ? null : /\bname="([^"]*)"/i.exec(head);
  if (!head || !name || !isGoodName(name[1] ?? "")) return "ill_formed";
  if (/\bfilename\*?=/i.test(head)) return null;
  if (part.length - end > TEXT_BYTES_MAX) return "too_large";
  return textOf(part.subarray(end + 4)) === null ? "ill_formed" : null;
}

/** How often `mark` stands in `bytes`; counting ends at `limit`. */
function countUpTo(bytes: Uint8Array, mark: string, limit: number): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0 && count < limit; at = text.indexOf(mark, at + mark.length))
    count++;
  return count;
}
