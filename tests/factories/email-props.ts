/** Props to render any email with. A notification without a sample here does not compile. */
import type { Side } from "@/app/domain/collaboration/lifecycle";
import type { NotificationName, NotificationProps } from "@/app/domain/notifications/notifications";
import { type EmailParams, type TemplateName, templateOf } from "@/emails/catalog";
import type { ReaderProps } from "@/emails/content";
import type { EmailProps } from "@/emails/template";
import type { CollaborationProps } from "@/emails/templates/collaboration";

const about = { collaboration_id: "collab_1" } as const;
const money = { amount_minor: 250_000, currency: "JPY" };
const offer = { offer_id: "offer_1", offer_title: "Pour-over kettle in real kitchens" } as const;

export const SAMPLE_PARAMS: { [N in NotificationName]: NotificationProps<N> } = {
  confirm_email: {},
  already_registered: {},
  reset_password: {},
  password_changed: {},
  follow_up_day_1: about,
  follow_up_day_7: about,
  follow_up_3_days_left: about,
  follow_up_1_day_left: about,
  review_reminder_day_3: about,
  review_reminder_day_5: about,
  review_reminder_day_6: about,
  appeal_reminder_first: about,
  appeal_reminder_last: about,
  payment_received: { ...offer, ...money },
  payment_failed: offer,
  offer_closed_refund_sent: { ...offer, ...money },
  refund_failed: money,
  charge_disputed: { offer_id: offer.offer_id, ...money },
  invoices_ready: { month: "2026-11" },
  transfer_blocked: { offer_title: offer.offer_title, reason: "account_missing", ...money },
  payout_failed: { message: "The bank account has been closed.", ...money },
  strike_received: { kind: "ghosted", points: 3, offer_title: offer.offer_title },
  suspended: { until: "2026-03-05T17:00:00.000Z" },
  blacklisted: {},
  strike_appeal_decided: { decision: "lifted", reason: "The parcel was lost." },
  incidents_open: { open: 2 },
};

const BRAND_ONLY = new Set<TemplateName>([
  "payment_received",
  "payment_failed",
  "offer_closed_refund_sent",
  "refund_failed",
  "charge_disputed",
  "invoices_ready",
]);

export function sideOf(name: TemplateName): Side {
  return /_brand$|^review/.test(name) || BRAND_ONLY.has(name) ? "brand" : "creator";
}

export const sampleReader = (side: Side): ReaderProps => ({
  side,
  recipient_name: "Ada & Co <b>",
  time_zone: side === "brand" ? "America/New_York" : "UTC",
  token: "token-1",
});

export const sampleCollaboration = (side: Side): ReaderProps & CollaborationProps => ({
  ...sampleReader(side),
  collaboration_id: "collab_1",
  offer_id: "offer_1",
  counterpart_name: "小林 Studio",
  offer_title: "Pour-over kettle in real kitchens",
  product_title: "Kettle “Nara”, stainless steel, 0.9 l",
  fee_minor: 12_500,
  amount_minor: side === "brand" ? 14_375 : 12_500,
  reimbursed_minor: 0,
  recovered_minor: 0,
  currency: "USD",
  sample_mode: "shipped",
  content_extended: false,
  due_at: "2026-03-05T17:00:00.000Z",
  acted_by: "counterpart",
  decided_on: null,
  reason: "The logo is not readable.\nPlease show it once.",
  clause: "Show the kettle pouring",
  failed_checks: ["The disclosure is missing"],
  tracking: "UPS 1Z999AA10123456784",
  days_left: 4,
});

/** For a test that renders every template by its name. */
export function sampleProps<N extends TemplateName>(name: N): EmailProps<EmailParams[N]> {
  const side = sideOf(name);
  const props: unknown =
    templateOf(name).about === "collaboration"
      ? sampleCollaboration(side)
      : { ...sampleReader(side), ...SAMPLE_PARAMS[name as NotificationName] };
  return props as EmailProps<EmailParams[N]>;
}
