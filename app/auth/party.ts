/** The signed-in person as the side they are on, for pages that brand, creator and operator share. */
import type { Actor } from "@/app/domain/actor";
import { requireBrand, requireCreator, requireOperator, requireUser } from "./session";

/** @throws redirects to sign in, or to finish signing up */
export async function requireParty(request: Request): Promise<Exclude<Actor, { kind: "system" }>> {
  const user = await requireUser(request);
  if (user.role === "brand") return requireBrand(request);
  if (user.role === "creator") return requireCreator(request);
  return requireOperator(request);
}
