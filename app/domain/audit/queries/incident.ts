/** One incident with whoever decided it. */

import { eq } from "drizzle-orm";
import type { IncidentId } from "@/app/lib/ids";
import { pick } from "@/app/lib/pick";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { users } from "@/db/schema/account";
import { incidents } from "@/db/schema/audit";

const INCIDENT = pick(incidents, [
  "id",
  "kind",
  "subject",
  "status",
  "expected",
  "found",
  "outcome",
  "last_seen_at",
  "closed_at",
  "created_at",
]);

/** @throws Refusal 404 */
export async function readIncident(tx: Queryable, id: IncidentId) {
  const [row] = await tx
    .select({ incident: INCIDENT, closed_by: users.name })
    .from(incidents)
    .leftJoin(users, eq(users.id, incidents.closed_by_user_id))
    .where(eq(incidents.id, id));
  if (!row) throw notFound("incident");
  return row;
}
