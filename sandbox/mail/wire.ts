/** The part of Resend's HTTP API that sends one email, as the unchanged SDK calls it. */
import { Hono } from "hono";
import type { Faults } from "./faults";
import type { Idempotency } from "./idempotency";
import type { Mailbox } from "./mailbox";
import { readDraft } from "./read-draft";
import { MailRefusal } from "./refusal";

type Parts = {
  mailbox: Mailbox;
  idempotency: Idempotency;
  faults: Faults;
  /** The only key that is accepted; undefined accepts any. */
  api_key: string | undefined;
};

export function makeWire({ mailbox, idempotency, faults, api_key }: Parts): Hono {
  const wire = new Hono();

  wire.use(async (c, next) => {
    const key = /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    if (!key) throw new MailRefusal(401, "missing_api_key", "Missing API key in the authorization header.");
    if (api_key && key !== api_key) throw new MailRefusal(403, "invalid_api_key", "API key is invalid");
    await next();
  });

  wire.post("/", async (c) => {
    const before = faults.take("before_accept");
    if (before) throw before;
    const body = await readJson(c.req.raw);
    const key = c.req.header("idempotency-key");
    const answer = idempotency.once(key, body, () => ({ id: mailbox.accept(readDraft(body)).id }));
    const after = faults.take("after_accept");
    if (after) throw after;
    return c.json(answer);
  });

  wire.all("*", () => {
    throw new MailRefusal(
      405,
      "method_not_allowed",
      "This sandbox emulates sending one email, and nothing else.",
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
