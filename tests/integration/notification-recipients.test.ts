/** Who is notified: one table over every role and topic. */

import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { BRAND_ROLES, type BrandRole } from "@/app/domain/brand/vocabulary";
import { notify } from "@/app/domain/notifications/notify";
import { recipientsOf, type Topic } from "@/app/domain/notifications/recipients";
import type { BrandId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { brand_members } from "@/db/schema/brand";
import { outbox } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { makeBrand, makeCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

async function organisationOfAll(): Promise<{ brand_id: BrandId; role_of: Map<string, BrandRole> }> {
  const { brand_id, user_id } = await makeBrand();
  const role_of = new Map<string, BrandRole>([[user_id, "owner"]]);
  for (const role of BRAND_ROLES.slice(1)) {
    const { user_id: other } = await makeBrand();
    await db.update(brand_members).set({ brand_id, role }).where(eq(brand_members.user_id, other));
    role_of.set(other, role);
  }
  return { brand_id, role_of };
}

test.each<[Topic, BrandRole[]]>([
  ["work", ["owner", "manager"]],
  ["money", ["owner", "manager", "finance"]],
  ["standing", ["owner", "manager", "finance"]],
])("%s notifies %j, and never a viewer", async (topic, roles) => {
  const { brand_id, role_of } = await organisationOfAll();
  const notified = (await recipientsOf(db, { brand_id }, topic)).map((user_id) => role_of.get(user_id));
  expect(notified.sort()).toEqual([...roles].sort());
});

test("a creator is notified of all that is theirs, once", async () => {
  const { creator_id, user_id } = await makeCreator();
  for (const topic of ["work", "money", "standing"] as const)
    expect(await recipientsOf(db, { creator_id }, topic)).toEqual([user_id]);
});

test("an email is asked for in the transaction that it is about: none without it", async () => {
  const { creator_id, user_id } = await makeCreator();
  const notification = { template: "blacklisted", params: {} } as const;
  const asked = async () => (await db.select().from(outbox)).filter(({ data }) => data.user_id === user_id);
  const reversed = transact(async (tx) => {
    await notify(tx, { creator_id }, "standing", notification);
    throw new Error("undone");
  });
  await expect(reversed).rejects.toThrow("undone");
  expect(await asked()).toEqual([]);
  await transact((tx) => notify(tx, { creator_id }, "standing", notification));
  expect((await asked()).map(({ data }) => data)).toEqual([{ ...notification, user_id }]);
});
