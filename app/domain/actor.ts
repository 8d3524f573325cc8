/** Who asks a command to act: authenticated by a route, or `system` for a job. */

import type { BrandRole } from "@/app/domain/brand/vocabulary";
import type { BrandId, CreatorId, UserId } from "@/app/lib/ids";

export type BrandActor = { kind: "brand"; user_id: UserId; brand_id: BrandId; role: BrandRole };
export type CreatorActor = { kind: "creator"; user_id: UserId; creator_id: CreatorId };
export type OperatorActor = { kind: "operator"; user_id: UserId };
export type SystemActor = { kind: "system" };
export type Actor = BrandActor | CreatorActor | OperatorActor | SystemActor;

/** Whose an answer is, where it belongs to one brand or one creator. */
export type OfBrand = Pick<BrandActor, "brand_id">;
export type OfCreator = Pick<CreatorActor, "creator_id">;

export const SYSTEM: SystemActor = { kind: "system" };

export function userIdOf(actor: Actor): UserId | null {
  return actor.kind === "system" ? null : actor.user_id;
}
