/** The named conditions of the lifecycle table, checked on the locked row, never before. Each refuses with its own code. */
import { eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { required } from "@/app/lib/one";
import { Refusal } from "@/app/lib/refusal";
import type { RefusalCode } from "@/app/lib/refusal-codes";
import type { Tx } from "@/db/client";
import { submissions } from "@/db/schema/verification";
import { effective } from "../standing/effective";
import { requireOwnPost } from "../verification/own-post";
import { isCheckedClause } from "./checked-clauses";
import type { Circumstances, Guard } from "./lifecycle";
import type { Locked } from "./lock";
import { readLatestSubmission } from "./queries/latest-submission";
import { choosePaidSubmission } from "./queries/paid-submission";

/** The locked row, and what the move brings along. */
type Facing = Locked & { facts: Pick<Circumstances, "proof" | "cancelled">; data: Record<string, unknown> };
type GuardCheck = (tx: Tx, facing: Facing) => void | Promise<void>;

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
  // Running collaborations go on; nobody new is drawn in.
  brand_in_good_standing(_tx, { brand }) {
    if (effective(brand, now()).standing !== "good") throw conflict("brand_suspended");
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
  verified(_tx, { facts }) {
    if (facts.proof !== "passed") throw conflict("not_verified");
  },
  // What the machine found in the post nobody can miss in it.
  async clause_unchecked(tx, { row, data }) {
    const latest = await readLatestSubmission(tx, row.id);
    if (latest && (await isCheckedClause(tx, latest.id, String(data.clause ?? ""))))
      throw conflict("clause_checked");
  },
  not_cancelled(_tx, { facts }) {
    if (facts.cancelled) throw conflict("already_cancelled");
  },
  // Whoever decides for the creator sees a good post, not that it was handed in elsewhere.
  async own_post(tx, { row }) {
    const paid_id = required(await choosePaidSubmission(tx, row.id, "operator"), "a post that was handed in");
    const [paid] = await tx.select().from(submissions).where(eq(submissions.id, paid_id));
    await requireOwnPost(tx, required(paid, "the post"));
  },
  parcel_late(_tx, { row }) {
    if (row.due_kind !== "transit_late") throw conflict("parcel_still_on_time");
  },
};

/** @throws Refusal of the first guard that does not hold */
export async function checkGuards(tx: Tx, guards: readonly Guard[], facing: Facing): Promise<void> {
  for (const guard of guards) await GUARD_CHECKS[guard](tx, facing);
}
