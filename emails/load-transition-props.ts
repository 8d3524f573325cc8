/** What one transition adds to an email: who caused it, what they wrote, which deadline it began, what was paid. */

import { and, asc, desc, eq, gt, lte, ne } from "drizzle-orm";
import type { Side } from "@/app/domain/collaboration/lifecycle";
import { earnedAtApproval, type HeldCollaboration } from "@/app/domain/ledger/held-funds";
import type { Brief } from "@/app/domain/offer/terms";
import verificationTexts from "@/app/i18n/en/verification";
import type { Locale } from "@/app/i18n/locales";
import { textsIn } from "@/app/i18n/server";
import { isId, type SubmissionId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { collaboration_events } from "@/db/schema/collaboration";
import { verifications } from "@/db/schema/verification";
import type { CollaborationProps, DecidedOn } from "./templates/collaboration";

type EventRow = typeof collaboration_events.$inferSelect;
type About = { row: HeldCollaboration; brief: Brief; side: Side; locale: Locale };

/** @throws when there is no such event: it was written in the transaction that asked for the email */
export async function loadTransitionProps(
  tx: Queryable,
  event_id: number,
  { row, brief, side, locale }: About,
): Promise<Partial<CollaborationProps>> {
  const [event] = await tx.select().from(collaboration_events).where(eq(collaboration_events.id, event_id));
  if (!event) throw new Error(`There is no collaboration event ${event_id}`);
  const { data } = event;
  const acted = event.actor_kind === "brand" || event.actor_kind === "creator";
  return {
    acted_by: acted ? (event.actor_kind === side ? "you" : "counterpart") : null,
    decided_on: event.from_state === "appealed" ? await decidedOn(tx, event) : null,
    due_at: text(data.due_at) || (await dueOfWhatFollowed(tx, event)),
    reason: text(data.note),
    clause: clauseText(brief, text(data.clause)),
    tracking: [text(data.carrier), text(data.tracking_code)].filter(Boolean).join(" "),
    failed_checks: isId("submission", data.submission_id)
      ? await failedChecks(tx, data.submission_id, locale)
      : [],
    ...(event.event === "settle_transfer" && side === "creator" ? paidProps(data, row) : {}),
  };
}

/** What arrived of the creator's earnings, and what of them went towards an older debt. */
function paidProps(data: Record<string, unknown>, row: HeldCollaboration) {
  const sent_minor = typeof data.recovered_minor === "number" ? 0 : Number(data.amount_minor);
  return { amount_minor: sent_minor, recovered_minor: earnedAtApproval(row) - sent_minor };
}

/** An agreement has no deadline of its own: the sample step that begins with it has. */
async function dueOfWhatFollowed(tx: Queryable, row: EventRow): Promise<string | null> {
  if (row.event !== "accept_slot") return null;
  const [begun] = await tx
    .select({ data: collaboration_events.data })
    .from(collaboration_events)
    .where(
      and(
        eq(collaboration_events.collaboration_id, row.collaboration_id),
        eq(collaboration_events.event, "begin"),
        gt(collaboration_events.id, row.id),
      ),
    )
    .orderBy(asc(collaboration_events.id))
    .limit(1);
  return text(begun?.data.due_at) || null;
}

/** An operator is asked by an appeal, by a round of changes that came to nothing, or by a purchase after the brand cancelled. */
async function decidedOn(tx: Queryable, row: EventRow): Promise<DecidedOn> {
  const [asked] = await tx
    .select({ event: collaboration_events.event, from_state: collaboration_events.from_state })
    .from(collaboration_events)
    .where(
      and(
        eq(collaboration_events.collaboration_id, row.collaboration_id),
        eq(collaboration_events.to_state, "appealed"),
        ne(collaboration_events.from_state, "appealed"),
        lte(collaboration_events.id, row.id),
      ),
    )
    .orderBy(desc(collaboration_events.id))
    .limit(1);
  if (asked?.event === "appeal") return "appeal";
  return asked?.from_state === "cancelling" ? "sample" : "post";
}

/** The words of a clause named as `must_show:0`; the name of a single one (such as the product link) says too little alone. */
function clauseText(brief: Brief, clause: string): string {
  const [list = "", index] = clause.split(":");
  const clauses = (brief as Record<string, unknown>)[list];
  return Array.isArray(clauses) ? text(clauses[Number(index)]) : "";
}

async function failedChecks(tx: Queryable, submission_id: SubmissionId, locale: Locale): Promise<string[]> {
  const [latest] = await tx
    .select({ checks: verifications.checks })
    .from(verifications)
    .where(eq(verifications.submission_id, submission_id))
    .orderBy(desc(verifications.attempt))
    .limit(1);
  const t = textsIn(locale, verificationTexts);
  return (latest?.checks ?? [])
    .filter((check) => check.verdict === "failed")
    .map(({ code, params }) => {
      const key = `code.${code}`;
      return t.has(key) ? t(key, params) : code;
    });
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
