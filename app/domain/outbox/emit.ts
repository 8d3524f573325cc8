/** Writes an event in the same transaction as the change that calls for it: both are there, or neither. */
import type { Tx } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { EVENT_SHAPES, type OutboxData, type OutboxName } from "./events";

/** @throws ZodError when `data` has not the shape of `name` (a fault of ours) */
export async function emit<N extends OutboxName>(tx: Tx, name: N, data: OutboxData<N>): Promise<void> {
  await tx.insert(outbox).values({ name, data: EVENT_SHAPES[name].parse(data) as Record<string, unknown> });
}
