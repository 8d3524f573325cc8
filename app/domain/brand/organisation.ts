/** A brand's organisation and the people in it. */

import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { BRAND_ROLES, type BrandRole } from "@/app/domain/brand/vocabulary";
import { now } from "@/app/lib/clock";
import { type BrandId, newId, type UserId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/account";
import { brand_members, brands } from "@/db/schema/brand";
import type { BrandActor, OperatorActor } from "../actor";
import { requireBrandRight } from "./roles";

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** Messages are codes with a text in both languages. */
export const organisationSchema = z.object({
  name: z.string({ error: "name_missing" }).trim().min(2, "name_missing").max(100, "too_long"),
  about: z.string().trim().max(1_000, "too_long").default(""),
  website: z
    .string()
    .trim()
    .max(200, "too_long")
    .refine(
      (value) => value === "" || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
      "url_invalid",
    )
    .default(""),
  country: z.string({ error: "country_missing" }).regex(/^[A-Z]{2}$/, "country_missing"),
  time_zone: z.string({ error: "time_zone_missing" }).refine(isZone, "time_zone_missing"),
});
export type OrganisationInput = z.infer<typeof organisationSchema>;

/** The first organisation of a brand user, who becomes its owner. @throws Refusal `organisation_exists` */
export async function createOrganisation(
  tx: Tx,
  user_id: UserId,
  input: OrganisationInput,
): Promise<BrandId> {
  const id = newId("brand");
  await tx.insert(brands).values({ id, ...input });
  const joined = await tx
    .insert(brand_members)
    .values({ brand_id: id, user_id, role: "owner" })
    .onConflictDoNothing()
    .returning({ user_id: brand_members.user_id });
  if (joined.length === 0) throw new Refusal("organisation_exists", { status: 409 });
  return id;
}

export async function updateOrganisation(tx: Tx, actor: BrandActor, input: OrganisationInput): Promise<void> {
  requireBrandRight(actor, "edit");
  await tx.update(brands).set(input).where(eq(brands.id, actor.brand_id));
}

export const memberSchema = z.object({ email: z.email("email_invalid"), role: z.enum(BRAND_ROLES) });

/** @throws Refusal `member_unknown` (no brand account with this address) · `member_elsewhere` (belongs to an organisation already) */
export async function addMember(
  tx: Tx,
  actor: BrandActor,
  input: { email: string; role: BrandRole },
): Promise<void> {
  requireBrandRight(actor, "manage_members");
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(sql`lower(${users.email}) = ${input.email.trim().toLowerCase()}`, eq(users.role, "brand")));
  if (!user) throw new Refusal("member_unknown");
  const joined = await tx
    .insert(brand_members)
    .values({ brand_id: actor.brand_id, user_id: user.id, role: input.role })
    .onConflictDoNothing()
    .returning({ user_id: brand_members.user_id });
  if (joined.length === 0) throw new Refusal("member_elsewhere", { status: 409 });
}

/** @throws Refusal `last_owner`: an organisation is never left without one */
export async function removeMember(tx: Tx, actor: BrandActor, user_id: UserId): Promise<void> {
  requireBrandRight(actor, "manage_members");
  // The organisation's row keeps two owners from removing each other at once.
  await tx.select({ id: brands.id }).from(brands).where(eq(brands.id, actor.brand_id)).for("update");
  const members = await tx.select().from(brand_members).where(eq(brand_members.brand_id, actor.brand_id));
  const leaving = members.find((member) => member.user_id === user_id);
  if (!leaving) throw notFound("member");
  if (leaving.role === "owner" && members.filter(({ role }) => role === "owner").length === 1)
    throw new Refusal("last_owner", { status: 409 });
  await tx
    .delete(brand_members)
    .where(and(eq(brand_members.brand_id, actor.brand_id), eq(brand_members.user_id, user_id)));
}

/** The operator's mark that a brand is who it says it is. */
export async function verifyBrand(tx: Tx, _actor: OperatorActor, brand_id: BrandId): Promise<void> {
  const marked = await tx
    .update(brands)
    .set({ verified_at: now() })
    .where(eq(brands.id, brand_id))
    .returning({ id: brands.id });
  if (marked.length === 0) throw notFound("brand");
}
