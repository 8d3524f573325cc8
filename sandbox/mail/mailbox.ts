/** All messages that were sent, kept across restarts. */
import { randomUUID } from "node:crypto";
import type { SandboxClock } from "../frame/clock";
import type { Store } from "../frame/store";
import { addressOf, type Draft, type Message, recipientsOf } from "./message";

export type Search = { to?: string; subject?: string };

export class Mailbox {
  private readonly messages;

  constructor(
    private readonly clock: SandboxClock,
    store: Store,
  ) {
    this.messages = store.collection<Message>("messages");
  }

  accept(draft: Draft): Message {
    const id = randomUUID();
    const domain = addressOf(draft.from).split("@")[1] ?? "";
    const message_id = `<${id}@${domain}>`;
    return this.messages.put(id, { ...draft, id, message_id, created_at: this.clock.now().toISOString() });
  }

  get(id: string): Message | undefined {
    return this.messages.get(id);
  }

  /** Newest first. `to` with an @ is one whole address, otherwise part of one; `subject` is part of one. Case is ignored. */
  find(search: Search = {}): Message[] {
    const subject = search.subject?.toLowerCase() ?? "";
    return this.messages
      .values()
      .reverse()
      .filter(
        (message) => isFor(message, search.to?.trim()) && message.subject.toLowerCase().includes(subject),
      );
  }

  empty(): void {
    for (const { id } of this.messages.values()) this.messages.delete(id);
  }
}

function isFor(message: Message, to: string | undefined): boolean {
  if (!to) return true;
  const wanted = addressOf(to);
  return recipientsOf(message)
    .map(addressOf)
    .some((address) => (wanted.includes("@") ? address === wanted : address.includes(wanted)));
}
