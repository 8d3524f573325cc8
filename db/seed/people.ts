/** Fills the market with people: operator, brands with their marks, creators with faces, channels and payout accounts. */

import { eq } from "drizzle-orm";
import { hashPassword } from "@/app/auth/password";
import { normaliseEmail } from "@/app/domain/account/email";
import { signUp } from "@/app/domain/account/sign-up";
import type { BrandActor, CreatorActor, OperatorActor } from "@/app/domain/actor";
import { storePicture } from "@/app/domain/asset/store-picture";
import { createOrganisation, verifyBrand } from "@/app/domain/brand/organisation";
import { addChannel, markChannelVerified } from "@/app/domain/creator/channels";
import { createProfile, saveAddress } from "@/app/domain/creator/profile";
import type { Platform } from "@/app/domain/creator/vocabulary";
import { now } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import { type ChannelId, newId, type UserId } from "@/app/lib/ids";
import { openOnboarding, refreshAccount } from "@/app/stripe/accounts";
import { db, type Tx } from "@/db/client";
import { brands, creator_channels, creators, users } from "@/db/schema";
import { transact } from "@/db/transact";
import { BRANDS, type DemoBrand } from "./brands";
import { CREATORS, DEMO_CREATOR, type DemoCreator } from "./creators";
import { makeDice } from "./dice";
import { finishOnboarding, keepChannel } from "./outside";
import { drawAvatar } from "./photos/avatar";
import { drawMark } from "./photos/mark";
import { PALETTES, renderSvg } from "./photos/render";
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

/** Everyone but these has finished Stripe's onboarding: their pay waits, visibly. */
const NOT_ONBOARDED = new Set(["oscar.lund", "sadie.blake", "finn.gallo"]);
/** Channels that nobody has proven yet. */
const UNVERIFIED = new Set(["harper.lane", "abby.lawson"]);

export async function seedPopulation(): Promise<SeededPopulation> {
  const password_hash = await hashPassword(DEMO_PASSWORD);
  const operator = await seedOperator(password_hash);
  const seeded_brands: SeededBrand[] = [];
  for (const brand of BRANDS) seeded_brands.push(await seedBrand(brand, operator, password_hash));
  const seeded_creators = await inBatches(CREATORS, 6, (creator, index) =>
    seedCreator(creator, index, password_hash),
  );
  if (env.STRIPE_API_BASE)
    await inBatches(
      seeded_creators.filter(({ handle }) => !NOT_ONBOARDED.has(handle)),
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

async function seedOperator(password_hash: string): Promise<OperatorActor> {
  const user_id = newId("user");
  const email = "operator@demo.postbond.test";
  await db.insert(users).values({
    id: user_id,
    email,
    email_normalized: normaliseEmail(email),
    password_hash,
    role: "operator",
    name: "Robin Vale",
    email_verified_at: now(),
  });
  return { kind: "operator", user_id };
}

async function seedBrand(
  brand: DemoBrand,
  operator: OperatorActor,
  password_hash: string,
): Promise<SeededBrand> {
  const picture = await renderSvg(drawMark(brand.name, PALETTES[brand.palette]));
  return transact(async (tx) => {
    const { name, email } = brand.owner;
    const user_id = await seedUser(tx, { role: "brand", name, email, password_hash, locale: brand.locale });
    const { about, website, country, time_zone } = brand;
    const brand_id = await createOrganisation(tx, user_id, {
      name: brand.name,
      about,
      website,
      country,
      time_zone,
    });
    const logo_asset_id = await storePicture(tx, user_id, picture, brand.name);
    await tx.update(brands).set({ logo_asset_id }).where(eq(brands.id, brand_id));
    if (brand.verified) await verifyBrand(tx, operator, brand_id);
    return { ...brand, actor: { kind: "brand", user_id, brand_id, role: "owner" } };
  });
}

async function seedUser(tx: Tx, given: Parameters<typeof signUp>[1]): Promise<UserId> {
  const { user_id } = await signUp(tx, given);
  if (!user_id) throw new Error(`${given.email} was there before`);
  await tx.update(users).set({ email_verified_at: now() }).where(eq(users.id, user_id));
  return user_id;
}

async function seedCreator(
  creator: DemoCreator,
  index: number,
  password_hash: string,
): Promise<SeededCreator> {
  const palettes = Object.values(PALETTES);
  const picture = await renderSvg(
    drawAvatar({ seed: index * 3 + 1, palette: palettes[index % palettes.length]! }),
  );
  const email =
    creator === DEMO_CREATOR ? "creator@demo.postbond.test" : `${creator.handle}@demo.postbond.test`;
  const actor = await transact(async (tx): Promise<CreatorActor> => {
    const user_id = await seedUser(tx, {
      role: "creator",
      name: creator.name,
      email,
      password_hash,
      locale: "en",
    });
    const { handle, name, bio, country, categories } = creator;
    const creator_id = await createProfile(tx, user_id, {
      handle,
      display_name: name,
      bio,
      country,
      categories: [...categories],
    });
    const avatar_asset_id = await storePicture(tx, user_id, picture, name);
    await tx.update(creators).set({ avatar_asset_id }).where(eq(creators.id, creator_id));
    const [city, region, postal_code] = creator.city;
    const made: CreatorActor = { kind: "creator", user_id, creator_id };
    await saveAddress(tx, made, {
      full_name: name,
      line1: `${11 + index * 7} ${index % 2 ? "Juniper Street" : "Harbour Road"}`,
      line2: "",
      city,
      region,
      postal_code,
      country,
      phone: "",
    });
    return made;
  });
  const channels_of = await seedChannels(creator, actor, index);
  return { ...creator, actor, channels_of };
}

async function seedChannels(
  creator: DemoCreator,
  actor: CreatorActor,
  index: number,
): Promise<SeededChannel[]> {
  const dice = makeDice(index + 1);
  const seeded: SeededChannel[] = [];
  for (const [platform, followers] of creator.channels) {
    const handle = creator.handle.replaceAll(".", platform === "amazon" ? "-" : "");
    const id = await transact((tx) =>
      addChannel(tx, actor, { platform, handle, followers, engagement_bps: dice.int(180, 780) }),
    );
    const [row] = await db
      .select({ verification_code: creator_channels.verification_code })
      .from(creator_channels)
      .where(eq(creator_channels.id, id));
    const external_id = await keepChannel({
      platform,
      handle,
      name: creator.name,
      description: `${creator.bio}\n${row!.verification_code}`,
      followers,
    });
    const verified = !UNVERIFIED.has(creator.handle) || seeded.length > 0;
    if (verified) await transact((tx) => markChannelVerified(tx, { channel_id: id, external_id }));
    if (verified) seeded.push({ id, platform, handle, followers, external: external_id !== null });
  }
  return seeded;
}

/** On Stripe's pages, as the creator would; then what Stripe says is read back. */
async function onboard({ actor, handle }: SeededCreator): Promise<void> {
  await openOnboarding({ creator_id: actor.creator_id, email: `${handle}@demo.postbond.test` });
  const [creator] = await db
    .select({ account: creators.stripe_account_id })
    .from(creators)
    .where(eq(creators.id, actor.creator_id));
  await finishOnboarding(creator!.account!);
  await refreshAccount(creator!.account!);
}
