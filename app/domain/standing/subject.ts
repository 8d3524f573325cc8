/** Whose record it is: a creator's or a brand's. Both keep their standing in the same two columns of their own row. */

import { eq, type SQL } from "drizzle-orm";
import type { Standing, SubjectKind } from "@/app/domain/standing/vocabulary";
import { type BrandId, type CreatorId, isId } from "@/app/lib/ids";
import type { Queryable, Tx } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import type { Notification } from "../notifications/notifications";
import { notify } from "../notifications/notify";
import type { Party } from "../notifications/recipients";

export type Subject =
  | { subject_kind: "creator"; subject_id: CreatorId }
  | { subject_kind: "brand"; subject_id: BrandId };
export type StoredStanding = { standing: Standing; suspended_until: Date | null };

/**
 * The stored standing, with the row locked: strikes, appeals and the sweep change it one after the other. The lock leaves the key
 * alone, so that a movement that is being written for the same person at this moment does not wait, nor deadlock.
 */
export async function lockSubject(tx: Tx, subject: Subject): Promise<StoredStanding> {
  const { table, itself } = placeOf(subject);
  const [row] = await tx
    .select({ standing: table.standing, suspended_until: table.suspended_until })
    .from(table)
    .where(itself)
    .for("no key update");
  if (!row) throw new Error(`No ${subject.subject_kind} ${subject.subject_id}`);
  return row;
}

export async function readSubject(tx: Queryable, subject: Subject): Promise<StoredStanding | null> {
  const { table, itself } = placeOf(subject);
  const [row] = await tx
    .select({ standing: table.standing, suspended_until: table.suspended_until })
    .from(table)
    .where(itself);
  return row ?? null;
}

export async function setStanding(tx: Tx, subject: Subject, standing: StoredStanding): Promise<void> {
  const { table, itself } = placeOf(subject);
  await tx.update(table).set(standing).where(itself);
}

/** Notifies the creator, or the members of the organization who may act for it. */
export function notifySubject(tx: Tx, subject: Subject, notification: Notification): Promise<void> {
  const party: Party =
    subject.subject_kind === "brand" ? { brand_id: subject.subject_id } : { creator_id: subject.subject_id };
  return notify(tx, party, "standing", notification);
}

/** The subject that a row of another table names in two columns. @throws Error when the two do not go together */
export function subjectOf(row: { subject_kind: SubjectKind; subject_id: CreatorId | BrandId }): Subject {
  const { subject_kind, subject_id } = row;
  if (subject_kind === "creator" && isId("creator", subject_id)) return { subject_kind, subject_id };
  if (subject_kind === "brand" && isId("brand", subject_id)) return { subject_kind, subject_id };
  throw new Error(`${subject_id} is no ${subject_kind}`);
}

function placeOf(subject: Subject): { table: typeof creators | typeof brands; itself: SQL } {
  return subject.subject_kind === "creator"
    ? { table: creators, itself: eq(creators.id, subject.subject_id) }
    : { table: brands, itself: eq(brands.id, subject.subject_id) };
}
