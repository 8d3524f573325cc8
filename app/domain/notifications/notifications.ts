/**
 * Every notification that the domain asks for by name, with what it says. The outbox, `notify` and the email templates are typed over
 * this map: a wrong name or a missing prop does not compile. (What a collaboration's transition says follows from its event; see
 * `emails/select-template.ts`.)
 */

import { z } from "zod";
import { idSchema } from "@/app/lib/ids";
import { STRIKE_KINDS } from "../standing/vocabulary";

const nothing = z.strictObject({});
const money = z.object({ amount_minor: z.int(), currency: z.string().length(3) });
const offer = z.object({ offer_id: idSchema("offer"), offer_title: z.string() });
/** Everything else that a reminder says is read when it is written. */
const reminder = z.object({ collaboration_id: idSchema("collab") });

export const NOTIFICATIONS = {
  confirm_email: nothing,
  already_registered: nothing,
  reset_password: nothing,
  password_changed: nothing,

  follow_up_day_1: reminder,
  follow_up_day_7: reminder,
  follow_up_3_days_left: reminder,
  follow_up_1_day_left: reminder,
  review_reminder_day_3: reminder,
  review_reminder_day_5: reminder,
  review_reminder_day_6: reminder,
  appeal_reminder_first: reminder,
  appeal_reminder_last: reminder,

  payment_received: offer.extend(money.shape),
  payment_failed: offer,
  offer_closed_refund_sent: offer.extend(money.shape),
  refund_failed: money,
  charge_disputed: money.extend({ offer_id: idSchema("offer") }),
  /** `month` is `2026-11`, in the brand's own calendar. */
  invoices_ready: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
  transfer_blocked: money.extend({
    offer_title: z.string(),
    reason: z.enum(["account_missing", "account_restricted"]),
    collaboration_id: idSchema("collab").optional(),
  }),
  /** `message` is the bank's, in Stripe's words; often empty. */
  payout_failed: money.extend({ message: z.string() }),

  /** `reason` is an operator's, who recorded the strike by hand. */
  strike_received: z.object({
    kind: z.enum(STRIKE_KINDS),
    points: z.int().min(1),
    collaboration_id: idSchema("collab").optional(),
    offer_title: z.string().optional(),
    reason: z.string().optional(),
  }),
  suspended: z.object({ until: z.iso.datetime() }),
  blacklisted: nothing,
  strike_appeal_decided: z.object({ decision: z.enum(["lifted", "kept"]), reason: z.string() }),

  /** To operators; `open` counts the incidents that wait for one. */
  incidents_open: z.object({ open: z.int().min(1) }),
} as const satisfies Record<string, z.ZodObject>;

export type NotificationName = keyof typeof NOTIFICATIONS;
export type NotificationProps<N extends NotificationName> = z.infer<(typeof NOTIFICATIONS)[N]>;

/** One name with exactly its own props. */
export type Notification = {
  [N in NotificationName]: { template: N; params: NotificationProps<N> };
}[NotificationName];
