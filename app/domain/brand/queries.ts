/** Reads of a brand's own organisation. */
import { asc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { users } from "@/db/schema/account";
import { brand_members, brands } from "@/db/schema/brand";

export async function readOrganisation(tx: Queryable, brand_id: string) {
  const [brand] = await tx.select().from(brands).where(eq(brands.id, brand_id));
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
  return { brand: brand!, members };
}

/** The operator's list. */
export function listBrands(tx: Queryable, limit = 100) {
  return tx.select().from(brands).orderBy(asc(brands.verified_at), asc(brands.created_at)).limit(limit);
}
