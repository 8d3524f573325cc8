/** What stands on a brand's papers. Papers that were issued keep what stood on them. */

import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { brands } from "@/db/schema/brand";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "./roles";

/** All of it may be empty. Messages are codes with a text in both languages. */
export const billingSchema = z.object({
  legal_name: z.string().trim().max(150, "too_long").default(""),
  billing_address: z.string().trim().max(300, "too_long").default(""),
  tax_id: z.string().trim().max(60, "too_long").default(""),
});

export type Billing = z.infer<typeof billingSchema>;

/** @throws Refusal 403 for whoever may not pay offers in */
export async function updateBilling(tx: Tx, actor: BrandActor, billing: Billing): Promise<void> {
  requireBrandRight(actor, "fund");
  await tx.update(brands).set(billing).where(eq(brands.id, actor.brand_id));
}
