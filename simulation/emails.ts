/** Stands in for the two jobs that write e-mails: counts each letter instead of drawing and sending it. */
import type { OutboxData } from "@/app/domain/outbox/events";
import type { JobEvent } from "./jobs";

export class Emails {
  /** Letters by the event that called for them. */
  readonly written = new Map<string, number>();

  readonly jobs = {
    "notify-sides": async ({ event }: { event: JobEvent }) => this.write(event),
    "send-email": async ({ event }: { event: JobEvent }) => this.write(event),
  };

  private write(event: JobEvent): void {
    const sides =
      event.name === "collaboration/transitioned"
        ? (event.data as OutboxData<"collaboration/transitioned">).notify.length
        : 1;
    if (sides > 0) this.written.set(event.id, sides);
  }
}
