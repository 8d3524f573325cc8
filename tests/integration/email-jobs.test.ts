/** From a committed change to the mailbox: outbox, relay, Inngest, the real SDKs, the mail emulator. Nothing in between is skipped. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmEmail } from "@/app/domain/account/confirm-email";
import { signUp } from "@/app/domain/account/sign-up";
import type { UserId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { sent_emails } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { dealAt, submit } from "@/tests/factories/collaborations";
import { testDatabase } from "@/tests/setup/database";
import { startWorld, type World } from "@/tests/setup/world";

let world: World;

beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
});
afterAll(() => world?.close());

const emailOf = async (id: UserId) =>
  one(await db.select().from(users).where(eq(users.id, id)), "the user").email;

it("a sign-up brings one email whose link confirms the account", async () => {
  const email = "mia@example.com";
  const { user_id } = await transact((tx) =>
    signUp(tx, { role: "creator", name: "Mia", email, password_hash: "none", locale: "zh" }),
  );
  await world.rest();
  const emails = await world.mailsTo(email);
  expect(emails.map(({ subject }) => subject)).toEqual(["请验证您的邮箱"]);
  const token = required(
    new RegExp(`${world.app_url}/confirm-email/([\\w-]{43})`).exec(
      one(emails, "the first of emails").text,
    )?.[1],
    "the token",
  );
  expect(await transact((tx) => confirmEmail(tx, { token: token }))).toMatchObject({ user_id });
});

it("a collaboration's transitions bring each side its own emails, each once", async () => {
  const deal = await dealAt("in_transit");
  await world.rest();
  const subjects = async (user_id: UserId) =>
    (await world.mailsTo(await emailOf(user_id))).map(({ subject }) => subject.split(":")[0]).sort();
  expect(await subjects(deal.creator.user_id)).toEqual([
    "Agreement confirmed",
    "Your sample is on its way",
    "You’ve been offered a slot",
  ]);
  const of_brand = await subjects(deal.brand.user_id);
  expect(of_brand.filter((subject) => subject?.includes("accepted"))).toHaveLength(1);
  expect(of_brand.filter((subject) => subject?.includes("applied to"))).toHaveLength(1);
  const rows = await db.select().from(sent_emails).where(eq(sent_emails.collaboration_id, deal.id));
  expect(rows.every(({ sent_at, message_id }) => sent_at && message_id)).toBe(true);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

it("a failed check is told in words, with what to do about it", async () => {
  const deal = await dealAt("creating");
  await world.control(`${world.urls.social}/control/channels`, {
    platform: "youtube",
    handle: "somebody-else",
  });
  const post = await world.control<{ url: string }>(`${world.urls.social}/control/posts`, {
    platform: "youtube",
    handle: "somebody-else",
    title: "My desk at night",
    caption: "A lamp.",
  });
  await submit(deal.creator, deal.id, post.url);
  await world.rest();
  const emails = await world.mailsTo(await emailOf(deal.creator.user_id));
  const failed = emails.find(({ subject }) => subject.endsWith("needs a fix"));
  expect(failed?.text).toContain("What to fix:\n- ");
  expect(failed?.text).toContain("The post isn’t disclosed as an ad. Write #ad");
  expect(failed?.text).not.toMatch(/not_disclosed|code\./);
});
