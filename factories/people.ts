/**
 * The one way in which the demo market, the simulation, tests and benches make people: by the commands behind the forms, with ordinary
 * answers for whatever is not given.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import { normaliseEmail } from "@/app/domain/account/email";
import { type SignUp, signUp } from "@/app/domain/account/sign-up";
import type { BrandActor, CreatorActor, OperatorActor } from "@/app/domain/actor";
import { createOrganisation, type OrganisationInput } from "@/app/domain/brand/organisation";
import { addChannel, type ChannelInput, markChannelVerified } from "@/app/domain/creator/channels";
import {
  type AddressInput,
  createProfile,
  type ProfileInput,
  saveAddress,
} from "@/app/domain/creator/profile";
import { now } from "@/app/lib/clock";
import { type ChannelId, newId, type UserId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { creator_channels, outbox, users } from "@/db/schema";

/** `password_hash` is of no password unless it is given: nobody can sign in. */
export type Person = Pick<SignUp, "name" | "email"> & Partial<Pick<SignUp, "locale" | "password_hash">>;

const ORDINARY = { locale: "en", password_hash: "none" } as const;

/** Somebody who has signed up and confirmed their address, so that no email asks for it any more. */
export async function makeUser(tx: Tx, role: SignUp["role"], person: Person): Promise<UserId> {
  const { user_id } = await signUp(tx, { ...ORDINARY, ...person, role });
  if (!user_id) throw new Error(`${person.email} has an account already`);
  await tx.update(users).set({ email_verified_at: now() }).where(eq(users.id, user_id));
  await tx.delete(outbox).where(and(isNull(outbox.sent_at), sql`${outbox.data} ->> 'user_id' = ${user_id}`));
  return user_id;
}

/** No form makes an operator: whoever runs the platform writes the row. */
export async function makeOperator(tx: Tx, person: Person): Promise<OperatorActor> {
  const user_id = newId("user");
  await tx.insert(users).values({
    ...ORDINARY,
    ...person,
    id: user_id,
    role: "operator",
    email_normalized: normaliseEmail(person.email),
    email_verified_at: now(),
  });
  return { kind: "operator", user_id };
}

/** An organisation with its owner. */
export async function makeBrand(
  tx: Tx,
  owner: Person,
  given: Partial<OrganisationInput> = {},
): Promise<BrandActor> {
  const user_id = await makeUser(tx, "brand", owner);
  const brand_id = await createOrganisation(tx, user_id, {
    name: owner.name,
    about: "",
    website: "",
    country: "US",
    time_zone: "America/New_York",
    ...given,
  });
  return { kind: "brand", user_id, brand_id, role: "owner" };
}

export type CreatorGiven = Partial<ProfileInput> & { handle: string; address?: Partial<AddressInput> };

/** A creator with a profile and an address; without a channel and without an account at Stripe. */
export async function makeCreator(
  tx: Tx,
  person: Person,
  { address, ...given }: CreatorGiven,
): Promise<CreatorActor> {
  const user_id = await makeUser(tx, "creator", person);
  const profile = { display_name: person.name, bio: "", country: "US", categories: [], ...given };
  const creator_id = await createProfile(tx, user_id, profile);
  const actor: CreatorActor = { kind: "creator", user_id, creator_id };
  await saveAddress(tx, actor, {
    full_name: profile.display_name,
    // Each their own: whoever shares the address of somebody blacklisted is taken for them.
    line1: `${profile.handle} Street`,
    line2: "",
    city: "Springfield",
    region: "IL",
    postal_code: "62701",
    country: profile.country,
    phone: "",
    ...address,
  });
  return actor;
}

/** A channel that nobody has verified yet. @returns the code that its page must show */
export async function makeChannel(
  tx: Tx,
  actor: CreatorActor,
  given: Partial<ChannelInput> & { handle: string },
): Promise<{ id: ChannelId; verification_code: string }> {
  const id = await addChannel(tx, actor, {
    platform: "youtube",
    followers: 12_000,
    engagement_bps: 400,
    ...given,
  });
  const rows = await tx
    .select({ verification_code: creator_channels.verification_code })
    .from(creator_channels)
    .where(eq(creator_channels.id, id));
  return { id, ...one(rows, `channel ${id}`) };
}

/** A channel whose code somebody has read back. @returns its id */
export async function makeVerifiedChannel(
  tx: Tx,
  actor: CreatorActor,
  given: Partial<ChannelInput> & { handle: string },
): Promise<ChannelId> {
  const { id } = await makeChannel(tx, actor, given);
  await markChannelVerified(tx, { channel_id: id, external_id: null });
  return id;
}
