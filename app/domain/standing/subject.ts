/** Whose record it is: a creator's or a brand's. Both keep their standing in the same two columns of their own row. */

import { eq } from "drizzle-orm";
import type { Standing, SubjectKind } from "@/app/domain/standing/vocabulary";
import type { Queryable, Tx } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import type { Notification } from "../notifications/notifications";
import { notify } from "../notifications/notify";

export type Subject = { subject_kind: SubjectKind; subject_id: string };
export type StoredStanding = { standing: Standing; suspended_until: Date | null };

/**
 * The stored standing, with the row locked: strikes, appeals and the sweep change it one after the other. The lock leaves the key
 * alone, so that a movement that is being written for the same person at this moment does not wait, nor deadlock.
 */
export async function lockSubject(tx: Tx, subject: Subject): Promise<StoredStanding> {
  const table = tableOf(subject);
  const [row] = await tx
    .select({ standing: table.standing, suspended_until: table.suspended_until })
    .from(table)
    .where(eq(table.id, subject.subject_id))
    .for("no key update");
  if (!row) throw new Error(`No ${subject.subject_kind} ${subject.subject_id}`);
  return row;
}

export async function readSubject(tx: Queryable, subject: Subject): Promise<StoredStanding | null> {
  const table = tableOf(subject);
  const [row] = await tx
    .select({ standing: table.standing, suspended_until: table.suspended_until })
    .from(table)
    .where(eq(table.id, subject.subject_id));
  return row ?? null;
}

export async function setStanding(tx: Tx, subject: Subject, standing: StoredStanding): Promise<void> {
  const table = tableOf(subject);
  await tx.update(table).set(standing).where(eq(table.id, subject.subject_id));
}

/** Notifies the creator, or the members of the organization who may act for it. */
export function notifySubject(
  tx: Tx,
  { subject_kind, subject_id }: Subject,
  notification: Notification,
): Promise<void> {
  const party = subject_kind === "brand" ? { brand_id: subject_id } : { creator_id: subject_id };
  return notify(tx, party, "standing", notification);
}

function tableOf({ subject_kind }: Subject): typeof creators | typeof brands {
  return subject_kind === "creator" ? creators : brands;
}
