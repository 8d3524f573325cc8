/** Brings a stored standing in line with the record behind it. */
import { and, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Queryable, Tx } from "@/db/client";
import { strike_appeals, strikes } from "@/db/schema/standing";
import { daysAfter, SUSPENSION_DAYS, type Tally, tally } from "./points";
import { lockSubject, notifySubject, type StoredStanding, type Subject, setStanding } from "./subject";

/**
 * Evaluates the record afresh after a strike was added or lifted, and notifies the person when it got worse. A strike that is under
 * appeal counts for nothing worse until an operator has answered; every other one counts.
 *
 * @param may_suspend whether three points begin a suspension now: true for a new strike; a suspension that was served does not
 *   begin again only because the same points are still there
 */
export async function evaluateStanding(
  tx: Tx,
  subject: Subject,
  { may_suspend }: { may_suspend: boolean },
): Promise<StoredStanding> {
  const stored = await lockSubject(tx, subject);
  const record = await readStrikes(tx, subject);
  const appealed = await readAppealedStrike(tx, subject, record);
  const tallied = tally(
    record.filter((strike) => strike !== appealed),
    now(),
  );
  const next = standingAfter(stored, tallied, may_suspend);
  if (next.standing === stored.standing && sameInstant(next.suspended_until, stored.suspended_until))
    return stored;
  if (appealed && !isWorse(next, stored)) return stored;
  await setStanding(tx, subject, next);
  if (next.suspended_until && isWorse(next, stored))
    await notifySubject(tx, subject, {
      template: "suspended",
      params: { until: next.suspended_until.toISOString() },
    });
  if (next.standing === "blacklisted" && isWorse(next, stored))
    await notifySubject(tx, subject, { template: "blacklisted", params: {} });
  return next;
}

function standingAfter(stored: StoredStanding, tallied: Tally, may_suspend: boolean): StoredStanding {
  if (tallied.verdict === "blacklisted") return { standing: "blacklisted", suspended_until: null };
  // Points decay, but only an operator takes somebody off the blacklist.
  if (stored.standing === "blacklisted") return stored;
  if (tallied.verdict === "good") return { standing: "good", suspended_until: null };
  if (!may_suspend) return stored;
  return { standing: "suspended", suspended_until: daysAfter(now(), SUSPENSION_DAYS) };
}

function isWorse(next: StoredStanding, before: StoredStanding): boolean {
  const rank = { good: 0, suspended: 1, blacklisted: 2 } as const;
  if (next.standing === "suspended" && before.standing === "suspended")
    return !sameInstant(next.suspended_until, before.suspended_until);
  return rank[next.standing] > rank[before.standing];
}

function sameInstant(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}

export function readStrikes(tx: Queryable, { subject_kind, subject_id }: Subject) {
  return tx
    .select()
    .from(strikes)
    .where(and(eq(strikes.subject_kind, subject_kind), eq(strikes.subject_id, subject_id)))
    .orderBy(strikes.at, strikes.id);
}

/** The strike that an open appeal is against: the last one before it was written. */
async function readAppealedStrike(
  tx: Queryable,
  { subject_kind, subject_id }: Subject,
  record: ReadonlyArray<typeof strikes.$inferSelect>,
) {
  const [open] = await tx
    .select({ created_at: strike_appeals.created_at })
    .from(strike_appeals)
    .where(
      and(
        eq(strike_appeals.subject_kind, subject_kind),
        eq(strike_appeals.subject_id, subject_id),
        eq(strike_appeals.status, "open"),
      ),
    );
  return open && record.filter((strike) => !strike.lifted_at && strike.at <= open.created_at).at(-1);
}
