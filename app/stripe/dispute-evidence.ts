/**
 * The answer to a card dispute, in the fields that Stripe takes and in English, which the networks read. It says what our records
 * show and nothing else. Stripe's `shipping_*` fields mean goods sent to the cardholder: samples travel to creators, so they stand in
 * the text. Creators' addresses never leave us.
 * Source: https://docs.stripe.com/api/disputes/evidence_object
 */
import type Stripe from "stripe";
import type { CollaborationFacts, DisputeFacts } from "@/app/domain/disputes/evidence-facts";
import { formatMoney } from "@/app/i18n/format";

/** Stripe's limit for one text. */
const MAX_CHARACTERS = 20_000;

export type DisputeEvidence = Pick<
  Stripe.DisputeUpdateParams.Evidence,
  | "customer_name"
  | "customer_email_address"
  | "product_description"
  | "service_date"
  | "access_activity_log"
  | "refund_policy_disclosure"
  | "refund_refusal_explanation"
  | "uncategorized_text"
>;

export function evidenceOf(facts: DisputeFacts): DisputeEvidence {
  const { brand, owner, payment, collaborations } = facts;
  const begun = collaborations[0]?.row.agreed_at ?? payment.paid_at;
  return Object.fromEntries(
    Object.entries({
      customer_name: brand.name,
      customer_email_address: owner?.email,
      product_description: product(facts),
      service_date: begun ? day(begun) : undefined,
      access_activity_log: activity(collaborations),
      refund_policy_disclosure:
        'Shown on the offer\'s page before the payment: "You pay once by card; what no slot claims goes back to the same card when you close. The platform fee is earned only for a proven post."',
      refund_refusal_explanation: refunds(facts),
      uncategorized_text: story(facts),
    }).flatMap(([field, text]) => (text ? [[field, shorten(text)]] : [])),
  );
}

function product({ offer, payment }: DisputeFacts): string {
  return `Sponsored posts by independent creators for "${offer.product_title}", bought on Postbond as the offer "${offer.title}": ${payment.slots} ${payment.slots === 1 ? "post" : "posts"} at ${money(offer.fee_minor, offer.currency)} each plus the platform's fee of ${money(offer.platform_fee_minor, offer.currency)}. The money is set aside when it is paid and goes to a creator after the agreed post was published, verified and approved.`;
}

function refunds({ payment }: DisputeFacts): string {
  const { currency } = payment;
  const rest_minor = payment.amount_minor - payment.claimed_minor - payment.refunded_minor;
  return `Of ${money(payment.amount_minor, currency)} paid, ${money(payment.claimed_minor, currency)} is set aside for, or was paid for, collaborations that both sides agreed to; ${money(payment.refunded_minor, currency)} was refunded to the card or is on its way there; ${money(rest_minor, currency)} is unused and is refunded when the cardholder's organisation closes the offer.`;
}

function activity(collaborations: readonly CollaborationFacts[]): string {
  return collaborations
    .flatMap(({ row, brand_acts }) => brand_acts.map(({ event, at }) => ({ id: row.id, event, at })))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(
      ({ id, event, at }) =>
        `${minute(at)} the cardholder's organisation, signed in: ${plain(event)} (${id})`,
    )
    .join("\n");
}

function story(facts: DisputeFacts): string {
  const { payment, offer, brand, collaborations } = facts;
  const head = [
    `Payment of ${money(payment.amount_minor, payment.currency)} by ${brand.name}${payment.paid_at ? ` on ${minute(payment.paid_at)}` : ""} for the offer "${offer.title}".`,
    `Brief: ${offer.brief.summary}`,
    `Collaborations that rest on this payment: ${collaborations.length}.`,
  ];
  return [...head, ...collaborations.map(chapter)].join("\n\n");
}

function chapter(facts: CollaborationFacts, index: number): string {
  const { row, agreement, submission, creator } = facts;
  return [
    `${index + 1}. ${creator} on ${row.platform}, ${money(row.fee_minor, row.currency)} (${row.id}): ${plain(row.state)}`,
    agreement
      ? `Agreement: accepted by the cardholder's organisation on ${minute(agreement.brand_accepted_at)} and by the creator on ${minute(agreement.creator_accepted_at)}; SHA-256 of the agreed text ${agreement.sha256}.`
      : null,
    ...facts.parcels.map(
      ({ carrier, tracking_code, status, delivered_at }) =>
        `Sample sent by the cardholder's organisation: ${carrier} ${tracking_code}, ${delivered_at ? `delivered on ${minute(delivered_at)}` : plain(status)}.`,
    ),
    submission
      ? `Post: ${submission.canonical_url ?? submission.url}, handed in on ${minute(submission.created_at)}; verification: ${submission.verdict ?? "not decided"}.`
      : null,
    ...looked(facts),
    ...facts.reviews.map(
      ({ decision, reviewer_user_id, created_at }) =>
        `Review on ${minute(created_at)}: ${plain(decision)} ${reviewer_user_id ? "by the cardholder's organisation" : "by its silence until the agreed deadline"}.`,
    ),
    row.paid_at ? `Paid to the creator on ${minute(row.paid_at)}.` : null,
    ...facts.emails.flatMap(({ template, to, sent_at }) =>
      sent_at ? `Email "${plain(template)}" to ${to} on ${minute(sent_at)}.` : [],
    ),
  ]
    .filter((line) => line !== null)
    .join("\n");
}

function looked({ observation }: CollaborationFacts): string[] {
  return (observation?.checks ?? []).map(({ check, verdict, evidence }) => {
    const seen = evidence.map(
      ({ url, fetched_at, sha256 }) => `${url} fetched ${fetched_at}${sha256 ? `, SHA-256 ${sha256}` : ""}`,
    );
    return `Check "${plain(check)}": ${verdict}${seen.length > 0 ? ` (${seen.join("; ")})` : ""}.`;
  });
}

/** A field that is too long is refused whole: its end is given up, and says so. */
function shorten(text: string): string {
  const end = "\n[shortened]";
  return text.length <= MAX_CHARACTERS ? text : text.slice(0, MAX_CHARACTERS - end.length) + end;
}

const money = (minor: number, currency: string) => `${formatMoney(minor, currency, "en")} ${currency}`;
const day = (at: Date) => at.toISOString().slice(0, 10);
const minute = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
const plain = (name: string) => name.replaceAll("_", " ");
