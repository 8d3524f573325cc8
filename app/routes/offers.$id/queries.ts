/** What the visitor of an offer's page is to it: a stranger, a creator who may or may not apply, a brand. */
import { eq } from "drizzle-orm";
import type { SignedInUser } from "@/app/auth/session";
import { evaluateEligibility, type Ineligibility, runningOn } from "@/app/domain/offer/eligibility";
import type { Queryable } from "@/db/client";
import { creators } from "@/db/schema/creator";
import type { offers } from "@/db/schema/offer";

export type Visitor =
  | { kind: "stranger" }
  | { kind: "other" }
  /** signed up as a creator, without a profile yet */
  | { kind: "no_profile" }
  | { kind: "running"; collaboration_id: string }
  | { kind: "creator"; reasons: Ineligibility[] };

type EvaluatedOffer = Pick<typeof offers.$inferSelect, "id" | "brand_id" | "channels" | "eligibility">;

export async function readVisitor(
  tx: Queryable,
  user: SignedInUser | null,
  offer: EvaluatedOffer,
): Promise<Visitor> {
  if (!user) return { kind: "stranger" };
  if (user.role !== "creator") return { kind: "other" };
  const [creator] = await tx.select({ id: creators.id }).from(creators).where(eq(creators.user_id, user.id));
  if (!creator) return { kind: "no_profile" };
  const collaboration_id = await runningOn(tx, creator.id, offer.id);
  if (collaboration_id) return { kind: "running", collaboration_id };
  return { kind: "creator", reasons: (await evaluateEligibility(tx, creator.id, offer)).reasons };
}
