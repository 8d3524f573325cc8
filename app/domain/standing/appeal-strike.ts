/** A person contests their standing; an operator will answer. */

import { now } from "@/app/lib/clock";
import { type AppealId, newId } from "@/app/lib/ids";
import { forbidden, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { strike_appeals } from "@/db/schema/standing";
import type { BrandActor, CreatorActor } from "../actor";
import { standingOf } from "./queries/standing";
import { lockSubject, type Subject } from "./subject";

/**
 * @returns the appeal's id
 * @throws Refusal `statement_missing` · `appeal_open` · `nothing_to_appeal` (no strike that counts, answered already, or older
 *   than fourteen days)
 */
export async function appealStrike(
  tx: Tx,
  actor: CreatorActor | BrandActor,
  input: { statement: string },
): Promise<AppealId> {
  if (actor.kind === "brand" && actor.role !== "owner" && actor.role !== "manager")
    throw forbidden("brand_role_too_low");
  const statement = input.statement.trim().slice(0, 4_000);
  if (statement.length < 20) throw new Refusal("statement_missing");
  const subject = subjectOf(actor);
  // Locked, so that a strike that comes at this moment is either seen here or finds the appeal open.
  await lockSubject(tx, subject);
  const report = await standingOf(tx, subject);
  if (report.appeals.some(({ status }) => status === "open"))
    throw new Refusal("appeal_open", { status: 409 });
  if (!report.appeal_until) throw new Refusal("nothing_to_appeal", { status: 409 });
  const id = newId("appeal");
  await tx.insert(strike_appeals).values({ id, ...subject, statement, created_at: now() });
  return id;
}

export function subjectOf(actor: CreatorActor | BrandActor): Subject {
  return actor.kind === "creator"
    ? { subject_kind: "creator", subject_id: actor.creator_id }
    : { subject_kind: "brand", subject_id: actor.brand_id };
}
