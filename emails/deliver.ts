/**
 * Sends one email, once. The row in `sent_emails` and the key at the mail service guard it from both sides: a second run finds the
 * row marked; a run that died between sending and marking is known to the service by its key.
 */

import { eq } from "drizzle-orm";
import { type CreateEmailOptions, Resend } from "resend";
import type { Notification } from "@/app/domain/notifications/notifications";
import { now } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import type { UserId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { sent_emails } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { loadProps, readReader } from "./load-props";
import { render } from "./render";
import type { TransitionParams, TransitionTemplate } from "./templates/transitions";

export type Delivery = (Notification | { template: TransitionTemplate; params: TransitionParams }) & {
  /** `<outbox id>:<template>:<user id>` */
  key: string;
  user_id: UserId;
};

export type Delivered = "sent" | "sent before" | "nobody to write to" | "no longer awaited";

/**
 * @throws when the email names a deadline and none runs, or when the mail service refused or did not answer; try again later
 */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { key, user_id, template, params } = delivery;
  const reader = await readReader(db, user_id);
  if (!reader) return "nobody to write to";
  const [known] = await db
    .insert(sent_emails)
    .values({
      key,
      template,
      user_id,
      to: reader.email,
      locale: reader.locale,
      collaboration_id: "collaboration_id" in params ? params.collaboration_id : null,
    })
    .onConflictDoUpdate({ target: sent_emails.key, set: { template } })
    .returning({ sent_at: sent_emails.sent_at });
  if (known?.sent_at) return "sent before";

  const props = await transact((tx) => loadProps(tx, reader, template, params));
  if (!props) {
    await db.delete(sent_emails).where(eq(sent_emails.key, key));
    return "no longer awaited";
  }
  const email = await render(template, reader.locale, props);
  const message_id = await send(key, {
    from: env.MAIL_FROM,
    to: reader.email,
    ...email,
    tags: [{ name: "template", value: template }],
  });
  await db.update(sent_emails).set({ sent_at: now(), message_id }).where(eq(sent_emails.key, key));
  return "sent";
}

/** @returns the service's id of the message; null when it had taken the email before and only its answer was lost */
async function send(key: string, email: CreateEmailOptions): Promise<string | null> {
  const { data, error } = await resend().emails.send(email, { idempotencyKey: key });
  // The same key with other content: an earlier run's email is on its way already. Its one-time link is as good as ours.
  if (error?.name === "invalid_idempotent_request") return null;
  if (error) throw new Error(`The mail service answered ${error.name}: ${error.message}`);
  return data.id;
}

let client: { key: string; resend: Resend } | undefined;

function resend(): Resend {
  const key = `${env.RESEND_API_KEY} ${env.RESEND_BASE_URL ?? ""}`;
  if (client?.key !== key)
    client = { key, resend: new Resend(env.RESEND_API_KEY, { baseUrl: env.RESEND_BASE_URL }) };
  return client.resend;
}
