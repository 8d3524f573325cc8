/** A paid post is looked at from time to time: is it still there? What the looks lead to is decided by collaboration/record-presence. */

import { and, desc, eq } from "drizzle-orm";
import { DAY_MS } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { submissions } from "@/db/schema/verification";
import { canonicalise } from "./canonical-url";
import { platformFor } from "./platforms";

const DAILY_DAYS = 7;
const WEEK_DAYS = 7;

/** `unknown`: the platform said nothing. `over`: the collaboration is not being watched any more. */
export type Presence = "there" | "missing" | "unknown" | "over";

/** Days after the pay on which the post is looked at: daily for a week, then weekly to the end. Pure. */
function watchDays(monitoring_days: number): number[] {
  const days: number[] = [];
  for (let day = 2; day < monitoring_days; day += day < DAILY_DAYS ? 1 : WEEK_DAYS) days.push(day);
  return days;
}

/** When the looks are due. */
export function watchPlan(paid_at: Date, monitoring_days: number): Date[] {
  return watchDays(monitoring_days).map((day) => new Date(paid_at.getTime() + day * DAY_MS));
}

/** Null when there is no such collaboration. */
export async function readWatched(collaboration_id: CollaborationId) {
  const { state, platform, paid_at, policy } = collaborations;
  const [row] = await db
    .select({ state, platform, paid_at, policy })
    .from(collaborations)
    .where(eq(collaborations.id, collaboration_id));
  return row ?? null;
}

/** One look. Changes nothing. */
export async function lookForPost(collaboration_id: CollaborationId): Promise<Presence> {
  const row = await readWatched(collaboration_id);
  if (row?.state !== "monitoring") return "over";
  const [post] = await db
    .select({ canonical_url: submissions.canonical_url })
    .from(submissions)
    .where(and(eq(submissions.collaboration_id, collaboration_id), eq(submissions.verdict, "passed")))
    .orderBy(desc(submissions.round))
    .limit(1);
  const address = canonicalise(post?.canonical_url ?? "");
  if (!("post_id" in address)) return "unknown";
  const observation = await platformFor(row.platform).fetchPost(address);
  if (observation.outcome === "gone" || observation.outcome === "private") return "missing";
  // A page that machines cannot read, but that is there, has not been taken down.
  return observation.outcome === "unavailable" ? "unknown" : "there";
}
