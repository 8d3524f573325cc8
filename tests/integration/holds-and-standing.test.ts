/** What holds a brand back is not the brand's to set: the rest before pay, and who may take on creators. */
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { inviteCreator } from "@/app/domain/collaboration/invite-creator";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { defaultPolicy } from "@/app/domain/policy/policy";
import { DAY_MS, now, setClockOffset } from "@/app/lib/clock";
import { required } from "@/app/lib/one";
import { db } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { transact } from "@/db/transact";
import { type Deal, dealAt, decide, deliver, read, submit } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});
afterEach(() => setClockOffset(0));

async function approve(deal: Deal) {
  await transact((tx) =>
    reviewSubmission(tx, deal.brand, { collaboration_id: deal.id, decision: "approve" }),
  );
  const row = await read(deal.id);
  return {
    days: (required(row.due_at, "the end of the hold").getTime() - now().getTime()) / DAY_MS,
    reason: row.hold_reason,
  };
}

const paidBefore = ({ id }: Deal) =>
  db.update(collaborations).set({ paid_at: now() }).where(eq(collaborations.id, id));

describe("pay rests", () => {
  test("seven days the first time between two, whatever the brand's policy says", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand, { policy: { ...defaultPolicy(), ...{ first_hold_days: 0 } } });
    const deal = await dealAt("in_review", { brand, offer });
    expect(await approve(deal)).toEqual({ days: expect.closeTo(7, 2), reason: "first_pair" });
  });

  test("also for a brand that has paid somebody else once", async () => {
    const brand = await makeBrand();
    await paidBefore(await dealAt("in_review", { brand }));
    expect((await approve(await dealAt("in_review", { brand }))).reason).toBe("first_pair");
  });

  test("not the second time between the same two", async () => {
    const first = await dealAt("in_review");
    await paidBefore(first);
    const { brand, creator } = first;
    expect(await approve(await dealAt("in_review", { brand, creator }))).toEqual({
      days: expect.closeTo(0, 2),
      reason: null,
    });
  });

  test("for a large amount of a brand that nobody has verified, every time", async () => {
    const first = await dealAt("in_review");
    await paidBefore(first);
    const { brand, creator } = first;
    const large = { fee_minor: 60_000, platform_fee_minor: 6_000 };
    const again = await dealAt("in_review", { brand, creator, offer: await makeLiveOffer(brand, large) });
    expect((await approve(again)).reason).toBe("unverified_large");
    await db.update(brands).set({ verified_at: now() }).where(eq(brands.id, brand.brand_id));
    const verified = await dealAt("in_review", { brand, creator, offer: await makeLiveOffer(brand, large) });
    expect((await approve(verified)).reason).toBeNull();
  });
});

describe("a suspended or blacklisted brand", () => {
  const suspend = (deal: Pick<Deal, "brand">, standing: "suspended" | "blacklisted") =>
    db
      .update(brands)
      .set({
        standing,
        suspended_until: standing === "suspended" ? new Date(now().getTime() + DAY_MS) : null,
      })
      .where(eq(brands.id, deal.brand.brand_id));

  test.each(["suspended", "blacklisted"] as const)("%s: takes no new creators", async (standing) => {
    const applied = await dealAt("applied");
    await suspend(applied, standing);
    await expect(
      transact((tx) =>
        makeTransition(tx, applied.brand, { collaboration_id: applied.id, event: "offer_slot" }),
      ),
    ).rejects.toMatchObject({ code: "brand_suspended" });

    const offered = await dealAt("slot_offered");
    await suspend(offered, standing);
    await expect(
      transact((tx) => acceptSlot(tx, offered.creator, { collaboration_id: offered.id })),
    ).rejects.toMatchObject({ code: "brand_suspended" });

    const newcomer = await makeCreator();
    await expect(
      transact((tx) =>
        applyToOffer(tx, newcomer, {
          offer_id: offered.offer.id,
          channel_id: newcomer.channel_id,
          pitch: "",
        }),
      ),
    ).rejects.toMatchObject({ code: "brand_suspended" });
    await expect(
      transact((tx) =>
        inviteCreator(tx, offered.brand, {
          offer_id: offered.offer.id,
          creator_id: newcomer.creator_id,
          message: "",
        }),
      ),
    ).rejects.toMatchObject({ code: "brand_suspended" });
  });

  test("goes on with what is running, and pays for it", async () => {
    const deal = await dealAt("in_transit");
    await suspend(deal, "blacklisted");
    await deliver(deal.id);
    await submit(deal.creator, deal.id);
    await decide(deal.id, "passed");
    await approve(deal);
    expect((await read(deal.id)).state).toBe("approved");
  });

  test("one whose suspension is over takes creators again, also before the sweep has tidied up", async () => {
    const deal = await dealAt("applied");
    await suspend(deal, "suspended");
    setClockOffset(2 * DAY_MS);
    await transact((tx) =>
      makeTransition(tx, deal.brand, { collaboration_id: deal.id, event: "offer_slot" }),
    );
    expect((await read(deal.id)).state).toBe("slot_offered");
  });
});
