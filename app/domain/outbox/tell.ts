/** Who hears of what: a creator of all that is theirs; of an organisation whoever may act upon it, and never those who only look. */
import { and, eq, inArray } from "drizzle-orm";
import { BRAND_ROLES } from "@/app/domain/brand/vocabulary";
import type { Queryable, Tx } from "@/db/client";
import { brand_members } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import { type BrandRight, brandMay } from "../brand/roles";
import { emit } from "./emit";
import type { OutboxData } from "./events";

/** `work` is what is done in collaborations, `money` what was paid, refunded or disputed, `standing` the record that counts. */
export type Matter = "work" | "money" | "standing";

const ACTS_UPON: Readonly<Record<Matter, BrandRight>> = { work: "edit", money: "fund", standing: "fund" };

export type Party = { brand_id: string } | { creator_id: string };
type Letter = Pick<OutboxData<"email/requested">, "template" | "params">;

/** @returns users' ids */
export async function whoHears(tx: Queryable, party: Party, matter: Matter): Promise<string[]> {
  if ("creator_id" in party) {
    const found = await tx
      .select({ user_id: creators.user_id })
      .from(creators)
      .where(eq(creators.id, party.creator_id));
    return found.map(({ user_id }) => user_id);
  }
  const roles = BRAND_ROLES.filter((role) => brandMay(role, ACTS_UPON[matter]));
  const found = await tx
    .select({ user_id: brand_members.user_id })
    .from(brand_members)
    .where(and(eq(brand_members.brand_id, party.brand_id), inArray(brand_members.role, roles)))
    .orderBy(brand_members.user_id);
  return found.map(({ user_id }) => user_id);
}

/** Asks for a letter to each of them, in the transaction that it is about. */
export async function tell(tx: Tx, party: Party, matter: Matter, letter: Letter): Promise<void> {
  for (const user_id of await whoHears(tx, party, matter))
    await emit(tx, "email/requested", { ...letter, user_id });
}
