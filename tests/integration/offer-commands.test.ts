/** An offer's life: drafted, paid in, paused, closed; who may do what, and where the money goes. */

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { closeExpiredOffer, closeExpiredOffers, closeOffer } from "@/app/domain/collaboration/close-offer";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf } from "@/app/domain/ledger/post";
import { changeUnpaidOffer, createOffer } from "@/app/domain/offer/create-offer";
import { offerTotal } from "@/app/domain/offer/fee";
import { type OfferInput, offerInputSchema } from "@/app/domain/offer/input";
import { pauseOffer, publishOffer, resumeOffer } from "@/app/domain/offer/publish-offer";
import { startPayment } from "@/app/domain/offer/start-payment";
import { defaultLicence } from "@/app/domain/offer/terms";
import { defaultPolicy } from "@/app/domain/policy/policy";
import { now, setClockOffset } from "@/app/lib/clock";
import type { AssetId, OfferId, UserId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { assets } from "@/db/schema/asset";
import { brand_members, brands } from "@/db/schema/brand";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments, offer_photos, offers } from "@/db/schema/offer";
import { outbox } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { dealAt, read } from "../factories/collaborations";
import { makeLiveOffer, makePayment, makeUnpaidOffer, pay } from "../factories/offers";
import { makeBrand, makeUser } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

const input = (given: Partial<OfferInput> = {}): OfferInput =>
  offerInputSchema.parse({
    title: "Show the lamp at work",
    category: "home",
    product_title: "Desk lamp",
    product_url: "https://www.amazon.com/dp/B0TESTLAMP",
    asin: "b0testlamp",
    marketplace_country: "US",
    retail_value_minor: 4_900,
    currency: "USD",
    fee_minor: 12_345,
    slots: 3,
    channels: ["youtube"],
    brief: {
      summary: "Show the lamp on a real desk, by day and by night.",
      must_show: [],
      must_say: [],
      must_not_say: [],
      hashtags: [],
      mentions: [],
      require_product_link: true,
      min_length_seconds: 0,
    },
    eligibility: {
      countries: [],
      min_followers: 0,
      min_engagement_bps: 0,
      min_delivery_bps: 0,
      max_open_jobs: 0,
      requires_storefront: false,
    },
    sample_mode: "shipped",
    licence: defaultLicence(),
    policy: defaultPolicy(),
    ...given,
  });

const offerRow = async (id: OfferId) =>
  one(await db.select().from(offers).where(eq(offers.id, id)), "the offer");

describe("drafting", () => {
  test("stores what was typed, with the platform's fee rounded down on top", async () => {
    const brand = await makeBrand();
    const offer = await transact((tx) => createOffer(tx, brand, input()));
    expect(offer).toMatchObject({
      status: "unpaid",
      fee_minor: 12_345,
      platform_fee_minor: 1_234,
      asin: "B0TESTLAMP",
    });
    expect(offerTotal(offer)).toBe(3 * (12_345 + 1_234));
  });

  test("only pictures of one's own, in their order", async () => {
    const brand = await makeBrand();
    const picture = async (owner_user_id: UserId, id: AssetId) => {
      await db.insert(assets).values({
        id,
        owner_user_id,
        content_type: "image/webp",
        sha256: id,
        width: 1,
        height: 1,
        bytes: Buffer.from("x"),
      });
      return id;
    };
    const first = await picture(brand.user_id, "asset_first");
    const second = await picture(brand.user_id, "asset_second");
    const foreign = await picture((await makeBrand()).user_id, "asset_foreign");
    const offer = await transact((tx) => createOffer(tx, brand, input(), [second, first]));
    const stored = await db.select().from(offer_photos).where(eq(offer_photos.offer_id, offer.id));
    expect(stored.sort((a, b) => a.position - b.position).map(({ asset_id }) => asset_id)).toEqual([
      second,
      first,
    ]);
    const colleague = await makeUser("brand");
    await db.insert(brand_members).values({ brand_id: brand.brand_id, user_id: colleague, role: "manager" });
    const theirs = await picture(colleague, "asset_of_a_colleague");
    await transact((tx) => createOffer(tx, brand, input(), [theirs]));
    await expect(transact((tx) => createOffer(tx, brand, input(), [foreign]))).rejects.toMatchObject({
      code: "photo_unknown",
    });
  });

  test("finance and viewer may not edit, and nobody another brand's draft", async () => {
    const brand = await makeBrand();
    const offer = await transact((tx) => createOffer(tx, brand, input()));
    for (const role of ["finance", "viewer"] as const)
      await expect(transact((tx) => createOffer(tx, { ...brand, role }, input()))).rejects.toMatchObject({
        code: "brand_role_too_low",
        status: 403,
      });
    const stranger = await makeBrand();
    await expect(
      transact((tx) => changeUnpaidOffer(tx, stranger, offer.id, input(), [])),
    ).rejects.toMatchObject({
      status: 404,
    });
  });

  test.each([
    [{ fee_minor: 0 }, "fee_minor", "fee_missing"],
    [{ slots: 501 }, "slots", "slots_too_many"],
    [{ channels: [] }, "channels", "channels_missing"],
    [{ asin: "", product_url: "" }, "product_url", "product_link_missing"],
    [{ asin: "TOO-SHORT" }, "asin", "asin_invalid"],
    [{ product_url: "javascript:alert(1)" }, "product_url", "url_invalid"],
    [{ sample_mode: "purchase" as const }, "reimbursement_cap_minor", "cap_missing"],
    [{ reimbursement_cap_minor: 500 }, "reimbursement_cap_minor", "cap_without_purchase"],
    [{ title: "Leave a 5-star review on Amazon" }, "title", "asks_for_review"],
  ])("the wizard refuses %j at %s", (wrong, field, code) => {
    const result = offerInputSchema.safeParse({ ...input(), ...wrong });
    expect(result.error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([field, code]);
  });
});

describe("paying in", () => {
  test("one open payment over the whole price, however often it is asked for", async () => {
    const brand = await makeBrand();
    const offer = await transact((tx) => createOffer(tx, brand, input()));
    const finance = { ...brand, role: "finance" as const };
    const asked = await Promise.all(
      [1, 2, 3].map(() => transact((tx) => startPayment(tx, finance, offer.id))),
    );
    expect(new Set(asked).size).toBe(1);
    const [payment] = await db.select().from(offer_payments).where(eq(offer_payments.offer_id, offer.id));
    expect(payment).toMatchObject({ status: "pending", amount_minor: offerTotal(offer), currency: "USD" });
  });

  test("while a pay page is open words may change, the price may not", async () => {
    const brand = await makeBrand();
    const offer = await transact((tx) => createOffer(tx, brand, input()));
    await transact((tx) => startPayment(tx, brand, offer.id));
    const renamed = input({ title: "Show the lamp at night" });
    expect((await transact((tx) => changeUnpaidOffer(tx, brand, offer.id, renamed, []))).title).toBe(
      renamed.title,
    );
    await expect(
      transact((tx) => changeUnpaidOffer(tx, brand, offer.id, input({ fee_minor: 9_900 }), [])),
    ).rejects.toMatchObject({ code: "payment_open" });
  });

  test("a suspended brand, a past closing day and a live offer are refused", async () => {
    const brand = await makeBrand({
      standing: "suspended",
      suspended_until: new Date(now().getTime() + 1e8),
    });
    const draft = await makeUnpaidOffer(brand);
    await expect(transact((tx) => startPayment(tx, brand, draft.id))).rejects.toMatchObject({
      code: "suspended",
    });
    const good = await makeBrand();
    const late = await makeUnpaidOffer(good, { closes_at: new Date(now().getTime() - 1_000) });
    await expect(transact((tx) => startPayment(tx, good, late.id))).rejects.toMatchObject({
      code: "closes_too_soon",
    });
    const live = await makeLiveOffer(good);
    await expect(transact((tx) => startPayment(tx, good, live.id))).rejects.toMatchObject({
      code: "offer_status",
      params: { status: "live" },
    });
    await expect(transact((tx) => changeUnpaidOffer(tx, good, live.id, input(), []))).rejects.toMatchObject({
      code: "offer_status",
    });
  });
});

describe("out, resting, out again", () => {
  test("pause and resume keep the place in the list", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand);
    await transact((tx) => pauseOffer(tx, brand, offer.id));
    await expect(transact((tx) => pauseOffer(tx, brand, offer.id))).rejects.toMatchObject({
      code: "offer_status",
    });
    await transact((tx) => resumeOffer(tx, brand, offer.id));
    expect(await offerRow(offer.id)).toMatchObject({ status: "live", live_at: offer.live_at });
  });

  test("an offer paid in by a suspended brand waits as funded until the brand may publish it", async () => {
    const brand = await makeBrand();
    const draft = await makeUnpaidOffer(brand);
    const payment_id = await makePayment(draft);
    await db.update(brands).set({ standing: "suspended" }).where(eq(brands.id, brand.brand_id));
    await pay(draft, payment_id);
    expect((await offerRow(draft.id)).status).toBe("funded");
    await expect(transact((tx) => publishOffer(tx, brand, draft.id))).rejects.toMatchObject({
      code: "suspended",
    });
    await db.update(brands).set({ standing: "good" }).where(eq(brands.id, brand.brand_id));
    expect((await transact((tx) => publishOffer(tx, brand, draft.id))).status).toBe("live");
    const announced = await db.select().from(outbox).where(eq(outbox.name, "offer/live"));
    expect(announced.filter(({ data }) => data.offer_id === draft.id)).toHaveLength(1);
  });
});

describe("closing", () => {
  test("ends what is open, keeps what is held, and sends the rest back once", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand, { slots: 3 });
    const running = await dealAt("awaiting_sample", { brand, offer });
    const waiting = await dealAt("applied", { brand, offer });
    const slot_minor = 11_000;
    const closed = await Promise.allSettled([
      transact((tx) => closeOffer(tx, brand, offer.id)),
      transact((tx) => closeOffer(tx, { ...brand, role: "finance" }, offer.id)),
    ]);
    expect(closed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(closed.find(({ status }) => status === "fulfilled")).toMatchObject({ value: 2 * slot_minor });
    const refunds = await db
      .select()
      .from(money_movements)
      .where(eq(money_movements.payment_id, offer.payment_id));
    expect(refunds.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([
      ["refund", 2 * slot_minor],
    ]);
    expect(await balanceOf(db, accounts.offerBudget(offer.id), "USD")).toBe(0);
    expect(await balanceOf(db, accounts.collaborationHeld(running.id), "USD")).toBe(slot_minor);
    expect((await read(waiting.id)).state).toBe("expired");
    expect((await read(running.id)).state).toBe("awaiting_sample");
    const emails = await db.select().from(outbox).where(eq(outbox.name, "email/requested"));
    expect(emails.filter(({ data }) => data.template === "offer_closed_refund_sent")).toHaveLength(1);
  });

  test("a viewer may not; a draft closes without money", async () => {
    const brand = await makeBrand();
    const draft = await makeUnpaidOffer(brand);
    await expect(
      transact((tx) => closeOffer(tx, { ...brand, role: "viewer" }, draft.id)),
    ).rejects.toMatchObject({ code: "brand_role_too_low" });
    expect(await transact((tx) => closeOffer(tx, brand, draft.id))).toBe(0);
    expect((await offerRow(draft.id)).closed_at).not.toBeNull();
  });

  test("closes by itself on its day, and not before", async () => {
    const brand = await makeBrand();
    const closes_at = new Date(now().getTime() + 3_600_000);
    const offer = await makeLiveOffer(brand, { closes_at });
    const other = await makeLiveOffer(brand, { closes_at });
    expect(await transact((tx) => closeExpiredOffer(tx, offer.id))).toBe(false);
    setClockOffset(3_601_000);
    try {
      expect(await transact((tx) => closeExpiredOffer(tx, offer.id))).toBe(true);
      expect(await transact((tx) => closeExpiredOffer(tx, offer.id))).toBe(false);
      expect(await transact((tx) => closeExpiredOffers(tx, 10))).toBe(1);
      expect((await offerRow(other.id)).status).toBe("closed");
    } finally {
      setClockOffset(0);
    }
  });
});
