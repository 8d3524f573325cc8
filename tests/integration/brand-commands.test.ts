/** Organisations and the people in them. */

import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { blockCreator } from "@/app/domain/brand/block-creator";
import {
  addMember,
  createOrganisation,
  organisationSchema,
  removeMember,
  updateOrganisation,
  verifyBrand,
} from "@/app/domain/brand/organisation";
import { listBlocks } from "@/app/domain/brand/queries/blocks";
import { readOrganisation } from "@/app/domain/brand/queries/organisation";
import { brandMay } from "@/app/domain/brand/roles";
import { BRAND_ROLES } from "@/app/domain/brand/vocabulary";
import type { UserId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { transact } from "@/db/transact";
import { makeBrand, makeCreator, makeOperator, makeUser } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

const INPUT = organisationSchema.parse({ name: "Northfold", country: "US", time_zone: "America/New_York" });
const emailOf = async (user_id: UserId) =>
  one(await db.select().from(users).where(eq(users.id, user_id)), "the user").email;

test("what each role may do", () => {
  const rights = ["manage_members", "edit", "fund"] as const;
  const table = BRAND_ROLES.map((role) => [role, ...rights.filter((right) => brandMay(role, right))]);
  expect(table).toEqual([
    ["owner", "manage_members", "edit", "fund"],
    ["manager", "edit", "fund"],
    ["finance", "fund"],
    ["viewer"],
  ]);
});

test.each([
  [{ name: "x" }, "name_missing"],
  [{ country: "USA" }, "country_missing"],
  [{ time_zone: "Mars/Olympus" }, "time_zone_missing"],
  [{ website: "javascript:alert(1)" }, "url_invalid"],
])("refuses %j", (wrong, code) => {
  const messages = organisationSchema.safeParse({ ...INPUT, ...wrong }).error?.issues.map((i) => i.message);
  expect(messages).toEqual([code]);
});

test("whoever makes it owns it, and a double click makes one", async () => {
  const user_id = await makeUser("brand");
  const made = await Promise.allSettled(
    [1, 2].map(() => transact((tx) => createOrganisation(tx, user_id, INPUT))),
  );
  const brand_ids = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(brand_ids).toHaveLength(1);
  const { members } = await readOrganisation(db, { brand_id: one(brand_ids, "the first of brand ids") });
  expect(members).toMatchObject([{ user_id, role: "owner" }]);
});

test("members join by e-mail, belong to one organisation, and leave one owner behind", async () => {
  const brand = await makeBrand();
  const colleague = await makeUser("brand");
  const email = (await emailOf(colleague)).toUpperCase();
  await transact((tx) => addMember(tx, brand, { email, role: "owner" }));
  await expect(transact((tx) => addMember(tx, brand, { email, role: "viewer" }))).rejects.toMatchObject({
    code: "member_elsewhere",
  });
  const creator = await makeCreator();
  await expect(
    transact(async (tx) => addMember(tx, brand, { email: await emailOf(creator.user_id), role: "viewer" })),
  ).rejects.toMatchObject({ code: "member_unknown" });

  // Two owners who remove each other at once: one stays.
  const left = await Promise.allSettled([
    transact((tx) => removeMember(tx, brand, colleague)),
    transact((tx) => removeMember(tx, { ...brand, user_id: colleague }, brand.user_id)),
  ]);
  expect(left.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(left.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "last_owner" } });
});

test("a manager edits but does not manage members; strangers are not found", async () => {
  const brand = await makeBrand();
  const manager = { ...brand, role: "manager" as const };
  await transact((tx) => updateOrganisation(tx, manager, { ...INPUT, name: "Southfold" }));
  expect((await readOrganisation(db, brand)).brand.name).toBe("Southfold");
  await expect(
    transact((tx) => addMember(tx, manager, { email: "x@example.com", role: "viewer" })),
  ).rejects.toMatchObject({ code: "brand_role_too_low" });
  const stranger = await makeBrand();
  await expect(transact((tx) => removeMember(tx, brand, stranger.user_id))).rejects.toMatchObject({
    status: 404,
  });
});

test("an operator verifies; a block needs a reason and counts once", async () => {
  const brand = await makeBrand();
  const operator = await makeOperator();
  await transact((tx) => verifyBrand(tx, operator, brand.brand_id));
  expect((await readOrganisation(db, brand)).brand.verified_at).not.toBeNull();
  const { creator_id } = await makeCreator();
  const block = (reason: string) => transact((tx) => blockCreator(tx, brand, { creator_id, reason }));
  await expect(block(" ")).rejects.toMatchObject({ code: "reason_missing" });
  await block("Never answered");
  await block("Again");
  expect(await listBlocks(db, brand)).toMatchObject([{ creator_id, reason: "Never answered" }]);
});
