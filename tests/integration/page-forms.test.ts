/** The forms of applying, of a brand's offer, of strike appeals and of payouts: done, refused, wrong person, wrong input, sent twice. */

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { COLLABORATION_STATES } from "@/app/domain/collaboration/vocabulary";
import { recordStrike } from "@/app/domain/standing/record-strike";
import type { CollaborationId, UserId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { action as offerPage } from "@/app/routes/brand.offers.$id/route";
import { action as payouts } from "@/app/routes/creator.payouts/route";
import { action as standing } from "@/app/routes/creator.standing/route";
import { action as apply } from "@/app/routes/offers.$id_.apply/route";
import { action as strikeAppeals } from "@/app/routes/operator.strike-appeals/route";
import { db } from "@/db/client";
import { users } from "@/db/schema/account";
import { collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import { strike_appeals } from "@/db/schema/standing";
import { transact } from "@/db/transact";
import { dealAt } from "../factories/collaborations";
import { makeLiveOffer, makeUnpaidOffer } from "../factories/offers";
import { makeBrand, makeCreator, makeOperator } from "../factories/people";
import { callRoute, signIn } from "../setup/call-route";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

type Form = Record<string, string | number>;
const PITCH = "I film desks, and lamps are what I film best.";

async function send(handler: (args: never) => unknown, by: { user_id: UserId } | null, form: Form, id = "") {
  return callRoute(handler, `/page/${id}`, {
    form,
    cookie: by ? await signIn(by.user_id) : "",
    params: { id },
  });
}

describe("applying", () => {
  test("leads to the collaboration, once", async () => {
    const offer = await makeLiveOffer(await makeBrand());
    const creator = await makeCreator();
    const form = { channel_id: creator.channel_id, pitch: PITCH };
    expect((await send(apply, creator, form, offer.id)).location).toMatch(
      /^\/collaborations\/collab_\w+\?done=apply$/,
    );
    const again = await send(apply, creator, form, offer.id);
    expect(again).toMatchObject({
      status: 409,
      body: { refusal: { code: "already_running" }, values: form },
    });
    expect(await db.select().from(collaborations).where(eq(collaborations.offer_id, offer.id))).toHaveLength(
      1,
    );
  });

  test("is refused in words where the offer asks for more", async () => {
    const offer = await makeLiveOffer(await makeBrand(), {
      eligibility: {
        countries: [],
        min_followers: 1_000_000,
        min_engagement_bps: 0,
        min_delivery_bps: 0,
        max_open_jobs: 0,
        requires_storefront: false,
      },
    });
    const creator = await makeCreator();
    const answer = await send(apply, creator, { channel_id: creator.channel_id, pitch: PITCH }, offer.id);
    expect(answer.status).toBe(403);
    expect(answer.body.errors?.[""]?.[0]).toMatch(/\w+ \w+/);
    expect(answer.body.values?.pitch).toBe(PITCH);
  });

  test("takes no short word and no channel of somebody else", async () => {
    const offer = await makeLiveOffer(await makeBrand());
    const creator = await makeCreator();
    const short = await send(apply, creator, { channel_id: creator.channel_id, pitch: "Hi" }, offer.id);
    expect(Object.keys(short.body.errors ?? {})).toEqual(["pitch"]);
    const other = await makeCreator();
    const foreign = await send(apply, creator, { channel_id: other.channel_id, pitch: PITCH }, offer.id);
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(await db.select().from(collaborations).where(eq(collaborations.offer_id, offer.id))).toEqual([]);
  });

  test("is for creators with a confirmed address, and for offers that are there", async () => {
    const offer = await makeLiveOffer(await makeBrand());
    const creator = await makeCreator();
    const form = { channel_id: creator.channel_id, pitch: PITCH };
    expect((await send(apply, null, form, offer.id)).location).toContain("/sign-in");
    expect((await send(apply, await makeBrand(), form, offer.id)).status).toBe(403);
    expect((await send(apply, creator, form, "offer_none")).status).toBe(404);
    await db.update(users).set({ email_verified_at: null }).where(eq(users.id, creator.user_id));
    expect((await send(apply, creator, form, offer.id)).location).toBe("/confirm-email");
  });
});

describe("a brand's offer", () => {
  const collaboration = async (id: CollaborationId) => {
    const [row] = await db.select().from(collaborations).where(eq(collaborations.id, id));
    return row;
  };

  test.each([
    ["offer_slot", "slot_offered"],
    ["decline_application", "declined"],
  ])("%s is done once", async (intent, state) => {
    const { brand, offer, id } = await dealAt("applied");
    const form = { intent, collaboration_id: id, version: (await collaboration(id))?.version ?? 0 };
    expect((await send(offerPage, brand, form, offer.id)).location).toBe(`/brand/offers/${offer.id}`);
    expect((await collaboration(id))?.state).toBe(state);
    const again = await send(offerPage, brand, form, offer.id);
    expect(again).toMatchObject({ status: 409, body: { refusal: { code: "stale_state" } } });
  });

  test("a slot is offered by its own brand alone, and with a version", async () => {
    const { creator, brand, offer, id } = await dealAt("applied");
    const form = { intent: "offer_slot", collaboration_id: id, version: 1 };
    expect((await send(offerPage, await makeBrand(), form, offer.id)).status).toBe(404);
    expect((await send(offerPage, creator, form, offer.id)).status).toBe(403);
    expect((await send(offerPage, null, form, offer.id)).location).toContain("/sign-in");
    const { version: _, ...without } = form;
    const answer = await send(offerPage, brand, without, offer.id);
    expect(answer).toMatchObject({ status: 422, body: { errors: { version: [expect.any(String)] } } });
    expect(COLLABORATION_STATES).toContain("applied");
    expect((await collaboration(id))?.state).toBe("applied");
  });

  test("the shortlist is set and taken off, as often as one likes", async () => {
    const { brand, offer, id } = await dealAt("applied");
    for (const [intent, shortlisted] of [
      ["shortlist", true],
      ["shortlist", true],
      ["take_off_shortlist", false],
    ] as const) {
      const { status } = await send(offerPage, brand, { intent, collaboration_id: id }, offer.id);
      expect([status, (await collaboration(id))?.shortlisted]).toEqual([302, shortlisted]);
    }
    const foreign = await send(
      offerPage,
      await makeBrand(),
      { intent: "shortlist", collaboration_id: id },
      offer.id,
    );
    expect(foreign.status).toBe(404);
    expect((await send(offerPage, brand, { intent: "shortlist" }, offer.id)).status).toBe(422);
  });

  test("a creator is invited by handle, once", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand);
    const creator = await makeCreator();
    const [row] = await db.select().from(creators).where(eq(creators.id, creator.creator_id));
    const form = { intent: "invite", handle: `@${row?.handle}`, message: "We like your lamps." };
    expect((await send(offerPage, brand, form, offer.id)).status).toBe(302);
    expect(await send(offerPage, brand, form, offer.id)).toMatchObject({
      status: 409,
      body: { refusal: { code: "already_running" }, values: { message: form.message } },
    });
    const unknown = await send(offerPage, brand, { ...form, handle: "nobody.at.all" }, offer.id);
    expect(unknown).toMatchObject({ status: 422, body: { refusal: { code: "creator_unknown" } } });
    expect((await send(offerPage, brand, { intent: "invite" }, offer.id)).body.errors).toHaveProperty(
      "handle",
    );
    expect((await send(offerPage, await makeBrand(), form, offer.id)).status).toBe(404);
  });

  test("is paused, resumed and closed; each is refused where it does not apply", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand);
    const status = async () => (await db.select().from(offers).where(eq(offers.id, offer.id)))[0]?.status;
    const press = async (intent: string, by = brand) => send(offerPage, by, { intent }, offer.id);
    const stranger = await makeBrand();
    for (const intent of ["publish", "pause", "resume", "close"])
      expect((await press(intent, stranger)).status).toBe(404);
    for (const [intent, after] of [
      ["pause", "paused"],
      ["resume", "live"],
      ["close", "closed"],
    ] as const) {
      expect((await press(intent)).status).toBe(302);
      expect(await status()).toBe(after);
      const again = await press(intent);
      expect(again.status).toBe(409);
      expect(again.body.errors?.[""]?.[0]).toMatch(/\w+ \w+/);
    }
    expect((await press("publish")).status).toBe(409);
    expect((await press("explode")).status).toBe(404);
  });

  test("is funded only with a confirmed address, and while it is unpaid", async () => {
    const brand = await makeBrand();
    const live = await makeLiveOffer(brand);
    expect(await send(offerPage, brand, { intent: "pay" }, live.id)).toMatchObject({
      status: 409,
      body: { refusal: { code: "offer_status" } },
    });
    for (const slots of ["many", 0, -1, 1.5, 1_000_000])
      expect((await send(offerPage, brand, { intent: "top_up", slots }, live.id)).body.errors).toHaveProperty(
        "slots",
      );
    // Together with those that it has already.
    expect(await send(offerPage, brand, { intent: "top_up", slots: 500 }, live.id)).toMatchObject({
      status: 422,
      body: { refusal: { code: "slots_too_many" } },
    });
    const unpaid = await makeUnpaidOffer(brand);
    const stranger = await makeBrand();
    for (const intent of ["pay", "cancel_payment"])
      expect((await send(offerPage, stranger, { intent }, unpaid.id)).status).toBe(404);
    await db.update(users).set({ email_verified_at: null }).where(eq(users.id, brand.user_id));
    expect((await send(offerPage, brand, { intent: "pay" }, unpaid.id)).location).toBe("/confirm-email");
  });
});

describe("strike appeals", () => {
  async function suspended() {
    const creator = await makeCreator();
    const subject = { subject_kind: "creator", subject_id: creator.creator_id } as const;
    await transact((tx) => recordStrike(tx, { ...subject, kind: "ghosted", collaboration_id: null }));
    const statement = "I was ill for the whole of that month and can prove it.";
    return { creator, operator: await makeOperator(), statement };
  }
  const REASON = "The messages come from another device.";

  test("are decided once, and only with a decision", async () => {
    const { creator, operator, statement } = await suspended();
    expect(await send(standing, creator, { statement })).toMatchObject({ status: 302 });
    const appeal = one(
      await db.select().from(strike_appeals).where(eq(strike_appeals.subject_id, creator.creator_id)),
      "the appeal",
    );
    const form = { appeal_id: appeal.id, reason: REASON };

    const undecided = await send(strikeAppeals, operator, form);
    expect(undecided).toMatchObject({ status: 422, body: { errors: { decision: [expect.any(String)] } } });
    const other = await send(strikeAppeals, operator, { ...form, decision: "forgotten" });
    expect(other.status).toBe(422);
    const unexplained = await send(strikeAppeals, operator, { ...form, decision: "lifted", reason: "No." });
    expect(unexplained).toMatchObject({ status: 422, body: { refusal: { code: "reason_missing" } } });
    expect((await db.select().from(strike_appeals)).map(({ status }) => status)).toContain("open");

    for (const stranger of [creator, await makeBrand()])
      expect((await send(strikeAppeals, stranger, { ...form, decision: "lifted" })).status).toBe(403);
    expect((await send(strikeAppeals, operator, { ...form, decision: "lifted" })).status).toBe(302);
    const again = await send(strikeAppeals, operator, { ...form, decision: "kept" });
    expect(again).toMatchObject({
      status: 409,
      body: { refusal: { code: "strike_appeal_already_decided" }, values: { reason: REASON } },
    });
    const [decided] = await db.select().from(strike_appeals).where(eq(strike_appeals.id, form.appeal_id));
    expect(decided).toMatchObject({ status: "lifted", decision_reason: REASON });
  });

  test.each(["appeal_none", "appeal_'", "offer_none", "x"])(
    "that are not there are not found: %s",
    async (appeal_id) => {
      const form = { appeal_id, decision: "kept", reason: REASON };
      expect((await send(strikeAppeals, await makeOperator(), form)).status).toBe(404);
    },
  );
});

describe("payouts", () => {
  test("open nothing for others, and nothing that is not asked for", async () => {
    const creator = await makeCreator({ stripe_account_id: null });
    expect((await send(payouts, await makeBrand(), { intent: "onboarding" })).status).toBe(403);
    expect((await send(payouts, null, { intent: "onboarding" })).location).toContain("/sign-in");
    expect((await send(payouts, creator, { intent: "withdraw_everything" })).status).toBe(422);
    expect((await send(payouts, creator, {})).status).toBe(422);
    expect((await send(payouts, creator, { intent: "dashboard" })).status).toBe(404);
    await db.update(users).set({ email_verified_at: null }).where(eq(users.id, creator.user_id));
    expect((await send(payouts, creator, { intent: "onboarding" })).location).toBe("/confirm-email");
  });

  test("say in words that Stripe cannot be reached", async () => {
    const creator = await makeCreator();
    for (const intent of ["onboarding", "dashboard"]) {
      const answer = await send(payouts, creator, { intent });
      expect(answer.status).toBe(503);
      expect(answer.body.errors?.[""]?.[0]).toMatch(/\w+ \w+/);
    }
  });
});
