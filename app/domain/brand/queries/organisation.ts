/** Reads of a brand's own organisation. */

import { asc, eq } from "drizzle-orm";
import { one } from "@/app/lib/one";
import type { Queryable } from "@/db/client";
import { users } from "@/db/schema/account";
import { brand_members, brands } from "@/db/schema/brand";
import type { OfBrand } from "../../actor";

const ORGANISATION = {
  id: brands.id,
  name: brands.name,
  about: brands.about,
  website: brands.website,
  country: brands.country,
  time_zone: brands.time_zone,
  legal_name: brands.legal_name,
  billing_address: brands.billing_address,
  tax_id: brands.tax_id,
  logo_asset_id: brands.logo_asset_id,
  verified_at: brands.verified_at,
} as const;

export async function readOrganisation(tx: Queryable, { brand_id }: OfBrand) {
  const brand = one(await tx.select(ORGANISATION).from(brands).where(eq(brands.id, brand_id)), "the brand");
  const members = await tx
    .select({
      user_id: users.id,
      name: users.name,
      email: users.email,
      role: brand_members.role,
      created_at: brand_members.created_at,
    })
    .from(brand_members)
    .innerJoin(users, eq(users.id, brand_members.user_id))
    .where(eq(brand_members.brand_id, brand_id))
    .orderBy(asc(brand_members.created_at));
  return { brand, members };
}
