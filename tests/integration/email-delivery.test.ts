/** Emails on their way: the real `resend` SDK over the wire to the mail emulator, with everything that can go wrong there. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmEmail } from "@/app/domain/account/confirm-email";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import type { ReminderTemplate } from "@/app/domain/collaboration/reminders";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { transition } from "@/app/domain/collaboration/transition";
import type { OutboxData } from "@/app/domain/outbox/events";
import { takeTimeFrom } from "@/app/lib/clock";
import { rereadEnv } from "@/app/lib/env";
import type { CollaborationId, UserId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { db } from "@/db/client";
import { email_tokens, users } from "@/db/schema/account";
import { brand_members } from "@/db/schema/brand";
import { outbox, sent_emails } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { deliver } from "@/emails/deliver";
import { emailsForTransition } from "@/emails/recipients";
import { SandboxClock } from "@/sandbox/frame/clock";
import { listen } from "@/sandbox/frame/serve";
import { openStore } from "@/sandbox/frame/store";
import { makeMail } from "@/sandbox/mail";
import { dealAt } from "@/tests/factories/collaborations";
import { makeBrand, makeCreator, makeUser } from "@/tests/factories/people";
import { testDatabase } from "@/tests/setup/database";

type Message = { id: string; to: string[]; from: string; subject: string; html: string; text: string };

let mail_url = "";
let close: () => Promise<void>;

beforeAll(async () => {
  const server = await listen({ name: "mail", port: 0 });
  mail_url = server.url;
  const clock = new SandboxClock();
  const nav = { current: "mail", links: [], now: () => clock.now() };
  const context = {
    clock,
    store: openStore(undefined, "mail"),
    url: mail_url,
    app_url: "http://127.0.0.1:4299",
    nav,
  };
  server.handle(makeMail({ ...context, env: {} }).fetch);
  close = async () => {
    clock.close();
    await server.close();
  };
  process.env.RESEND_BASE_URL = mail_url;
  rereadEnv();
});

afterAll(() => close());

beforeEach(async () => {
  await testDatabase();
  await fetch(`${mail_url}/control/messages`, { method: "DELETE" });
  await fault({ status: null });
});

const inbox = async () => (await (await fetch(`${mail_url}/control/messages`)).json()) as Message[];
const fault = (body: unknown) =>
  fetch(`${mail_url}/control/faults`, { method: "POST", body: JSON.stringify(body) });
const sent = () => db.select().from(sent_emails);
const emailOf = async (id: UserId) =>
  one(await db.select().from(users).where(eq(users.id, id)), "the user").email;

const confirmation = (user_id: UserId) => ({
  key: `outbox-1:confirm_email:${user_id}`,
  user_id,
  template: "confirm_email" as const,
  params: {},
});

/** Delivers what the last transition of `collaboration_id` calls for, as the job does. */
async function deliverLastMove(collaboration_id: CollaborationId): Promise<Message[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(eq(outbox.name, "collaboration/transitioned"))
    .orderBy(outbox.id);
  const mine = rows.filter((row) => row.data.collaboration_id === collaboration_id);
  const agreed = required(
    mine.find((row) => row.data.event === "accept_slot"),
    "the agreed",
  );
  const row = mine.at(-1)?.data.event === "begin" ? agreed : required(mine.at(-1), "the next of mine");
  const moved = row.data as OutboxData<"collaboration/transitioned">;
  const { event_id } = moved;
  for (const { template, user_id } of await emailsForTransition(db, moved))
    await deliver({
      key: `outbox-${row.id}:${template}:${user_id}`,
      user_id,
      template,
      params: { collaboration_id, event_id },
    });
  return inbox();
}

const messageTo = (messages: Message[], email: string) =>
  required(
    messages.find(({ to }) => to.includes(email)),
    "messages.find(({ to }) => to.includes(email))",
  );

describe("an email", () => {
  it("goes out in the reader's language, in HTML and text, and is on record", async () => {
    const user_id = await makeUser("creator", "zh");
    expect(await deliver(confirmation(user_id))).toBe("sent");
    const [message] = await inbox();
    expect(message).toMatchObject({ subject: "请验证您的邮箱", to: [await emailOf(user_id)] });
    expect(message?.text).toContain("http://127.0.0.1:4299/confirm-email/");
    expect(message?.html).toContain("<html");
    const [row] = await sent();
    expect(row).toMatchObject({ user_id, locale: "zh", template: "confirm_email", message_id: message?.id });
    expect(row?.sent_at).toBeInstanceOf(Date);
  });

  it("carries the only copy of a link that works", async () => {
    const user_id = await makeUser("brand");
    await db.update(users).set({ email_verified_at: null });
    await deliver(confirmation(user_id));
    const message = one(await inbox(), "the message");
    const token = /\/confirm-email\/([\w-]{43})/.exec(message.text)?.[1] as string;
    const kept = JSON.stringify([
      await db.select().from(email_tokens),
      await sent(),
      await db.select().from(outbox),
    ]);
    expect(kept).not.toContain(token);
    expect(await transact((tx) => confirmEmail(tx, { token }))).toEqual({ user_id, role: "brand" });
  });

  it("is not sent again by a second run", async () => {
    const user_id = await makeUser("brand");
    await deliver(confirmation(user_id));
    expect(await deliver(confirmation(user_id))).toBe("sent before");
    expect(await inbox()).toHaveLength(1);
  });

  it("is sent once by runs at the same moment", async () => {
    const user_id = await makeUser("brand");
    await Promise.all(Array.from({ length: 5 }, () => deliver(confirmation(user_id))));
    expect(await inbox()).toHaveLength(1);
    expect((await sent())[0]?.sent_at).not.toBeNull();
  });

  it("is sent once when the answer is lost after the service took it", async () => {
    const user_id = await makeUser("brand");
    await fault({ status: 500, times: 1, after_accept: true });
    await expect(deliver(confirmation(user_id))).rejects.toThrow("application_error");
    expect((await sent())[0]?.sent_at).toBeNull();
    // The second run holds another one-time link; the service knows the key and keeps the first.
    expect(await deliver(confirmation(user_id))).toBe("sent");
    const messages = await inbox();
    expect(messages).toHaveLength(1);
    const token = /\/confirm-email\/([\w-]{43})/.exec(
      one(messages, "the first of messages").text,
    )?.[1] as string;
    await transact((tx) => confirmEmail(tx, { token }));
  });

  it("is tried again after the service was down or busy", async () => {
    const user_id = await makeUser("brand");
    for (const status of [500, 429]) {
      await fault({ status, times: 1 });
      await expect(deliver(confirmation(user_id))).rejects.toThrow("The mail service answered");
    }
    expect(await deliver(confirmation(user_id))).toBe("sent");
    expect(await inbox()).toHaveLength(1);
  });

  it("is not sent to an account that is gone", async () => {
    expect(await deliver(confirmation("user_gone"))).toBe("nobody to write to");
    expect(await inbox()).toEqual([]);
  });
});

describe("the emails about a transition", () => {
  it("go to the brand's owner and managers and to the creator, each from their own side", async () => {
    const deal = await dealAt("awaiting_sample");
    const [manager, viewer] = [await makeUser("brand", "zh"), await makeUser("brand")];
    await db.insert(brand_members).values([
      { brand_id: deal.brand.brand_id, user_id: manager, role: "manager" },
      { brand_id: deal.brand.brand_id, user_id: viewer, role: "viewer" },
    ]);
    const messages = await deliverLastMove(deal.id);
    expect(messages).toHaveLength(3);
    const to_owner = messageTo(messages, await emailOf(deal.brand.user_id));
    expect(to_owner.text).toContain("Ship the sample and enter the tracking number by");
    expect(to_owner.text).toMatch(/\d\d:\d\d (EST|EDT)/);
    expect(to_owner.text).toContain("$110.00 is held for this collaboration");
    expect(messageTo(messages, await emailOf(manager)).subject).toContain("已接受协议");
    const to_creator = messageTo(messages, await emailOf(deal.creator.user_id));
    expect(to_creator.text).toContain("$100.00 is held for you");
    expect(to_creator.text).toMatch(/\d\d:\d\d UTC/);
    for (const { text } of messages)
      expect(text).toContain(`http://127.0.0.1:4299/collaborations/${deal.id}`);
  });

  it("quote the clause and the words of a brand that asks for changes", async () => {
    const deal = await dealAt("in_review");
    await transact((tx) =>
      reviewSubmission(tx, deal.brand, {
        collaboration_id: deal.id,
        decision: "request_changes",
        clause: "must_show:0",
        note: "The lamp is never switched on.",
      }),
    );
    const [message] = await deliverLastMove(deal.id);
    expect(message?.text).toContain("Clause:\n> The lamp switched on");
    expect(message?.text).toContain("Their message:\n> The lamp is never switched on.");
  });

  it("say who cancelled, to either side", async () => {
    const deal = await dealAt("awaiting_sample", { brand: await makeBrand(), creator: await makeCreator() });
    await transact((tx) => makeTransition(tx, deal.creator, { collaboration_id: deal.id, event: "cancel" }));
    const messages = await deliverLastMove(deal.id);
    expect(messageTo(messages, await emailOf(deal.creator.user_id)).text).toContain("You canceled");
    expect(messageTo(messages, await emailOf(deal.brand.user_id)).text).toMatch(
      /\S+ canceled the collaboration/,
    );
  });

  it("quote the right one of two statements made in the same instant", async () => {
    const deal = await dealAt("in_review");
    await transact((tx) =>
      reviewSubmission(tx, deal.brand, {
        collaboration_id: deal.id,
        decision: "reject",
        clause: "must_show:0",
        note: "The lamp is never switched on.",
      }),
    );
    await transact((tx) =>
      makeTransition(tx, deal.creator, { collaboration_id: deal.id, event: "appeal", note: "It is." }),
    );
    // A simulated clock stands still between two transitions: only the event's id tells them apart.
    const instant = Date.now();
    takeTimeFrom(() => instant);
    for (const note of ["The first statement of the brand.", "The second statement of the brand."])
      await transact((tx) =>
        transition(tx, deal.brand, { collaboration_id: deal.id, event: "add_statement", data: { note } }),
      );
    takeTimeFrom(Date.now);
    const rows = await db
      .select()
      .from(outbox)
      .where(eq(outbox.name, "collaboration/transitioned"))
      .orderBy(outbox.id);
    const [first] = rows.filter(({ data }) => data.event === "add_statement");
    const event_id = Number(first?.data.event_id);
    const template = "statement_added_creator";
    const user_id = deal.creator.user_id;
    await deliver({ key: "outbox-1", user_id, template, params: { collaboration_id: deal.id, event_id } });
    const [message] = await inbox();
    expect(message?.text).toContain("The first statement");
    expect(message?.text).not.toContain("The second statement");
  });

  it("name the parcel", async () => {
    const deal = await dealAt("in_transit");
    const [message] = await deliverLastMove(deal.id);
    expect(message?.text).toMatch(/Tracking: USPS TEST[0-9A-F]+/);
  });
});

describe("a reminder", () => {
  const remind = (user_id: UserId, collaboration_id: CollaborationId, template: ReminderTemplate) =>
    deliver({ key: `outbox-9:${template}:${user_id}`, user_id, template, params: { collaboration_id } });

  it("counts the days that are left", async () => {
    const deal = await dealAt("in_review");
    await remind(deal.brand.user_id, deal.id, "review_reminder_day_3");
    expect((await inbox())[0]?.subject).toMatch(/^7 days left to review .+’s post$/);
  });

  it("is not sent when nothing is awaited any more", async () => {
    const deal = await dealAt("awaiting_sample");
    await transact((tx) => makeTransition(tx, deal.brand, { collaboration_id: deal.id, event: "cancel" }));
    expect(await remind(deal.creator.user_id, deal.id, "follow_up_1_day_left")).toBe("no longer awaited");
    expect(await inbox()).toEqual([]);
    expect(await sent()).toEqual([]);
  });
});
