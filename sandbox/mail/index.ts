/** Resend on this machine: the wire the unchanged SDK speaks, and a mailbox a person can read. */
import { Hono } from "hono";
import type { MakeEmulator } from "../frame/emulator";
import { makeControl } from "./control";
import { Faults } from "./faults";
import { Idempotency } from "./idempotency";
import { Mailbox } from "./mailbox";
import { makePages } from "./pages";
import { MailRefusal } from "./refusal";
import { makeWire } from "./wire";

export const makeMail: MakeEmulator = (context) => {
  const { clock, store } = context;
  const mailbox = new Mailbox(clock, store);
  const faults = new Faults(store);
  const idempotency = new Idempotency(clock, store);
  const api_key = context.env.RESEND_API_KEY?.trim() || undefined;
  const mail = new Hono();
  mail.route("/emails", makeWire({ mailbox, idempotency, faults, api_key }));
  mail.route("/control", makeControl(mailbox, faults));
  mail.route("/", makePages({ mailbox, faults, context }));
  mail.onError((error, c) => {
    if (error instanceof MailRefusal) return error.response();
    console.error(`[sandbox] mail: ${c.req.method} ${c.req.path} failed:`, error);
    return new MailRefusal(500, "internal_server_error", "An unexpected error occurred.").response();
  });
  return { name: "mail", fetch: mail.fetch };
};
