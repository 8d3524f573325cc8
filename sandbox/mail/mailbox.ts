/** All messages there are, kept across restarts; what is scheduled goes out on the sandbox's clock. */
import { randomUUID } from "node:crypto";
import type { SandboxClock } from "../frame/clock";
import type { Store } from "../frame/store";
import { addressOf, type Draft, type LastEvent, type Message, recipientsOf } from "./message";
import { MailRefusal } from "./refusal";

export type Search = { to?: string; subject?: string };

/** Resend's test inboxes, which answer in a known way; a label after `+` is allowed. */
const TEST_INBOX = /^(bounced|complained|suppressed)(\+[^@]*)?@resend\.dev$/;

export class Mailbox {
  private readonly messages;
  private readonly unverified;

  constructor(
    private readonly clock: SandboxClock,
    store: Store,
  ) {
    this.messages = store.collection<Message>("messages");
    this.unverified = store.collection<true>("unverified_domains");
    for (const message of this.messages.values()) this.arm(message);
  }

  /** Takes a message in. @throws MailRefusal 403 when its sender's domain is not verified */
  accept(draft: Draft): Message {
    const domain = addressOf(draft.from).split("@")[1] ?? "";
    if (this.unverified.get(domain))
      throw new MailRefusal(
        403,
        "validation_error",
        `The ${domain} domain is not verified. Please, add and verify your domain on https://resend.com/domains`,
      );
    const id = randomUUID();
    const created_at = this.clock.now().toISOString();
    const waits = draft.scheduled_at !== null && draft.scheduled_at > created_at;
    const message: Message = {
      ...draft,
      id,
      message_id: `<${id}@${domain}>`,
      created_at,
      last_event: waits ? "scheduled" : outcomeFor(draft),
    };
    this.messages.put(id, message);
    this.arm(message);
    return message;
  }

  get(id: string): Message | undefined {
    return this.messages.get(id);
  }

  /** Newest first. `to` with an @ is one whole address, else a part of one; `subject` a part, both in any case. */
  find(search: Search = {}): Message[] {
    const subject = search.subject?.toLowerCase() ?? "";
    return this.messages
      .values()
      .reverse()
      .filter(
        (message) => isFor(message, search.to?.trim()) && message.subject.toLowerCase().includes(subject),
      );
  }

  /** Plans a scheduled message anew. @throws MailRefusal when it has gone out already */
  reschedule(id: string, scheduled_at: Date): Message {
    const message = { ...this.waiting(id), scheduled_at: scheduled_at.toISOString() };
    this.arm(this.messages.put(id, message));
    return message;
  }

  /** @throws MailRefusal when it has gone out already */
  cancel(id: string): Message {
    return this.messages.put(id, { ...this.waiting(id), last_event: "canceled" });
  }

  empty(): void {
    for (const { id } of this.messages.values()) this.messages.delete(id);
  }

  setVerified(domain: string, verified: boolean): void {
    if (verified) this.unverified.delete(domain.toLowerCase());
    else this.unverified.put(domain.toLowerCase(), true);
  }

  private waiting(id: string): Message {
    const message = this.messages.get(id);
    if (!message) throw new MailRefusal(404, "not_found", "Email not found");
    if (message.last_event !== "scheduled")
      throw new MailRefusal(422, "validation_error", "Only a scheduled email can be changed.");
    return message;
  }

  private arm(message: Message): void {
    const { id, scheduled_at } = message;
    if (message.last_event !== "scheduled" || !scheduled_at) return;
    const send = () => {
      const present = this.messages.get(id);
      if (present?.last_event !== "scheduled" || present.scheduled_at !== scheduled_at) return;
      this.messages.put(id, { ...present, last_event: outcomeFor(present) });
    };
    this.clock.at(new Date(scheduled_at), send, `e-mail "${message.subject}"`);
  }
}

function outcomeFor(draft: Draft): LastEvent {
  const inbox = recipientsOf(draft)
    .map((mailbox) => TEST_INBOX.exec(addressOf(mailbox))?.[1])
    .find(Boolean);
  return (inbox as LastEvent | undefined) ?? "delivered";
}

function isFor(message: Message, to: string | undefined): boolean {
  if (!to) return true;
  const wanted = addressOf(to);
  return recipientsOf(message)
    .map(addressOf)
    .some((address) => (wanted.includes("@") ? address === wanted : address.includes(wanted)));
}
