/**
 * Controls for tests and people, as JSON: GET /messages?to=&subject= (newest first), DELETE /messages,
 * POST /faults {status: 429|500|null, times?, after_accept?}.
 */
import { Hono } from "hono";
import { type Faults, faultSchema } from "./faults";
import type { Mailbox } from "./mailbox";

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

  return control;
}
