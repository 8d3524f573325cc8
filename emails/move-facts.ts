/** What one move of a collaboration adds to a letter: who made it, what they wrote, which deadline it began. */

import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Side } from "@/app/domain/collaboration/lifecycle";
import type { Brief } from "@/app/domain/offer/terms";
import verificationTexts from "@/app/i18n/en/verification";
import type { Locale } from "@/app/i18n/locales";
import { textsIn } from "@/app/i18n/server";
import type { Queryable } from "@/db/client";
import { collaboration_events } from "@/db/schema/collaboration";
import { verifications } from "@/db/schema/verification";

export type MoveOfLetter = { collaboration_id: string; event: string; at: string };

type EventRow = typeof collaboration_events.$inferSelect;

/** The row of `move` in the collaboration's story; null when there is none. */
export async function eventRow(tx: Queryable, transition: MoveOfLetter): Promise<EventRow | null> {
  const [row] = await tx
    .select()
    .from(collaboration_events)
    .where(
      and(
        eq(collaboration_events.collaboration_id, transition.collaboration_id),
        eq(collaboration_events.event, transition.event),
        eq(collaboration_events.at, new Date(transition.at)),
      ),
    )
    .orderBy(desc(collaboration_events.id))
    .limit(1);
  return row ?? null;
}

export async function moveFacts(
  tx: Queryable,
  row: EventRow,
  reader: { side: Side; locale: Locale; brief: Brief },
): Promise<Record<string, unknown>> {
  const { data } = row;
  const acted = row.actor_kind === "brand" || row.actor_kind === "creator";
  return {
    acted_by: acted ? (row.actor_kind === reader.side ? "you" : "counterpart") : null,
    due_at: text(data.due_at) || (await dueOfWhatFollowed(tx, row)),
    reason: text(data.note),
    clause: clauseText(reader.brief, text(data.clause)),
    tracking: [text(data.carrier), text(data.tracking_code)].filter(Boolean).join(" "),
    failed_checks: text(data.submission_id)
      ? await failedChecks(tx, text(data.submission_id), reader.locale)
      : [],
  };
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

/** The words of a clause named as `must_show:0`; the name of a single one (such as the product link) says too little alone. */
function clauseText(brief: Brief, clause: string): string {
  const [list = "", index] = clause.split(":");
  const clauses = (brief as Record<string, unknown>)[list];
  return Array.isArray(clauses) ? text(clauses[Number(index)]) : "";
}

async function failedChecks(tx: Queryable, submission_id: string, locale: Locale): Promise<string[]> {
  const [look] = await tx
    .select({ checks: verifications.checks })
    .from(verifications)
    .where(eq(verifications.submission_id, submission_id))
    .orderBy(desc(verifications.attempt))
    .limit(1);
  const t = textsIn(locale, verificationTexts);
  return (look?.checks ?? [])
    .filter((check) => check.verdict === "failed")
    .map(({ code, params }) => {
      const key = `code.${code}`;
      return t.has(key) ? t(key, params) : code;
    });
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
