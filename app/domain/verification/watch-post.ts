/** The post that is paid for is looked at before money leaves, and from time to time while it is watched: is it still there? What the observations lead to is decided by collaboration/record-presence. */

import { eq } from "drizzle-orm";
import { DAY_MS } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import { db, type Queryable } from "@/db/client";
import { agreements, collaborations } from "@/db/schema/collaboration";
import { submissions } from "@/db/schema/verification";
import { transact } from "@/db/transact";
import { observePost } from "./observe-post";
import { recordObservation } from "./record-observation";
import { type Doubt, isWorthAskingAgain, type Presence } from "./vocabulary";
import { isWatched } from "./watched";

const DAILY_DAYS = 7;
const WEEK_DAYS = 7;
/** The last observation comes this long before the watch ends, so that a second one can still confirm it. */
const BEFORE_END_MS = 3 * 3_600_000;

/** `over`: the collaboration is not being watched any more. */
export type Watched =
  | { presence: Exclude<Presence, "unknown"> | "over" }
  | { presence: "unknown"; reason: Doubt; ask_again: boolean };

/** When the observations are due: on each of the first seven days after the pay, then weekly, and once more at the end. Pure. */
export function watchPlan(paid_at: Date, monitoring_days: number): Date[] {
  const end_ms = paid_at.getTime() + monitoring_days * DAY_MS - BEFORE_END_MS;
  const days: number[] = [];
  for (let day = 1; day < monitoring_days; day += day < DAILY_DAYS ? 1 : WEEK_DAYS) days.push(day);
  const planned = days.map((day) => paid_at.getTime() + day * DAY_MS).filter((at) => at < end_ms);
  return [...planned, end_ms].map((at) => new Date(at));
}

/** Null when there is no such collaboration. */
export async function readWatched(tx: Queryable, collaboration_id: CollaborationId) {
  const [row] = await tx
    .select({
      state: collaborations.state,
      version: collaborations.version,
      paid_at: collaborations.paid_at,
      policy: collaborations.policy,
    })
    .from(collaborations)
    .where(eq(collaborations.id, collaboration_id));
  return row ?? null;
}

/** The submission that is paid for; null before any pay is decided, and where nothing was handed in. */
export async function readPaidSubmission(tx: Queryable, collaboration_id: CollaborationId) {
  const [post] = await tx
    .select({ id: submissions.id, url: submissions.url, canonical_url: submissions.canonical_url })
    .from(collaborations)
    .innerJoin(submissions, eq(submissions.id, collaborations.paid_submission_id))
    .where(eq(collaborations.id, collaboration_id));
  return post ?? null;
}

/** Looks once and keeps what was found. Changes nothing else. */
export async function observePaidPost(collaboration_id: CollaborationId): Promise<Watched> {
  const [row] = await db
    .select({ state: collaborations.state, platform: collaborations.platform, terms: agreements.terms })
    .from(collaborations)
    .innerJoin(agreements, eq(agreements.collaboration_id, collaborations.id))
    .where(eq(collaborations.id, collaboration_id));
  if (!row || !isWatched(row.state)) return { presence: "over" };
  const paid = await readPaidSubmission(db, collaboration_id);
  if (!paid) return { presence: "unknown", reason: "not_readable", ask_again: false };
  const { observation } = await observePost(
    paid.canonical_url ?? paid.url,
    row.platform,
    row.terms.product.marketplace_country,
  );
  await transact((tx) => recordObservation(tx, paid.id, observation));
  if (observation.presence !== "unknown") return { presence: observation.presence };
  const { reason } = observation;
  return { presence: "unknown", reason, ask_again: isWorthAskingAgain(reason) };
}
