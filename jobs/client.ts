/**
 * The one Inngest client. `INNGEST_DEV` points it at a development server, `INNGEST_BASE_URL` with its keys at a server of one's own;
 * without them it speaks to Inngest Cloud. The SDK reads these from the environment itself.
 */
import { Inngest } from "inngest";
import { EVENT_SHAPES, type OutboxData, type OutboxName } from "@/app/domain/outbox/events";
import { log } from "@/app/lib/log";

export const inngest = new Inngest({ id: "postbond", logger: log });

/**
 * The data of an event as it reached a job, checked: what stood in a queue for weeks may be older than this code.
 * @throws ZodError, which fails the run visibly instead of acting on half an event
 */
export function dataOf<N extends OutboxName>(name: N, event: { data?: unknown }): OutboxData<N> {
  return EVENT_SHAPES[name].parse(event.data) as OutboxData<N>;
}
