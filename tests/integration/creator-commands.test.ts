/** Profiles, addresses, and the one proven owner of a channel. */

import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { addChannel, markChannelVerified, removeChannel } from "@/app/domain/creator/channels";
import { createProfile, profileSchema, saveAddress, updateProfile } from "@/app/domain/creator/profile";
import { readProfile } from "@/app/domain/creator/queries/profile";
import type { ChannelId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import { dealAt } from "../factories/collaborations";
import { makeCreator, makeUser, type TestCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

const profile = (given: object = {}) =>
  profileSchema.parse({ handle: "nora.films", display_name: "Nora", country: "US", ...given });
const claim = (creator: TestCreator, handle: string) =>
  transact((tx) =>
    addChannel(tx, creator, { platform: "tiktok", handle, followers: 100, engagement_bps: 0 }),
  );
const verifyChannel = (channel_id: ChannelId) =>
  transact((tx) => markChannelVerified(tx, { channel_id, external_id: null }));

test("a handle has one owner, in whatever case; a user has one profile", async () => {
  const user_id = await makeUser("creator");
  const creator_id = await transact((tx) => createProfile(tx, user_id, profile()));
  expect((await readProfile(db, { creator_id })).creator.handle).toBe("nora.films");
  const other = await makeUser("creator");
  await expect(
    transact((tx) => createProfile(tx, other, profile({ handle: "Nora.Films" }))),
  ).rejects.toMatchObject({ code: "handle_taken" });
  await expect(
    transact((tx) => createProfile(tx, user_id, profile({ handle: "nora.two" }))),
  ).rejects.toMatchObject({ code: "profile_exists" });
});

test("two people who want the same handle at once: one gets it, the other a clean answer", async () => {
  const wanted = profile({ handle: "rush.hour" });
  const made = await Promise.allSettled(
    [await makeUser("creator"), await makeUser("creator")].map((id) =>
      transact((tx) => createProfile(tx, id, wanted)),
    ),
  );
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(made.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "handle_taken" },
  });
});

test("the country is fixed once Stripe has an account", async () => {
  const creator = await makeCreator();
  const { creator: row } = await readProfile(db, creator);
  await expect(
    transact((tx) => updateProfile(tx, creator, profile({ handle: row.handle, country: "DE" }))),
  ).rejects.toMatchObject({ code: "country_fixed" });
});

test("an address is replaced whole", async () => {
  const creator = await makeCreator();
  const address = {
    full_name: "N",
    line1: "2 Low Road",
    line2: "",
    city: "Leeds",
    region: "",
    postal_code: "LS1 1AA",
    country: "GB",
    phone: "",
  };
  await transact((tx) => saveAddress(tx, creator, address));
  expect((await readProfile(db, creator)).address).toMatchObject(address);
});

test("a claim blocks nobody; a proof does", async () => {
  const [mine, theirs] = [await makeCreator(), await makeCreator()];
  const claimed = await claim(mine, "https://www.tiktok.com/@shared.name");
  const also = await claim(theirs, "@Shared.Name");
  const [row] = await db.select().from(creator_channels).where(eq(creator_channels.id, claimed));
  expect(row).toMatchObject({ handle: "shared.name", url: "https://www.tiktok.com/@shared.name" });
  expect(row?.verification_code).toMatch(/^postbond-[a-z2-9]{6}$/);
  await expect(claim(mine, "shared.name")).rejects.toMatchObject({ code: "channel_known" });
  const verified = await Promise.allSettled([verifyChannel(also), verifyChannel(claimed)]);
  expect(verified.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(verified.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "channel_taken" },
  });
  await expect(claim(await makeCreator(), "shared.name")).rejects.toMatchObject({ code: "channel_taken" });
});

test("a channel with a collaboration stays, another goes, a stranger's is not found", async () => {
  const creator = await makeCreator();
  await dealAt("applied", { creator });
  await expect(transact((tx) => removeChannel(tx, creator, creator.channel_id))).rejects.toMatchObject({
    code: "channel_in_use",
  });
  const spare = await claim(creator, "spare.one");
  await expect(transact(async (tx) => removeChannel(tx, await makeCreator(), spare))).rejects.toMatchObject({
    status: 404,
  });
  await transact((tx) => removeChannel(tx, creator, spare));
  expect((await readProfile(db, creator)).channels).toHaveLength(1);
});
