/** When somebody who is awaited is reminded. Tied to the parcel: the creator's days count from delivery, not from the agreement. */

import { eq } from "drizzle-orm";
import { DAY_MS } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import type { Side } from "./lifecycle";
import type { DueKind } from "./vocabulary";

type Plan = {
  template: ReminderTemplate;
  side: Side;
  when: (begun: Date, due: Date) => Date;
  onlyOnce?: boolean;
};

const afterDays = (days: number) => (begun: Date) => new Date(begun.getTime() + days * DAY_MS);
const hoursBefore = (hours: number) => (_begun: Date, due: Date) =>
  new Date(due.getTime() - hours * 3_600_000);
const daysBefore = (days: number) => hoursBefore(days * 24);

const REMINDER_TEMPLATES = [
  "follow_up_day_1",
  "follow_up_day_7",
  "follow_up_3_days_left",
  "follow_up_1_day_left",
  "review_reminder_day_3",
  "review_reminder_day_5",
  "review_reminder_day_6",
  "appeal_reminder_first",
  "appeal_reminder_last",
] as const;
export type ReminderTemplate = (typeof REMINDER_TEMPLATES)[number];

const PLANS: Partial<Record<DueKind, readonly Plan[]>> = {
  content: [
    // An extension prolongs the deadline; the first days are not lived through twice.
    { template: "follow_up_day_1", side: "creator", when: afterDays(1), onlyOnce: true },
    { template: "follow_up_day_7", side: "creator", when: afterDays(7), onlyOnce: true },
    { template: "follow_up_3_days_left", side: "creator", when: daysBefore(3) },
    { template: "follow_up_1_day_left", side: "creator", when: daysBefore(1) },
  ],
  review: [
    { template: "review_reminder_day_3", side: "brand", when: afterDays(3) },
    { template: "review_reminder_day_5", side: "brand", when: afterDays(5) },
    { template: "review_reminder_day_6", side: "brand", when: afterDays(6) },
  ],
  appeal: [
    { template: "appeal_reminder_first", side: "creator", when: afterDays(1) },
    { template: "appeal_reminder_last", side: "creator", when: hoursBefore(12) },
  ],
};

/** Whom a reminder is for. */
export function sideOf(template: ReminderTemplate): Side {
  return template.startsWith("review") ? "brand" : "creator";
}

/** The reminders between `begun` and `due`, in order. Pure. */
export function planReminders(
  due_kind: DueKind,
  begun: Date,
  due: Date,
  extended: boolean,
): Array<{ template: ReminderTemplate; at: Date }> {
  return (PLANS[due_kind] ?? [])
    .filter((plan) => !(plan.onlyOnce && extended))
    .map((plan) => ({ template: plan.template, at: plan.when(begun, due) }))
    .filter(({ at }) => at > begun && at < due)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The plan for a deadline that has just begun; `at` as ISO instants, since it is kept as a step's result. */
export async function remindersFor(
  tx: Queryable,
  input: { collaboration_id: CollaborationId; due_kind: DueKind; due_at: Date },
): Promise<Array<{ template: ReminderTemplate; at: string }>> {
  const [row] = await tx.select().from(collaborations).where(eq(collaborations.id, input.collaboration_id));
  if (!row) return [];
  return planReminders(input.due_kind, row.entered_at, input.due_at, row.content_extended).map(
    ({ template, at }) => ({
      template,
      at: at.toISOString(),
    }),
  );
}
