/** Reads of collaborations for pages. Every one is held to the actor's own: a stranger's answers like one that does not exist. */

import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { CollaborationId, CreatorId } from "@/app/lib/ids";
import type { Cursor } from "@/app/lib/page";
import { pick } from "@/app/lib/pick";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { users } from "@/db/schema/account";
import { brands } from "@/db/schema/brand";
import { agreements, collaboration_events, collaborations, parcels } from "@/db/schema/collaboration";
import { creator_addresses, creator_channels, creators } from "@/db/schema/creator";
import { ledger_accounts, money_movements } from "@/db/schema/ledger";
import { offers } from "@/db/schema/offer";
import { submissions, verifications } from "@/db/schema/verification";
import type { Actor } from "../../actor";
import { brandMay } from "../../brand/roles";
import { FOLLOWERS, withFollowers } from "../../creator/followers";
import { accounts } from "../../ledger/accounts";
import { readDebt } from "../../ledger/queries/debts";
import type { CheckResult } from "../../verification/check";
import { nextLookAt } from "../../verification/look-pauses";
import { proofOn } from "../../verification/provability";
import { shownEvidence } from "../../verification/shown-evidence";
import { readCircumstances } from "../circumstances";
import { transitionsOpenTo } from "../lifecycle";
import { belongsTo, type Collaboration } from "../lock";
import { outlookOf } from "../outlook";
import { readLooks } from "./looks";

/** What the page shows of the row itself, and by what it is known to be the actor's. */
const ROW = pick(collaborations, [
  "id",
  "brand_id",
  "creator_id",
  "platform",
  "state",
  "version",
  "due_at",
  "due_kind",
  "sample_mode",
  "currency",
  "fee_minor",
  "platform_fee_minor",
  "reimbursement_cap_minor",
  "reimbursement_minor",
  "holdback_minor",
  "policy",
  "pitch",
  "shortlisted",
  "slot_extended",
  "content_extended",
  "revisions_used",
  "order_number",
  "issued_code",
  "agreed_at",
  "cancelled_at",
  "approved_at",
  "hold_reason",
  "hold_until",
  "share_minor",
  "paid_submission_id",
  "paid_at",
  "ended_at",
  "needs_operator",
]);
const ADDRESS = pick(creator_addresses, [
  "full_name",
  "line1",
  "line2",
  "city",
  "region",
  "postal_code",
  "country",
  "phone",
]);
const PARCEL = pick(parcels, ["id", "carrier", "tracking_code", "status", "history"]);
const SUBMISSION = pick(submissions, ["id", "round", "url", "canonical_url", "verdict", "created_at"]);

/** Everything the page of one collaboration shows to `actor`. @throws Refusal 404 */
export async function readCollaboration(
  tx: Queryable,
  actor: Actor,
  id: CollaborationId,
  looks_after: Cursor | null = null,
) {
  const [found] = await tx
    .select({
      row: ROW,
      offer: {
        id: offers.id,
        title: offers.title,
        product_title: offers.product_title,
        product_url: offers.product_url,
        asin: offers.asin,
        brief: offers.brief,
        sample_code: offers.sample_code,
      },
      brand: {
        name: brands.name,
      },
      creator: {
        handle: creators.handle,
        display_name: creators.display_name,
      },
      channel: {
        handle: creator_channels.handle,
        url: creator_channels.url,
        ...FOLLOWERS,
        engagement_bps: creator_channels.engagement_bps,
      },
    })
    .from(collaborations)
    .innerJoin(offers, eq(offers.id, collaborations.offer_id))
    .innerJoin(brands, eq(brands.id, collaborations.brand_id))
    .innerJoin(creators, eq(creators.id, collaborations.creator_id))
    .leftJoin(creator_channels, eq(creator_channels.id, collaborations.channel_id))
    .where(eq(collaborations.id, id));
  if (!found || !belongsTo(found.row, actor)) throw notFound("collaboration");
  const { row } = found;
  const to = { to_operator: actor.kind === "operator" };
  const circumstances = await readCircumstances(tx, row);
  return {
    ...found,
    channel: found.channel && withFollowers(found.channel),
    // The mark is the brand's own.
    row: actor.kind === "creator" ? { ...row, shortlisted: false } : row,
    may_shortlist: actor.kind === "brand" && brandMay(actor.role, "edit") && row.state === "applied",
    // A code is worth money: the creator sees it only once it is issued to them.
    offer: { ...found.offer, sample_code: actor.kind === "creator" ? "" : found.offer.sample_code },
    address: mayReadAddress(actor, row) ? await readAddress(tx, row.creator_id) : null,
    agreement: await readAgreement(tx, id),
    events: await readEvents(tx, id),
    parcels: await tx
      .select(PARCEL)
      .from(parcels)
      .where(eq(parcels.collaboration_id, id))
      .orderBy(desc(parcels.created_at)),
    submissions: await readSubmissions(tx, row, to),
    /** The best that is known of the posts handed in. */
    post_proof: circumstances.proof,
    looks: row.paid_submission_id ? await readLooks(tx, id, to, looks_after) : null,
    /** What is verified by machine on this platform, and what by a person. */
    proof: proofOn(row.platform),
    money: await readMoney(tx, row),
    debt: actor.kind === "operator" ? await readDebt(tx, id) : null,
    moves:
      actor.kind === "system" ? [] : transitionsOpenTo(row.state, { ...circumstances, actor: actor.kind }),
    outlook: outlookOf(row.state, circumstances),
  };
}

/** A brand sees where to send a sample only after both have agreed, and only for samples that are sent. */
function mayReadAddress(actor: Actor, row: Pick<Collaboration, "agreed_at" | "sample_mode">): boolean {
  return actor.kind === "creator" || (row.agreed_at !== null && row.sample_mode === "shipped");
}

async function readAgreement(tx: Queryable, id: CollaborationId) {
  const [agreement] = await tx
    .select({ terms: agreements.terms, sha256: agreements.sha256 })
    .from(agreements)
    .where(eq(agreements.collaboration_id, id));
  return agreement ?? null;
}

async function readAddress(tx: Queryable, creator_id: CreatorId) {
  const [address] = await tx
    .select(ADDRESS)
    .from(creator_addresses)
    .where(eq(creator_addresses.creator_id, creator_id));
  return address ?? null;
}

function readEvents(tx: Queryable, id: CollaborationId) {
  return tx
    .select({
      id: collaboration_events.id,
      event: collaboration_events.event,
      from_state: collaboration_events.from_state,
      to_state: collaboration_events.to_state,
      actor_kind: collaboration_events.actor_kind,
      actor_name: users.name,
      data: collaboration_events.data,
      at: collaboration_events.at,
    })
    .from(collaboration_events)
    .leftJoin(users, eq(users.id, collaboration_events.actor_user_id))
    .where(eq(collaboration_events.collaboration_id, id))
    .orderBy(asc(collaboration_events.id));
}

/** Each submission, newest first, with the last look at it and when the next one is due. */
async function readSubmissions(
  tx: Queryable,
  { id, state, needs_operator }: Pick<Collaboration, "id" | "state" | "needs_operator">,
  to: { to_operator: boolean },
) {
  const rows = await tx
    .select({
      ...SUBMISSION,
      decided_by_operator: sql<boolean>`${submissions.decided_by_user_id} is not null`,
    })
    .from(submissions)
    .where(eq(submissions.collaboration_id, id))
    .orderBy(desc(submissions.round));
  if (rows.length === 0) return [];
  const looks = await tx
    .selectDistinctOn(
      [verifications.submission_id],
      pick(verifications, ["submission_id", "verdict", "checks", "attempt", "created_at"]),
    )
    .from(verifications)
    .where(
      inArray(
        verifications.submission_id,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(verifications.submission_id, desc(verifications.attempt));
  const asking = state === "verifying" && !needs_operator;
  return rows.map((row) => {
    const look = looks.find(({ submission_id }) => submission_id === row.id);
    const unknown = row.verdict === null && look?.verdict === "undecided";
    return {
      ...row,
      look: look
        ? { verdict: look.verdict, checks: look.checks.map((check) => shownCheck(check, to)) }
        : null,
      next_look_at: look && asking && unknown ? nextLookAt(look) : null,
    };
  });
}

function shownCheck({ evidence, ...check }: CheckResult, to: { to_operator: boolean }) {
  return { ...check, evidence: evidence.map((seen) => shownEvidence(seen, to)) };
}

/** Where the money of one collaboration is, from the books: amounts in minor units of its currency. */
async function readMoney(tx: Queryable, row: Pick<Collaboration, "id" | "currency">) {
  const [held] = await tx
    .select({ balance_minor: ledger_accounts.balance_minor })
    .from(ledger_accounts)
    .where(
      and(
        eq(ledger_accounts.code, accounts.collaborationHeld(row.id).code),
        eq(ledger_accounts.currency, row.currency),
      ),
    );
  const [transfer] = await tx
    .select(pick(money_movements, ["status", "amount_minor", "reason", "stripe_id"]))
    .from(money_movements)
    .where(and(eq(money_movements.collaboration_id, row.id), eq(money_movements.kind, "transfer")))
    .orderBy(asc(money_movements.created_at))
    .limit(1);
  return { held_minor: held?.balance_minor ?? 0, transfer: transfer ?? null };
}
