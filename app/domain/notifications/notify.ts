/** Asks for an email to each recipient, in the transaction that it is about. */
import type { Tx } from "@/db/client";
import { emit } from "../outbox/emit";
import type { Notification } from "./notifications";
import { type Party, recipientsOf, type Topic } from "./recipients";

export async function notify(tx: Tx, party: Party, topic: Topic, notification: Notification): Promise<void> {
  for (const user_id of await recipientsOf(tx, party, topic))
    await emit(tx, "email/requested", { ...notification, user_id });
}
