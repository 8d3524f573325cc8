/** Resend's HTTP API as the unchanged SDK speaks it: send, batch, retrieve, list, reschedule, cancel. */
import { Hono } from "hono";
import type { SandboxClock } from "../frame/clock";
import type { Faults } from "./faults";
import type { Idempotency } from "./idempotency";
import type { Mailbox } from "./mailbox";
import type { Message } from "./message";
import { readDraft } from "./read-draft";
import { MailRefusal } from "./refusal";
import { readInstant } from "./schedule";

const MAX_BATCH = 100;
const MAX_PAGE = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Parts = {
  mailbox: Mailbox;
  idempotency: Idempotency;
  faults: Faults;
  clock: SandboxClock;
  /** The one key that is taken; any key is when undefined. */
  api_key: string | undefined;
};

export function makeWire({ mailbox, idempotency, faults, clock, api_key }: Parts): Hono {
  const wire = new Hono();

  wire.use(async (c, next) => {
    const key = /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    if (!key) throw new MailRefusal(401, "missing_api_key", "Missing API key in the authorization header.");
    if (api_key && key !== api_key) throw new MailRefusal(403, "invalid_api_key", "API key is invalid");
    await next();
  });

  const send = async <T>(request: Request, path: string, accept: (body: unknown) => T): Promise<T> => {
    const before = faults.take("before_accept");
    if (before) throw before;
    const body = await readJson(request);
    const key = request.headers.get("idempotency-key") ?? undefined;
    const answer = idempotency.once(key, path, body, () => accept(body));
    const after = faults.take("after_accept");
    if (after) throw after;
    return answer;
  };

  wire.post("/", async (c) =>
    c.json(
      await send(c.req.raw, "/emails", (body) => ({ id: mailbox.accept(readDraft(body, clock.now())).id })),
    ),
  );

  wire.post("/batch", async (c) => {
    const permissive = c.req.header("x-batch-validation") === "permissive";
    return c.json(
      await send(c.req.raw, "/emails/batch", (body) => acceptBatch(mailbox, body, clock.now(), permissive)),
    );
  });

  wire.get("/", (c) => c.json(listOf(mailbox, c.req.query())));
  wire.get("/:id", (c) => c.json(wireShape(messageOf(mailbox, c.req.param("id")))));

  wire.patch("/:id", async (c) => {
    const { scheduled_at } = (await readJson(c.req.raw)) as { scheduled_at?: string };
    const at = readInstant(scheduled_at, clock.now());
    if (!at) throw new MailRefusal(422, "missing_required_field", "Missing `scheduled_at` field.");
    const { id } = mailbox.reschedule(messageOf(mailbox, c.req.param("id")).id, at);
    return c.json({ object: "email", id });
  });

  wire.post("/:id/cancel", (c) => {
    const { id } = mailbox.cancel(messageOf(mailbox, c.req.param("id")).id);
    return c.json({ object: "email", id });
  });

  wire.all("*", () => {
    throw new MailRefusal(
      405,
      "method_not_allowed",
      "This endpoint does not support the specified HTTP method.",
    );
  });
  return wire;
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new MailRefusal(422, "validation_error", "The request body is not valid JSON.");
  }
}

/** Strict: one wrong message and none is sent. Permissive: the others are, and the wrong ones are named by index. */
function acceptBatch(mailbox: Mailbox, body: unknown, now: Date, permissive: boolean) {
  if (!Array.isArray(body) || body.length === 0 || body.length > MAX_BATCH)
    throw new MailRefusal(422, "validation_error", `Send between 1 and ${MAX_BATCH} emails in a batch.`);
  const errors: Array<{ index: number; message: string }> = [];
  const drafts = body.flatMap((one, index) => {
    try {
      return [readBatched(one, now)];
    } catch (error) {
      if (!permissive || !(error instanceof MailRefusal)) throw error;
      errors.push({ index, message: error.message });
      return [];
    }
  });
  const data = drafts.map((draft) => ({ id: mailbox.accept(draft).id }));
  return permissive ? { data, errors } : { data };
}

function readBatched(one: unknown, now: Date) {
  const draft = readDraft(one, now);
  if (draft.attachments.length > 0)
    throw new MailRefusal(422, "validation_error", "The `attachments` field is not supported in a batch.");
  return draft;
}

function messageOf(mailbox: Mailbox, id: string): Message {
  if (!UUID.test(id)) throw new MailRefusal(422, "validation_error", "The `id` must be a valid UUID.");
  const message = mailbox.get(id);
  if (!message) throw new MailRefusal(404, "not_found", "Email not found");
  return message;
}

function listOf(mailbox: Mailbox, query: Record<string, string>) {
  const limit = Math.min(Math.max(Number(query.limit) || 20, 1), MAX_PAGE);
  const all = mailbox.find();
  const start = query.after ? all.findIndex(({ id }) => id === query.after) + 1 : 0;
  const page = all.slice(start, start + limit).map(summary);
  return { object: "list", has_more: start + limit < all.length, data: page };
}

function summary(message: Message) {
  const { html: _html, text: _text, object: _object, tags: _tags, ...rest } = wireShape(message);
  return rest;
}

/** As `GetEmailResponseSuccess` of the SDK has it: empty lists are null. */
function wireShape(message: Message) {
  const { headers: _headers, attachments: _attachments, ...sent } = message;
  const orNull = (list: string[]) => (list.length ? list : null);
  return {
    object: "email" as const,
    ...sent,
    cc: orNull(sent.cc),
    bcc: orNull(sent.bcc),
    reply_to: orNull(sent.reply_to),
  };
}
