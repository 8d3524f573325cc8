/** Reads what an email is written from: its reader, and the collaboration that it is about. */

import { eq } from "drizzle-orm";
import { issueEmailToken } from "@/app/domain/account/email-token";
import type { Locale } from "@/app/i18n/locales";
import { DAY_MS, now } from "@/app/lib/clock";
import type { CollaborationId, UserId } from "@/app/lib/ids";
import type { Queryable, Tx } from "@/db/client";
import { users } from "@/db/schema/account";
import { brand_members, brands } from "@/db/schema/brand";
import { agreements, collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import { type EmailParams, type TemplateName, templateOf } from "./catalog";
import type { ReaderProps } from "./content";
import { loadTransitionProps } from "./load-transition-props";
import type { EmailProps } from "./template";
import type { CollaborationProps } from "./templates/collaboration";

export type Reader = { user_id: UserId; email: string; locale: Locale; props: Omit<ReaderProps, "token"> };

/** Whom an email goes to; null when the account is gone. */
export async function readReader(tx: Queryable, user_id: UserId): Promise<Reader | null> {
  const [user] = await tx
    .select({
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
  if (!user) return null;
  const side = user.role === "brand" ? "brand" : "creator";
  const props = { side, recipient_name: user.name, time_zone: user.time_zone ?? "UTC" } as const;
  return { user_id, email: user.email, locale: user.locale, props };
}

/**
 * The props of email `name` for `reader`. A one-time token is issued here, at every writing.
 *
 * @returns null when what the email would remind of is no longer awaited
 */
export async function loadProps<N extends TemplateName>(
  tx: Tx,
  reader: Reader,
  name: N,
  params: EmailParams[N],
): Promise<EmailProps<EmailParams[N]> | null> {
  const { about, token: kind } = templateOf(name);
  const token = kind ? await issueEmailToken(tx, { user_id: reader.user_id, kind }) : "";
  const loaded = about ? await loadCollaborationProps(tx, reader, params as AboutCollaboration) : params;
  if (!loaded) return null;
  // The compiler does not follow `about` through a generic name; `Template` ties it to the same condition as `EmailProps`.
  return { ...reader.props, token, ...loaded } as EmailProps<EmailParams[N]>;
}

/** `event_id` for a transition; a reminder has none. */
type AboutCollaboration = { collaboration_id: CollaborationId; event_id?: number };

async function loadCollaborationProps(
  tx: Queryable,
  { props: { side }, locale }: Reader,
  { collaboration_id, event_id }: AboutCollaboration,
): Promise<CollaborationProps | null> {
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
    .where(eq(collaborations.id, collaboration_id));
  if (!found) return null;
  const { row, offer, terms } = found;
  // Whatever a reminder is about has ended when no deadline runs.
  if (event_id === undefined && !row.due_at) return null;
  const whole_minor = row.fee_minor + row.platform_fee_minor + row.reimbursement_cap_minor;
  const props = {
    collaboration_id,
    offer_id: offer.id,
    counterpart_name: side === "brand" ? found.creator : found.brand,
    offer_title: offer.title,
    product_title: offer.product_title,
    fee_minor: row.fee_minor,
    amount_minor: side === "brand" ? whole_minor : row.fee_minor + row.reimbursement_minor,
    reimbursed_minor: row.reimbursement_minor,
    recovered_minor: 0,
    currency: row.currency,
    sample_mode: row.sample_mode,
    content_extended: row.content_extended,
    due_at: row.due_at?.toISOString() ?? null,
    acted_by: null,
    decided_on: null,
    reason: "",
    clause: "",
    failed_checks: [],
    tracking: "",
  };
  const brief = terms?.brief ?? offer.brief;
  const of_event = event_id ? await loadTransitionProps(tx, event_id, { row, brief, side, locale }) : {};
  const all = { ...props, ...of_event };
  return { ...all, days_left: daysUntil(all.due_at) };
}

function daysUntil(due_at: string | null): number {
  if (!due_at) return 1;
  return Math.max(1, Math.ceil((new Date(due_at).getTime() - now().getTime()) / DAY_MS));
}
