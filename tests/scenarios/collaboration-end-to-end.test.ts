/** The unbroken line without its pages: pay in, apply, agree, ship, post, prove, pay out; and what happens when somebody does not. */

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BrandActor } from "@/app/domain/actor";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import type { PaymentId, UserId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { db, sql } from "@/db/client";
import { users } from "@/db/schema/account";
import { creators } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import {
  agreeAndDeliver,
  expectInvariantsHold,
  GOOD_TEXT,
  type Line,
  stripeOf,
} from "../factories/collaboration-steps";
import { read } from "../factories/collaborations";
import type { OfferRow } from "../factories/offers";
import { makeWorldCreator, type WorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";
import { startWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await startWorld();
});
afterAll(() => world.close());

let brand: BrandActor;
let creator: WorldCreator;
let offer: OfferRow & { payment_id: PaymentId };
beforeEach(async () => {
  brand = await makeBrand();
  creator = await makeWorldCreator(world);
  offer = await buyOffer(world, brand);
});

const emailOf = async (user_id: UserId) =>
  one(await db.select().from(users).where(eq(users.id, user_id)), "the user").email;
const subjectsTo = async (user_id: UserId) =>
  (await world.mailsTo(await emailOf(user_id))).map(({ subject }) => subject);

const line = (what: Partial<Line> = {}): Line => ({ world, brand, creator, offer, ...what });

describe("the line", () => {
  test("a proven post is paid exactly once, by silence, and everybody is told", async () => {
    const id = await agreeAndDeliver(line());
    expect((await read(id)).state).toBe("creating");
    const url = await creator.publish(GOOD_TEXT);
    await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
    await world.rest();
    expect((await read(id)).state).toBe("in_review");

    await world.turn({ days: 7, minutes: 1 });
    expect((await read(id)).state).toBe("approved");
    await world.turn({ days: 7, minutes: 1 }); // a first time for both: the pay rests for seven days
    expect((await read(id)).state).toMatch(/^(paid|monitoring)$/);

    const stripe = stripeOf(world);
    const { data: transfers } = await stripe.transfers.list({ transfer_group: offer.id });
    expect(
      transfers.map(({ amount, destination, metadata }) => ({
        amount,
        destination,
        collaboration: metadata.collaboration_id,
      })),
    ).toEqual([{ amount: 10_000, destination: creator.account, collaboration: id }]);
    expect(await balanceOf(db, accounts.collaborationHeld(id), "USD")).toBe(0);
    expect((await subjectsTo(brand.user_id)).length).toBeGreaterThan(3);
    expect((await subjectsTo(creator.user_id)).length).toBeGreaterThan(3);
    await expectInvariantsHold(world);
  });

  test("a failed check says what is wrong, and a cured post goes on", async () => {
    const id = await agreeAndDeliver(line());
    const url = await creator.publish("No word about pay. #desklamp https://www.amazon.com/dp/B0TESTLAMP");
    await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
    await world.rest();
    expect(await read(id)).toMatchObject({ state: "verifying", due_kind: "cure" });
    const cured = await creator.publish(GOOD_TEXT);
    await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url: cured }));
    await world.rest();
    expect((await read(id)).state).toBe("in_review");
    await expectInvariantsHold(world);
  });

  test("a platform that is down fails nobody: asked again for a day, then an operator is", async () => {
    const id = await agreeAndDeliver(line());
    const url = await creator.publish(GOOD_TEXT);
    await world.control(`${world.urls.social}/control/outages`, { platform: "youtube", status: 503 });
    await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
    await world.turn({ hours: 25 });
    expect(await read(id)).toMatchObject({ state: "verifying", needs_operator: true });
    await world.control(`${world.urls.social}/control/outages`, { platform: "youtube", status: null });
    await expectInvariantsHold(world);
  });

  test("pay for an account that is not ready stays owed with its reason, and goes out by itself once it is", async () => {
    creator = await makeWorldCreator(world, { onboarded: false });
    const id = await agreeAndDeliver(line());
    const url = await creator.publish(GOOD_TEXT);
    await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
    await world.turn({ days: 15 });
    const waiting = await db.query.money_movements.findFirst({
      where: (table, { eq: is }) => is(table.collaboration_id, id),
    });
    expect(waiting).toMatchObject({ status: "blocked", reason: "account_restricted" });
    expect((await read(id)).state).toBe("approved");

    await world.control(`${world.urls.stripe}/control/accounts/${creator.account}`, { outcome: "complete" });
    await world.rest();
    expect((await read(id)).state).toBe("paid");
    await expectInvariantsHold(world);
  });
});

describe("after the pay", () => {
  const payFor = async () => {
    const id = await agreeAndDeliver(line());
    const url = await creator.publish(GOOD_TEXT);
    await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
    await world.turn({ days: 16 });
    expect((await read(id)).state).toBe("monitoring");
    const posts = await world.control<Array<{ id: string; url: string }>>(
      `${world.urls.social}/control/posts`,
      undefined,
      "GET",
    );
    return {
      id,
      post: required(
        posts.find((post) => post.url === url),
        "posts.find((post) => post.url === url)",
      ).id,
    };
  };

  test("a post that stays up completes the collaboration after thirty days", async () => {
    const { id } = await payFor();
    await world.turn({ days: 31 });
    expect((await read(id)).state).toBe("completed");
    await expectInvariantsHold(world);
  });

  test("a post taken down is missed, may be put back, and costs a strike when it is not", async () => {
    const { id, post } = await payFor();
    const show = (state: "public" | "deleted") =>
      world.control(`${world.urls.social}/control/posts/${post}`, { state }, "PATCH");
    await show("deleted");
    await world.turn({ days: 1, hours: 3 });
    expect(await read(id)).toMatchObject({ state: "monitoring", due_kind: "removal_cure" });
    await show("public");
    await world.turn({ hours: 13 });
    expect(await read(id)).toMatchObject({ state: "monitoring", due_kind: "monitoring" });
    await show("deleted");
    await world.turn({ days: 5 });
    expect((await read(id)).state).toBe("completed");
    const struck = await sql`select kind, points from strikes where collaboration_id = ${id}`;
    expect([...struck]).toEqual([{ kind: "taken_down_early", points: 2 }]);
    await expectInvariantsHold(world);
  });
});

describe("the creator never posts", () => {
  test("four follow-ups, overdue, defaulted, a strike, the money back; closing refunds the card", async () => {
    const id = await agreeAndDeliver(line());
    await world.turn({ days: 14, minutes: 1 });
    expect((await read(id)).state).toBe("overdue");
    await world.turn({ days: 3, minutes: 1 });
    expect((await read(id)).state).toBe("defaulted");

    const sent = await sql<
      Array<{ template: string }>
    >`select template from sent_emails where collaboration_id = ${id} and template like 'follow_up%' and sent_at is not null order by created_at, template`;
    expect(sent.map(({ template }) => template)).toEqual([
      "follow_up_day_1",
      "follow_up_day_7",
      "follow_up_3_days_left",
      "follow_up_1_day_left",
    ]);
    expect(await balanceOf(db, accounts.offerBudget(offer.id), "USD")).toBe(11_000);
    const struck = one(
      await sql<
        Array<{ n: number }>
      >`select coalesce(sum(points), 0)::int as n from strikes where subject_id = ${creator.creator_id}`,
      "the struck",
    );
    expect(struck.n).toBe(3);

    expect(await transact((tx) => closeOffer(tx, brand, offer.id))).toMatchObject({});
    await world.rest();
    const stripe = stripeOf(world);
    const payment = required(
      await db.query.offer_payments.findFirst({
        where: (table, { eq: is }) => is(table.id, offer.payment_id),
      }),
      "the payment",
    );
    const { data: refunds } = await stripe.refunds.list({
      charge: required(payment.charge_id, "the charge id"),
    });
    expect(refunds.map(({ amount, status }) => ({ amount, status }))).toEqual([
      { amount: 11_000, status: "succeeded" },
    ]);
    await expectInvariantsHold(world);
  });

  test("a second ghosting blacklists, and the next offer refuses with the reason", async () => {
    for (const round of [1, 2]) {
      const next = await buyOffer(world, brand);
      if (round === 2) await world.turn({ days: 31 }); // the suspension after the first has ended
      const id = await agreeAndDeliver(line({ offer: next }));
      await world.turn({ days: 18 });
      expect((await read(id)).state).toBe("defaulted");
    }
    const row = one(
      await db.select().from(creators).where(eq(creators.id, creator.creator_id)),
      "the creator",
    );
    expect(row.standing).toBe("blacklisted");
    const refused = transact((tx) =>
      applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
    );
    await expect(refused).rejects.toMatchObject({ code: "blacklisted", status: 403 });
    await expectInvariantsHold(world);
  });
});
