/** A creator's public profile and shipping address. */

import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { CATEGORIES } from "@/app/domain/creator/vocabulary";
import { type CreatorId, newId, type UserId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { creator_addresses, creators } from "@/db/schema/creator";
import type { CreatorActor } from "../actor";

const country = z.string({ error: "country_missing" }).regex(/^[A-Z]{2}$/, "country_missing");
const needed = (max: number, code: string) =>
  z.string({ error: code }).trim().min(1, code).max(max, "too_long");
const optional = (max: number) => z.string().trim().max(max, "too_long").default("");

export const profileSchema = z.object({
  handle: z
    .string({ error: "handle_invalid" })
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._]{1,28}[a-z0-9]$/, "handle_invalid"),
  display_name: needed(80, "name_missing"),
  bio: optional(1_000),
  country,
  categories: z.array(z.enum(CATEGORIES)).max(6, "too_many_categories").default([]),
});
export type ProfileInput = z.infer<typeof profileSchema>;

/** Postal codes are checked where their shape is known, so that a typo is caught before a parcel is lost. */
const POSTAL_CODES: Readonly<Record<string, RegExp>> = {
  US: /^\d{5}(-\d{4})?$/,
  CA: /^[A-Za-z]\d[A-Za-z][ -]?\d[A-Za-z]\d$/,
  GB: /^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}$/,
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  AU: /^\d{4}$/,
  CN: /^\d{6}$/,
  JP: /^\d{3}-?\d{4}$/,
};

export const addressSchema = z
  .object({
    full_name: needed(100, "name_missing"),
    line1: needed(200, "line1_missing"),
    line2: optional(200),
    city: needed(100, "city_missing"),
    region: optional(100),
    postal_code: needed(20, "postal_code_missing"),
    country,
    phone: z
      .string()
      .trim()
      .regex(/^(\+?[\d\s().-]{6,24})?$/, "phone_invalid")
      .default(""),
  })
  .check(({ value, issues }) => {
    const shape = POSTAL_CODES[value.country];
    if (shape && !shape.test(value.postal_code))
      issues.push({ code: "custom", path: ["postal_code"], message: "postal_code_invalid", input: value });
    if (["US", "CA", "AU"].includes(value.country) && !value.region)
      issues.push({ code: "custom", path: ["region"], message: "region_missing", input: value });
  });
export type AddressInput = z.infer<typeof addressSchema>;

/** @throws Refusal `handle_taken` · `profile_exists` */
export async function createProfile(tx: Tx, user_id: UserId, input: ProfileInput): Promise<CreatorId> {
  await refuseTakenHandle(tx, input.handle);
  const id = newId("creator");
  const made = await tx
    .insert(creators)
    .values({ id, user_id, ...input })
    .onConflictDoNothing({ target: creators.user_id })
    .returning({ id: creators.id });
  if (made.length === 0) throw new Refusal("profile_exists", { status: 409 });
  return id;
}

export async function updateProfile(tx: Tx, actor: CreatorActor, input: ProfileInput): Promise<void> {
  await refuseTakenHandle(tx, input.handle, actor.creator_id);
  const before = one(
    await tx.select().from(creators).where(eq(creators.id, actor.creator_id)).for("update"),
    "the creator",
  );
  // Stripe ties an account to its country for good.
  if (before.stripe_account_id && before.country !== input.country)
    throw new Refusal("country_fixed", { status: 409 });
  await tx.update(creators).set(input).where(eq(creators.id, actor.creator_id));
}

/** Under a lock on the handle, so that of two who want it at once the second is told instead of failing. */
async function refuseTakenHandle(tx: Tx, handle: string, except?: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`handle:${handle}`}, 0))`);
  const [taken] = await tx
    .select({ id: creators.id })
    .from(creators)
    .where(sql`lower(${creators.handle}) = ${handle}`);
  if (taken && taken.id !== except) throw new Refusal("handle_taken", { status: 409, params: { handle } });
}

export async function saveAddress(tx: Tx, actor: CreatorActor, input: AddressInput): Promise<void> {
  await tx
    .insert(creator_addresses)
    .values({ creator_id: actor.creator_id, ...input })
    .onConflictDoUpdate({ target: creator_addresses.creator_id, set: input });
}
