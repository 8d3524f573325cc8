/** Files sent along. Resend fetches an attachment given by `path` itself; this stand-in reaches nothing, so it keeps the address. */
import type { Attachment } from "./message";
import { MailRefusal } from "./refusal";

/** Resend's limit for a whole message after base64, in bytes. */
const MAX_BYTES = 40 * 1024 * 1024;

/** @throws MailRefusal 422 for one that is neither content nor path, or when all together are too large */
export function readAttachments(value: unknown): Attachment[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong("The `attachments` field must be an array.");
  const attachments = value.map(readAttachment);
  const bytes = attachments.reduce((sum, { content_base64 }) => sum + content_base64.length, 0);
  if (bytes > MAX_BYTES) throw wrong("The attachments exceed the maximum size of 40MB.");
  return attachments;
}

function readAttachment(value: unknown): Attachment {
  const given = (value ?? {}) as Record<string, unknown>;
  const content = contentOf(given.content);
  const path = typeof given.path === "string" ? given.path : undefined;
  if (content === undefined && !path)
    throw wrong("Attachment must have either a `content` or `path` defined.");
  return {
    filename: typeof given.filename === "string" ? given.filename : (path?.split("/").at(-1) ?? "attachment"),
    content_type: typeof given.content_type === "string" ? given.content_type : "application/octet-stream",
    content_base64: content ?? Buffer.from(path ?? "").toString("base64"),
  };
}

/** Base64 as it is, or a Buffer as JSON writes it. */
function contentOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const bytes = (value as { data?: unknown } | null | undefined)?.data;
  return Array.isArray(bytes) ? Buffer.from(bytes as number[]).toString("base64") : undefined;
}

function wrong(message: string): MailRefusal {
  return new MailRefusal(422, "invalid_attachment", message);
}
