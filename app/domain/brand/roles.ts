/** What each role in an organisation may do. Owner and manager edit, finance pays in and closes, a viewer only looks. */

import type { BrandRole } from "@/app/domain/brand/vocabulary";
import { forbidden } from "@/app/lib/refusal";
import type { BrandActor } from "../actor";

const MAY: Readonly<Record<BrandRight, readonly BrandRole[]>> = {
  manage_members: ["owner"],
  edit: ["owner", "manager"],
  fund: ["owner", "manager", "finance"], // paying in, and closing, which pays back
};
export type BrandRight = "manage_members" | "edit" | "fund";

export function brandMay(role: BrandRole, right: BrandRight): boolean {
  return MAY[right].includes(role);
}

/** @throws Refusal 403 `brand_role_too_low` */
export function requireBrandRight(actor: BrandActor, right: BrandRight): void {
  if (!brandMay(actor.role, right)) throw forbidden("brand_role_too_low");
}
