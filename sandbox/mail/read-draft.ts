/** Reads the body of POST /emails as Resend does, with its refusals. */
import { addressOf, type Draft, type Tag } from "./message";
import { MailRefusal } from "./refusal";

const MAX_RECIPIENTS = 50;
/** Parts of Resend's API that Postbond does not use; to ignore them would hide a message that differs from the one sent. */
const NOT_EMULATED = ["attachments", "scheduled_at", "template", "topic_id"];
const ADDRESS = /^[^\s@<>",]+@[^\s@<>",]+\.[^\s@<>",]+$/;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;
const FORMAT =
  "The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.";

/** @throws MailRefusal 422 that names the field, as Resend words it */
export function readDraft(body: unknown): Draft {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new MailRefusal(422, "validation_error", "The request body must be a JSON object.");
  const fields = body as Record<string, unknown>;
  for (const name of NOT_EMULATED)
    if (fields[name] !== undefined)
      throw new MailRefusal(422, "validation_error", `This sandbox does not emulate \`${name}\`.`);
  const from = text(fields, "from");
  if (!from) throw missing("from");
  if (!isMailbox(from)) throw invalid("from");
  const to = mailboxes(fields, "to");
  if (to.length === 0) throw missing("to");
  if (to.length > MAX_RECIPIENTS)
    throw new MailRefusal(
      422,
      "validation_error",
      `Invalid \`to\` field. The maximum number of recipients is ${MAX_RECIPIENTS}.`,
    );
  const subject = text(fields, "subject");
  if (!subject) throw missing("subject");
  const html = text(fields, "html") ?? null;
  const plain = text(fields, "text") ?? null;
  if (!html && !plain) throw new MailRefusal(422, "validation_error", "Missing `html` or `text` field.");
  return {
    from,
    to,
    cc: mailboxes(fields, "cc"),
    bcc: mailboxes(fields, "bcc"),
    reply_to: mailboxes(fields, "reply_to"),
    subject,
    html,
    text: plain,
    headers: readHeaders(fields.headers),
    tags: readTags(fields.tags),
  };
}

function text(fields: Record<string, unknown>, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string")
    throw new MailRefusal(422, "validation_error", `The \`${name}\` field must be a \`string\`.`);
  return value;
}

function mailboxes(fields: Record<string, unknown>, name: string): string[] {
  const value = fields[name] ?? [];
  const list = Array.isArray(value) ? value : [value];
  if (!list.every((mailbox) => typeof mailbox === "string" && isMailbox(mailbox))) throw invalid(name);
  return list as string[];
}

function isMailbox(mailbox: string): boolean {
  return ADDRESS.test(addressOf(mailbox));
}

function readHeaders(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  const pairs = typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : undefined;
  if (!pairs?.every(([, content]) => typeof content === "string"))
    throw new MailRefusal(422, "validation_error", "The `headers` field must be an object of strings.");
  return Object.fromEntries(pairs) as Record<string, string>;
}

function readTags(value: unknown): Tag[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    throw new MailRefusal(422, "validation_error", "The `tags` field must be an array.");
  return value.map((tag: Partial<Tag>) => {
    if (!TAG.test(tag?.name ?? "") || !TAG.test(tag?.value ?? ""))
      throw new MailRefusal(
        422,
        "validation_error",
        "Tags should only contain ASCII letters, numbers, underscores, or dashes.",
      );
    return { name: tag.name as string, value: tag.value as string };
  });
}

function missing(name: string): MailRefusal {
  return new MailRefusal(422, "missing_required_field", `Missing \`${name}\` field.`);
}

function invalid(name: string): MailRefusal {
  return new MailRefusal(422, "validation_error", `Invalid \`${name}\` field. ${FORMAT}`);
}
