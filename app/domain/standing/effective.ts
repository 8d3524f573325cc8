/** A standing as it counts now, and until when it may be appealed. */

import type { strikes } from "@/db/schema/standing";
import { APPEAL_WINDOW_DAYS, daysAfter, isLive } from "./points";
import type { StoredStanding } from "./subject";

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
