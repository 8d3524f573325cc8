/** What the visitor of an offer's page is to it: a stranger, a creator who may or may not apply, a brand. */

import type { UserRole } from "@/app/domain/account/vocabulary";
import type { CollaborationId, UserId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { creatorIdOf } from "../../creator/queries/find-creator";
import { evaluateEligibility, type Ineligibility, runningOn } from "../eligibility";
import type { Offer } from "../lock-offer";

export type Visitor =
  | { kind: "stranger" }
  | { kind: "other" }
  /** signed up as a creator, without a profile yet */
  | { kind: "no_profile" }
  | { kind: "running"; collaboration_id: CollaborationId }
  | { kind: "creator"; reasons: Ineligibility[] };

type EvaluatedOffer = Pick<Offer, "id" | "brand_id" | "channels" | "eligibility">;

export async function readVisitor(
  tx: Queryable,
  user: { id: UserId; role: UserRole } | null,
  offer: EvaluatedOffer,
): Promise<Visitor> {
  if (!user) return { kind: "stranger" };
  if (user.role !== "creator") return { kind: "other" };
  const creator_id = await creatorIdOf(tx, user.id);
  if (!creator_id) return { kind: "no_profile" };
  const collaboration_id = await runningOn(tx, creator_id, offer.id);
  if (collaboration_id) return { kind: "running", collaboration_id };
  return { kind: "creator", reasons: (await evaluateEligibility(tx, creator_id, offer)).reasons };
}
