/** What stands on a brand's papers. Papers that were issued keep what stood on them. */
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { BillingParty } from "@/app/domain/billing/vocabulary";
import type { Queryable, Tx } from "@/db/client";
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

export type BillingCustomer = BillingParty & { time_zone: string };

/** Who a brand's papers are made out to today, and by which calendar. */
export async function readBillingCustomer(tx: Queryable, brand_id: string): Promise<BillingCustomer> {
  const [brand] = await tx.select().from(brands).where(eq(brands.id, brand_id));
  const { name, legal_name, billing_address, tax_id, time_zone } = brand!;
  return { name: legal_name || name, address: billing_address, tax_id, time_zone };
}
