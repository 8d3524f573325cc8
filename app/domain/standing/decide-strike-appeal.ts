/** An operator answers an appeal: lifts the standing with the strikes behind it, or keeps it; always with a reason. */

import { and, desc, eq, isNull, lte } from "drizzle-orm";
import type { AppealStatus } from "@/app/domain/standing/vocabulary";
import { now } from "@/app/lib/clock";
import type { AppealId } from "@/app/lib/ids";
import { isReason } from "@/app/lib/reason";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { strike_appeals, strikes } from "@/db/schema/standing";
import type { OperatorActor } from "../actor";
import { evaluateStanding } from "./evaluate-standing";
import { lockSubject, notifySubject, type Subject, setStanding, subjectOf } from "./subject";

export type StrikeAppealDecision = {
  appeal_id: AppealId;
  decision: Exclude<AppealStatus, "open">;
  reason: string;
};

/**
 * Lifting takes every strike up to the appeal off the count; keeping lets the appealed one count again beside what came meanwhile. Neither
 * prolongs a suspension that is being served.
 * @throws Refusal 404 · `reason_missing` · `strike_appeal_already_decided`
 */
export async function decideStrikeAppeal(
  tx: Tx,
  actor: OperatorActor,
  input: StrikeAppealDecision,
): Promise<void> {
  const reason = input.reason.trim();
  if (!isReason(reason)) throw new Refusal("reason_missing");
  const [appeal] = await tx.select().from(strike_appeals).where(eq(strike_appeals.id, input.appeal_id));
  if (!appeal) throw notFound("appeal");
  const subject = subjectOf(appeal);
  const stored = await lockSubject(tx, subject);
  const at = now();
  const decided = await tx
    .update(strike_appeals)
    .set({
      status: input.decision,
      decision_reason: reason,
      decided_by_user_id: actor.user_id,
      decided_at: at,
    })
    .where(and(eq(strike_appeals.id, appeal.id), eq(strike_appeals.status, "open")))
    .returning({ id: strike_appeals.id });
  if (decided.length === 0) throw new Refusal("strike_appeal_already_decided", { status: 409 });

  const struck_since = await struckSince(tx, subject, appeal.created_at);
  // Only an operator takes somebody off the blacklist, and only for what the strikes that are left do not ask for by themselves.
  const begins_anew = input.decision === "lifted" && (stored.standing === "blacklisted" || !struck_since);
  if (input.decision === "lifted") await liftStrikes(tx, subject, appeal.created_at, at);
  if (begins_anew) await setStanding(tx, subject, { standing: "good", suspended_until: null });
  await notifySubject(tx, subject, {
    template: "strike_appeal_decided",
    params: { decision: input.decision, reason },
  });
  await evaluateStanding(tx, subject, {
    may_suspend: struck_since && (begins_anew || stored.standing === "good"),
  });
}

async function liftStrikes(tx: Tx, subject: Subject, until: Date, at: Date): Promise<void> {
  await tx
    .update(strikes)
    .set({ lifted_at: at })
    .where(
      and(
        eq(strikes.subject_kind, subject.subject_kind),
        eq(strikes.subject_id, subject.subject_id),
        isNull(strikes.lifted_at),
        lte(strikes.at, until),
      ),
    );
}

/** Whether another strike came while the appeal ran. */
async function struckSince(tx: Queryable, subject: Subject, since: Date): Promise<boolean> {
  const [last] = await tx
    .select({ at: strikes.at })
    .from(strikes)
    .where(
      and(
        eq(strikes.subject_kind, subject.subject_kind),
        eq(strikes.subject_id, subject.subject_id),
        isNull(strikes.lifted_at),
      ),
    )
    .orderBy(desc(strikes.at))
    .limit(1);
  return last !== undefined && last.at > since;
}
