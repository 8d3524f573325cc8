/** Who is suspended or blacklisted begins nothing new. */

import { now } from "@/app/lib/clock";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { effective } from "./effective";
import { readSubject, type Subject } from "./subject";

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
