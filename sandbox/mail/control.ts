/** What tests and people may do to the stand-in over JSON. */
import { Hono } from "hono";
import { z } from "zod";
import { type Faults, faultSchema } from "./faults";
import type { Mailbox } from "./mailbox";

const domainSchema = z.object({ name: z.string().min(3), verified: z.boolean() });

/**
 * GET /messages?to=&subject= (newest first), DELETE /messages, POST /faults {status: 429|500|null, times?, after_accept?},
 * POST /domains {name, verified}.
 */
export function makeControl(mailbox: Mailbox, faults: Faults): Hono {
  const control = new Hono();

  control.get("/messages", (c) =>
    c.json(mailbox.find({ to: c.req.query("to"), subject: c.req.query("subject") })),
  );

  control.delete("/messages", (c) => {
    mailbox.empty();
    return c.body(null, 204);
  });

  control.post("/faults", async (c) => {
    const asked = faultSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ error: "Give {status: 429|500|null, times?, after_accept?}." }, 400);
    faults.set(asked.data);
    return c.json(asked.data);
  });

  control.post("/domains", async (c) => {
    const asked = domainSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ error: "Give {name, verified}." }, 400);
    mailbox.setVerified(asked.data.name, asked.data.verified);
    return c.json(asked.data);
  });

  return control;
}
