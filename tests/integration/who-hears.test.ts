/** Who is written to: one table over every role and matter. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { BRAND_ROLES, type BrandRole } from "@/app/domain/brand/vocabulary";
import { type Matter, tell, whoHears } from "@/app/domain/outbox/tell";
import { db } from "@/db/client";
import { brand_members } from "@/db/schema/brand";
import { outbox } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { makeBrand, makeCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

async function organisationOfAll(): Promise<{ brand_id: string; role_of: Map<string, BrandRole> }> {
  const { brand_id, user_id } = await makeBrand();
  const role_of = new Map<string, BrandRole>([[user_id, "owner"]]);
  for (const role of BRAND_ROLES.slice(1)) {
    const { user_id: other } = await makeBrand();
    await db.update(brand_members).set({ brand_id, role }).where(eq(brand_members.user_id, other));
    role_of.set(other, role);
  }
  return { brand_id, role_of };
}

test.each<[Matter, BrandRole[]]>([
  ["work", ["owner", "manager"]],
  ["money", ["owner", "manager", "finance"]],
  ["standing", ["owner", "manager", "finance"]],
])("of %s hear %j, and never who only looks", async (matter, roles) => {
  const { brand_id, role_of } = await organisationOfAll();
  const heard = (await whoHears(db, { brand_id }, matter)).map((user_id) => role_of.get(user_id));
  expect(heard.sort()).toEqual([...roles].sort());
});

test("a creator hears of all that is theirs, once", async () => {
  const { creator_id, user_id } = await makeCreator();
  for (const matter of ["work", "money", "standing"] as const)
    expect(await whoHears(db, { creator_id }, matter)).toEqual([user_id]);
});

test("a letter is asked for in the transaction that it is about: none without it", async () => {
  const { creator_id, user_id } = await makeCreator();
  const letter = { template: "blacklisted", params: {} };
  const asked = async () => (await db.select().from(outbox)).filter(({ data }) => data.user_id === user_id);
  const reversed = transact(async (tx) => {
    await tell(tx, { creator_id }, "standing", letter);
    throw new Error("undone");
  });
  await expect(reversed).rejects.toThrow("undone");
  expect(await asked()).toEqual([]);
  await transact((tx) => tell(tx, { creator_id }, "standing", letter));
  expect((await asked()).map(({ data }) => data)).toEqual([{ ...letter, user_id }]);
});
