/** Gathers what a letter says: who reads it, the collaboration or offer it is about, and where its button leads. */
import { eq } from "drizzle-orm";
import { issueEmailToken } from "@/app/domain/account/email-token";
import { earnedAtApproval, type HeldCollaboration } from "@/app/domain/ledger/held-funds";
import { now } from "@/app/lib/clock";
import type { Queryable, Tx } from "@/db/client";
import { users } from "@/db/schema/account";
import { brand_members, brands } from "@/db/schema/brand";
import { agreements, collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import { letterOf } from "./catalog";
import { REMINDER_LETTERS } from "./letters/reminders";
import { brandOfferLink, collaborationLink, linkTo, tokenLink } from "./links";
import { eventRow, moveFacts } from "./move-facts";

export type LetterParams = Record<string, string | number>;
export type Reader = Awaited<ReturnType<typeof readerOf>>;

/** Whom a letter goes to; null when the account is gone. */
export async function readerOf(tx: Queryable, user_id: string) {
  const [reader] = await tx
    .select({
      user_id: users.id,
      email: users.email,
      name: users.name,
      role: users.role,
      locale: users.locale,
      // A creator's zone is not known: their deadlines are written in UTC, and say so.
      time_zone: brands.time_zone,
    })
    .from(users)
    .leftJoin(brand_members, eq(brand_members.user_id, users.id))
    .leftJoin(brands, eq(brands.id, brand_members.brand_id))
    .where(eq(users.id, user_id));
  return reader ?? null;
}

/**
 * The props of letter `template` for `reader`. A one-time link is made here, at every writing.
 *
 * @returns null when what the letter would remind of is no longer awaited
 */
export async function factsFor(
  tx: Tx,
  reader: NonNullable<Reader>,
  template: string,
  params: LetterParams,
): Promise<Record<string, unknown> | null> {
  const side = reader.role === "brand" ? ("brand" as const) : ("creator" as const);
  const base = { side, recipient_name: reader.name, time_zone: reader.time_zone ?? "UTC" };
  const { token } = letterOf(template);
  if (token) {
    const secret = await issueEmailToken(tx, { user_id: reader.user_id, kind: token });
    return { ...base, action_url: tokenLink(token, secret) };
  }
  const about = params.collaboration_id
    ? await collaborationFacts(tx, String(params.collaboration_id), reader, side, params)
    : {};
  if (about === null || (Object.hasOwn(REMINDER_LETTERS, template) && !about.due_at)) return null;
  return { action_url: actionUrl(template, side, params), ...base, ...about, ...params };
}

async function collaborationFacts(
  tx: Queryable,
  id: string,
  reader: NonNullable<Reader>,
  side: "brand" | "creator",
  params: LetterParams,
): Promise<Record<string, unknown> | null> {
  const [found] = await tx
    .select({
      row: collaborations,
      brand: brands.name,
      creator: creators.display_name,
      offer: offers,
      terms: agreements.terms,
    })
    .from(collaborations)
    .innerJoin(brands, eq(brands.id, collaborations.brand_id))
    .innerJoin(creators, eq(creators.id, collaborations.creator_id))
    .innerJoin(offers, eq(offers.id, collaborations.offer_id))
    .leftJoin(agreements, eq(agreements.collaboration_id, collaborations.id))
    .where(eq(collaborations.id, id));
  if (!found) return null;
  const { row, offer, terms } = found;
  const whole_minor = row.fee_minor + row.platform_fee_minor + row.reimbursement_cap_minor;
  const event = params.event
    ? await eventRow(tx, { collaboration_id: id, event: String(params.event), at: String(params.at) })
    : null;
  const facts = {
    counterpart_name: side === "brand" ? found.creator : found.brand,
    offer_title: offer.title,
    product_title: offer.product_title,
    fee_minor: row.fee_minor,
    amount_minor: side === "brand" ? whole_minor : row.fee_minor + row.reimbursement_minor,
    reimbursed_minor: row.reimbursement_minor,
    currency: row.currency,
    sample_mode: row.sample_mode,
    due_at: row.due_at?.toISOString() ?? null,
    collaboration_url: collaborationLink(id),
    ...(event
      ? await moveFacts(tx, event, { side, locale: reader.locale, brief: terms?.brief ?? offer.brief })
      : {}),
    ...(event?.event === "settle_transfer" && side === "creator" ? payFacts(event.data, row) : {}),
  };
  return { ...facts, days_left: daysUntil(facts.due_at) };
}

/** What arrived of the pay, and what of it went towards an older debt. */
function payFacts(data: Record<string, unknown>, row: HeldCollaboration) {
  const sent_minor = typeof data.recovered_minor === "number" ? 0 : Number(data.amount_minor);
  return { amount_minor: sent_minor, recovered_minor: earnedAtApproval(row) - sent_minor };
}

function daysUntil(due_at: string | null): number {
  if (!due_at) return 1;
  return Math.max(1, Math.ceil((new Date(due_at).getTime() - now().getTime()) / 86_400_000));
}

function actionUrl(template: string, side: "brand" | "creator", params: LetterParams): string {
  switch (template) {
    case "already_registered":
      return linkTo("sign_in");
    case "password_changed":
      return linkTo("forgotten_password");
    case "transfer_blocked":
    case "payout_failed":
      return linkTo("creator_payouts");
    case "invoices_ready":
      return linkTo("brand_billing");
    case "refund_failed":
      return linkTo("brand_money");
    case "payment_received":
    case "payment_failed":
    case "offer_closed_refund_sent":
    case "charge_disputed":
      return brandOfferLink(String(params.offer_id));
    case "ledger_needs_attention":
      return linkTo("operator_ledger");
    default:
      return linkTo(side === "brand" ? "brand_standing" : "creator_standing");
  }
}
