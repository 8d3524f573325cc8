/** Who may apply, and every reason why not. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { blockCreator, unblockCreator } from "@/app/domain/brand/block-creator";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { evaluateEligibility } from "@/app/domain/offer/eligibility";
import type { Eligibility } from "@/app/domain/offer/terms";
import { db } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import { dealAt, letDeadlinePass } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator, type TestCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

const NONE: Eligibility = {
  countries: [],
  min_followers: 0,
  min_engagement_bps: 0,
  min_delivery_bps: 0,
  max_open_jobs: 0,
  requires_storefront: false,
};

async function reasons(creator: TestCreator, wanted: Partial<Eligibility>): Promise<string[]> {
  const offer = await makeLiveOffer(await makeBrand(), { eligibility: { ...NONE, ...wanted } });
  const evaluated = await evaluateEligibility(db, creator.creator_id, offer);
  expect(evaluated.eligible).toBe(evaluated.reasons.length === 0);
  return evaluated.reasons.map(({ code }) => code);
}

test.each<[Partial<Eligibility>, string[]]>([
  [{}, []],
  [{ countries: ["US", "CA"] }, []],
  [{ countries: ["DE"] }, ["country_not_wanted"]],
  [{ min_followers: 12_000 }, []],
  [{ min_followers: 12_001 }, ["too_few_followers"]],
  [{ min_engagement_bps: 401 }, ["too_little_engagement"]],
  [{ requires_storefront: true }, ["storefront_missing"]],
  [{ countries: ["DE"], min_followers: 99_999 }, ["country_not_wanted", "too_few_followers"]],
])("an offer that wants %j", async (wanted, expected) => {
  expect(await reasons(await makeCreator(), wanted)).toEqual(expected);
});

test("only a proven channel on a wanted platform counts", async () => {
  expect(await reasons(await makeCreator({}, "tiktok"), {})).toEqual(["no_verified_channel"]);
  const unverified = await makeCreator();
  await db
    .update(creator_channels)
    .set({ verified_at: null })
    .where(eq(creator_channels.id, unverified.channel_id));
  expect(await reasons(unverified, {})).toEqual(["no_verified_channel"]);
});

test("the open-job cap counts what was agreed anywhere and has not ended", async () => {
  const creator = await makeCreator();
  await dealAt("creating", { creator });
  await dealAt("applied", { creator });
  expect(await reasons(creator, { max_open_jobs: 2 })).toEqual([]);
  expect(await reasons(creator, { max_open_jobs: 1 })).toEqual(["too_many_open_jobs"]);
});

test("the delivery rate is judged from the third decided collaboration on", async () => {
  const creator = await makeCreator();
  for (let count = 0; count < 2; count++) {
    const { id } = await dealAt("in_review", { creator });
    await letDeadlinePass(id);
  }
  const ghosted = await dealAt("creating", { creator });
  expect(await reasons(creator, { min_delivery_bps: 9_000 })).toEqual([]);
  await letDeadlinePass(ghosted.id);
  await letDeadlinePass(ghosted.id);
  expect(await reasons(creator, { min_delivery_bps: 6_000 })).toEqual(["suspended"]);
  expect(await reasons(creator, { min_delivery_bps: 7_000 })).toEqual(["suspended", "delivery_too_low"]);
});

test("a blocked creator is told only that this brand is not available, and nobody else is concerned", async () => {
  const brand = await makeBrand();
  const creator = await makeCreator();
  const offer = await makeLiveOffer(brand, { eligibility: NONE });
  await transact((tx) =>
    blockCreator(tx, brand, { creator_id: creator.creator_id, reason: "Sold the sample twice" }),
  );
  const evaluated = await evaluateEligibility(db, creator.creator_id, offer);
  expect(evaluated).toEqual({ eligible: false, reasons: [{ code: "brand_unavailable", params: {} }] });
  await expect(
    transact((tx) =>
      applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
    ),
  ).rejects.toMatchObject({ code: "not_eligible", params: { reasons: "brand_unavailable" } });
  expect(await reasons(creator, {})).toEqual([]);
  await transact((tx) => unblockCreator(tx, brand, creator.creator_id));
  expect((await evaluateEligibility(db, creator.creator_id, offer)).eligible).toBe(true);
});
