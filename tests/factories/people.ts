/** People for tests: only what the rules look at is given, everything else is ordinary, and nobody is like anybody else. */

import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BrandActor, CreatorActor, OperatorActor } from "@/app/domain/actor";
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { ChannelId, UserId } from "@/app/lib/ids";
import { brands, creators } from "@/db/schema";
import { transact } from "@/db/transact";
import * as factory from "@/factories/people";

const tag = () => randomBytes(4).toString("hex");

function somebody(role: "brand" | "creator" | "operator", locale: "en" | "zh" = "en"): factory.Person {
  return { name: `${role} ${tag()}`, email: `${role}-${tag()}@example.com`, locale };
}

export async function makeUser(
  role: "brand" | "creator" | "operator",
  locale: "en" | "zh" = "en",
): Promise<UserId> {
  const person = somebody(role, locale);
  return transact(async (tx) =>
    role === "operator"
      ? (await factory.makeOperator(tx, person)).user_id
      : factory.makeUser(tx, role, person),
  );
}

/** @param given columns, also those that no form fills in */
export function makeBrand(given: Partial<typeof brands.$inferInsert> = {}): Promise<BrandActor> {
  return transact(async (tx) => {
    const actor = await factory.makeBrand(tx, somebody("brand"), { name: `Brand ${tag()}` });
    if (Object.keys(given).length) await tx.update(brands).set(given).where(eq(brands.id, actor.brand_id));
    return actor;
  });
}

export type TestCreator = CreatorActor & { channel_id: ChannelId };

/** Somebody with a verified channel, to whom Stripe pays out. @param given columns, also those that no form fills in */
export function makeCreator(
  given: Partial<typeof creators.$inferInsert> = {},
  platform: Platform = "youtube",
): Promise<TestCreator> {
  return transact(async (tx) => {
    const handle = `c${tag()}`;
    const address = { full_name: "Ada Example", line1: `${tag()} Main Street` };
    const actor = await factory.makeCreator(tx, somebody("creator"), {
      handle,
      display_name: handle,
      address,
    });
    await tx
      .update(creators)
      .set({
        stripe_account_id: `acct_${tag()}`,
        transfers_active: true,
        payouts_enabled: true,
        details_submitted: true,
        ...given,
      })
      .where(eq(creators.id, actor.creator_id));
    return { ...actor, channel_id: await factory.makeVerifiedChannel(tx, actor, { platform, handle }) };
  });
}

export function makeOperator(): Promise<OperatorActor> {
  return transact((tx) => factory.makeOperator(tx, somebody("operator")));
}
