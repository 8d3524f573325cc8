/** The named conditions of the lifecycle table, judged on the locked row, never before. Each refuses with its own code. */
import { desc, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { Refusal } from "@/app/lib/refusal";
import type { RefusalCode } from "@/app/lib/refusal-codes";
import type { Tx } from "@/db/client";
import { submissions } from "@/db/schema/verification";
import type { Guard } from "./lifecycle";
import type { Locked } from "./lock";

type GuardCheck = (tx: Tx, locked: Locked) => void | Promise<void>;

const conflict = (code: RefusalCode, params: Record<string, string | number> = {}) =>
  new Refusal(code, { status: 409, params });

const GUARD_CHECKS: Record<Guard, GuardCheck> = {
  slot_free(_tx, { offer }) {
    if (offer.status === "closed") throw conflict("offer_closed");
    if (offer.slots_taken >= offer.slots) throw conflict("slots_taken");
  },
  creator_in_good_standing(_tx, { creator }) {
    if (creator.standing === "blacklisted") throw new Refusal("blacklisted", { status: 403 });
    if (creator.standing === "suspended" && (!creator.suspended_until || creator.suspended_until > now()))
      throw new Refusal("suspended", {
        status: 403,
        params: { until: creator.suspended_until?.toISOString() ?? "" },
      });
  },
  slot_not_extended(_tx, { row }) {
    if (row.slot_extended) throw conflict("already_extended");
  },
  content_not_extended(_tx, { row }) {
    if (row.content_extended) throw conflict("already_extended");
  },
  revisions_left(_tx, { row }) {
    if (row.revisions_used >= row.policy.revisions)
      throw conflict("no_revisions_left", { revisions: row.policy.revisions });
  },
  // Nobody, not even silence, pays for a post whose proof is missing.
  async verified(tx, { row }) {
    const [latest] = await tx
      .select({ verdict: submissions.verdict })
      .from(submissions)
      .where(eq(submissions.collaboration_id, row.id))
      .orderBy(desc(submissions.round))
      .limit(1);
    if (latest?.verdict !== "passed") throw conflict("not_verified");
  },
  parcel_late(_tx, { row }) {
    if (row.due_kind !== "transit_late") throw conflict("parcel_still_on_time");
  },
};

/** @throws Refusal of the first guard that does not hold */
export async function checkGuards(tx: Tx, guards: readonly Guard[], locked: Locked): Promise<void> {
  for (const guard of guards) await GUARD_CHECKS[guard](tx, locked);
}
