/** Reads of standings: the inputs are always shown with the verdict. */
import { and, desc, eq } from "drizzle-orm";
import type { Standing } from "@/app/domain/standing/vocabulary";
import { now } from "@/app/lib/clock";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import { strike_appeals, type strikes } from "@/db/schema/standing";
import { readStrikes } from "./evaluate-standing";
import {
  APPEAL_WINDOW_DAYS,
  BLACKLISTED_FROM_POINTS,
  daysAfter,
  isLive,
  SUSPENDED_FROM_POINTS,
  tally,
} from "./points";
import { readSubject, type StoredStanding, type Subject } from "./subject";

export type StandingReport = {
  standing: Standing;
  suspended_until: Date | null;
  /** Points that count at present, and where they lead. */
  points: number;
  suspended_from_points: number;
  blacklisted_from_points: number;
  /** Ghostings of the last twelve months. */
  ghosts: number;
  /** Oldest first; `counts` says whether a strike still weighs. */
  strikes: Array<typeof strikes.$inferSelect & { counts: boolean }>;
  appeals: Array<typeof strike_appeals.$inferSelect>;
  /** Until when the present standing may be appealed; null when there is nothing to appeal or an appeal is open. */
  appeal_until: Date | null;
};

/** @throws when there is no such subject (a fault of ours) */
export async function standingOf(tx: Queryable, subject: Subject): Promise<StandingReport> {
  const stored = await readSubject(tx, subject);
  if (!stored) throw new Error(`No ${subject.subject_kind} ${subject.subject_id}`);
  const at = now();
  const record = await readStrikes(tx, subject);
  const appeals = await tx
    .select()
    .from(strike_appeals)
    .where(
      and(
        eq(strike_appeals.subject_kind, subject.subject_kind),
        eq(strike_appeals.subject_id, subject.subject_id),
      ),
    )
    .orderBy(desc(strike_appeals.created_at));
  const { points, ghosts } = tally(record, at);
  return {
    ...effective(stored, at),
    points,
    suspended_from_points: SUSPENDED_FROM_POINTS,
    blacklisted_from_points: BLACKLISTED_FROM_POINTS,
    ghosts,
    strikes: record.map((strike) => ({ ...strike, counts: isLive(strike, at) })),
    appeals,
    appeal_until: appealUntil(record, appeals, at),
  };
}

/** A suspension that has run out no longer suspends, even before the sweep has tidied the row. */
export function effective(stored: StoredStanding, at: Date): StoredStanding {
  const served = stored.standing === "suspended" && stored.suspended_until && stored.suspended_until <= at;
  return served ? { standing: "good", suspended_until: null } : stored;
}

/** An appeal is open to the last strike that counts, for fourteen days, once. */
export function appealUntil(
  record: ReadonlyArray<typeof strikes.$inferSelect>,
  appeals: ReadonlyArray<{ status: string; created_at: Date }>,
  at: Date,
): Date | null {
  const last = record.filter((strike) => isLive(strike, at)).at(-1);
  if (!last || appeals.some((appeal) => appeal.status === "open" || appeal.created_at >= last.at))
    return null;
  const until = daysAfter(last.at, APPEAL_WINDOW_DAYS);
  return until > at ? until : null;
}

/** @throws Refusal `blacklisted` · `suspended` {until} */
export async function assertGoodStanding(tx: Queryable, subject: Subject): Promise<void> {
  const stored = await readSubject(tx, subject);
  if (!stored) throw new Error(`No ${subject.subject_kind} ${subject.subject_id}`);
  const { standing, suspended_until } = effective(stored, now());
  if (standing === "blacklisted") throw new Refusal("blacklisted", { status: 403 });
  if (standing === "suspended")
    throw new Refusal("suspended", {
      status: 403,
      params: { until: suspended_until?.toISOString() ?? "" },
    });
}

/** Appeals that wait for an operator, oldest first, each with the name of who appeals. */
export async function listOpenStrikeAppeals(tx: Queryable, limit = 50) {
  const rows = await tx
    .select({ appeal: strike_appeals, creator_name: creators.display_name, brand_name: brands.name })
    .from(strike_appeals)
    .leftJoin(
      creators,
      and(eq(strike_appeals.subject_kind, "creator"), eq(creators.id, strike_appeals.subject_id)),
    )
    .leftJoin(brands, and(eq(strike_appeals.subject_kind, "brand"), eq(brands.id, strike_appeals.subject_id)))
    .where(eq(strike_appeals.status, "open"))
    .orderBy(strike_appeals.created_at)
    .limit(limit);
  return rows.map(({ appeal, creator_name, brand_name }) => ({
    ...appeal,
    subject_name: creator_name ?? brand_name ?? "",
  }));
}
