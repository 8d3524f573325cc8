/** Who asks a command to act: authenticated by a route, or `system` for a job. */
import type { BrandRole } from "@/app/domain/brand/vocabulary";

export type BrandActor = { kind: "brand"; user_id: string; brand_id: string; role: BrandRole };
export type CreatorActor = { kind: "creator"; user_id: string; creator_id: string };
export type OperatorActor = { kind: "operator"; user_id: string };
export type SystemActor = { kind: "system" };
export type Actor = BrandActor | CreatorActor | OperatorActor | SystemActor;

/** Whose an answer is, where it belongs to one brand or one creator. */
export type OfBrand = Pick<BrandActor, "brand_id">;
export type OfCreator = Pick<CreatorActor, "creator_id">;

export const SYSTEM: SystemActor = { kind: "system" };

export function userIdOf(actor: Actor): string | null {
  return actor.kind === "system" ? null : actor.user_id;
}
