/** Fills the market with people: operator, brands with their marks, creators with faces, channels and payout accounts. */

import { eq } from "drizzle-orm";
import { hashPassword } from "@/app/auth/password";
import type { BrandActor, CreatorActor, OperatorActor } from "@/app/domain/actor";
import { storePicture } from "@/app/domain/asset/store-picture";
import { verifyBrand } from "@/app/domain/brand/organisation";
import { markChannelVerified } from "@/app/domain/creator/channels";
import type { Platform } from "@/app/domain/creator/vocabulary";
import { env } from "@/app/lib/env";
import type { ChannelId } from "@/app/lib/ids";
import { refreshAccount } from "@/app/stripe/accounts";
import { brands, creators } from "@/db/schema";
import { transact } from "@/db/transact";
import { startOnboarding } from "@/factories/at-stripe";
import { makeBrand, makeChannel, makeCreator, makeOperator } from "@/factories/people";
import { BRANDS, type DemoBrand } from "./brands";
import { CREATORS, DEMO_CREATOR, type DemoCreator } from "./creators";
import { makeDice } from "./dice";
import { finishOnboarding, keepChannel } from "./outside";
import { readPictureFile } from "./pictures";
import { DEMO_PASSWORD } from "./sign-ins";

export type SeededBrand = DemoBrand & { actor: BrandActor };
export type SeededChannel = {
  id: ChannelId;
  platform: Platform;
  handle: string;
  followers: number;
  external: boolean;
};
export type SeededCreator = DemoCreator & { actor: CreatorActor; channels_of: SeededChannel[] };
export type SeededPopulation = { operator: OperatorActor; brands: SeededBrand[]; creators: SeededCreator[] };

export async function seedPopulation(): Promise<SeededPopulation> {
  const password_hash = await hashPassword(DEMO_PASSWORD);
  const operator = await transact((tx) =>
    makeOperator(tx, { name: "Robin Vale", email: "operator@demo.postbond.test", password_hash }),
  );
  const seeded_brands: SeededBrand[] = [];
  for (const brand of BRANDS) seeded_brands.push(await seedBrand(brand, operator, password_hash));
  const seeded_creators = await inBatches(CREATORS, 6, (creator, index) =>
    seedCreator(creator, index, password_hash),
  );
  if (env.STRIPE_API_BASE)
    await inBatches(
      seeded_creators.filter(({ onboarded }) => onboarded),
      6,
      onboard,
    );
  return { operator, brands: seeded_brands, creators: seeded_creators };
}

async function inBatches<T, R>(
  list: readonly T[],
  size: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < list.length; from += size)
    done.push(
      ...(await Promise.all(list.slice(from, from + size).map((item, offset) => work(item, from + offset)))),
    );
  return done;
}

async function seedBrand(
  brand: DemoBrand,
  operator: OperatorActor,
  password_hash: string,
): Promise<SeededBrand> {
  const { key, locale, verified, owner, ...organisation } = brand;
  const picture = await readPictureFile(`brands/${key}`);
  return transact(async (tx) => {
    const actor = await makeBrand(tx, { ...owner, locale, password_hash }, organisation);
    const logo_asset_id = await storePicture(tx, actor.user_id, picture, brand.name);
    await tx.update(brands).set({ logo_asset_id }).where(eq(brands.id, actor.brand_id));
    if (verified) await verifyBrand(tx, operator, actor.brand_id);
    return { ...brand, actor };
  });
}

async function seedCreator(
  creator: DemoCreator,
  index: number,
  password_hash: string,
): Promise<SeededCreator> {
  const { handle, display_name, bio, country, categories, address } = creator;
  const picture = await readPictureFile(`creators/${handle}`);
  const actor = await transact(async (tx) => {
    const person = { name: display_name, email: emailOf(creator), password_hash };
    const line1 = `${11 + index * 7} ${index % 2 ? "Juniper Street" : "Harbour Road"}`;
    const made = await makeCreator(tx, person, {
      handle,
      bio,
      country,
      categories,
      address: { ...address, line1 },
    });
    const avatar_asset_id = await storePicture(tx, made.user_id, picture, display_name);
    await tx.update(creators).set({ avatar_asset_id }).where(eq(creators.id, made.creator_id));
    return made;
  });
  const channels_of = await seedChannels(creator, actor, index);
  return { ...creator, actor, channels_of };
}

function emailOf({ handle }: DemoCreator): string {
  return `${handle === DEMO_CREATOR.handle ? "creator" : handle}@demo.postbond.test`;
}

/** @returns those that are verified */
async function seedChannels(
  creator: DemoCreator,
  actor: CreatorActor,
  index: number,
): Promise<SeededChannel[]> {
  const dice = makeDice(index + 1);
  const seeded: SeededChannel[] = [];
  for (const { platform, followers } of creator.channels) {
    const handle = creator.handle.replaceAll(".", platform === "amazon" ? "-" : "");
    const { id, verification_code } = await transact((tx) =>
      makeChannel(tx, actor, { platform, handle, followers, engagement_bps: dice.int(180, 780) }),
    );
    const external_id = await keepChannel({
      platform,
      handle,
      name: creator.display_name,
      description: `${creator.bio}\n${verification_code}`,
      followers,
    });
    if (!creator.channels_verified) continue;
    await transact((tx) => markChannelVerified(tx, { channel_id: id, external_id }));
    seeded.push({ id, platform, handle, followers, external: external_id !== null });
  }
  return seeded;
}

/** On Stripe's pages, as the creator would; then what Stripe says is read back. */
async function onboard(creator: SeededCreator): Promise<void> {
  const account = await startOnboarding(creator.actor.creator_id, emailOf(creator));
  await finishOnboarding(account);
  await refreshAccount(account);
}
