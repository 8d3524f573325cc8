/** Whom a billing document is made out to. */

import { eq } from "drizzle-orm";
import type { BillingParty } from "@/app/domain/billing/vocabulary";
import { one } from "@/app/lib/one";
import { pick } from "@/app/lib/pick";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import type { OfBrand } from "../../actor";

export type BillingCustomer = BillingParty & { time_zone: string };

/** Who a brand's papers are made out to today, and by which calendar. */
export async function readBillingCustomer(tx: Queryable, { brand_id }: OfBrand): Promise<BillingCustomer> {
  const rows = await tx
    .select(pick(brands, ["name", "legal_name", "billing_address", "tax_id", "time_zone"]))
    .from(brands)
    .where(eq(brands.id, brand_id));
  const { name, legal_name, billing_address, tax_id, time_zone } = one(rows, "the brand");
  return { name: legal_name || name, address: billing_address, tax_id, time_zone };
}
