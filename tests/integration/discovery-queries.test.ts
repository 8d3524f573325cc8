/** What people find: only what is live, each filter alone and together, every offer once across pages, records that add up. */

import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { listApplicants } from "@/app/domain/collaboration/queries/applicants";
import { readDeliveryRecord } from "@/app/domain/creator/queries/delivery-record";
import { readPublicCreator } from "@/app/domain/creator/queries/public-creator";
import { type BrowseFilter, browseOffers, browseQuery } from "@/app/domain/discovery/browse-offers";
import { pauseOffer } from "@/app/domain/offer/publish-offer";
import { listBrandOffers } from "@/app/domain/offer/queries/brand-offers";
import { readPublicOffer } from "@/app/domain/offer/queries/public-offer";
import { setClockOffset } from "@/app/lib/clock";
import type { Cursor } from "@/app/lib/page";
import { db, sql } from "@/db/client";
import { offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { seedBulk } from "../factories/bulk-offers";
import { dealAt, letDeadlinePass } from "../factories/collaborations";
import { makeLiveOffer, makeUnpaidOffer } from "../factories/offers";
import { makeBrand, makeCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

const BULK = 3_000;

beforeAll(async () => {
  await testDatabase();
  await transact((tx) => seedBulk(tx, BULK));
});
afterEach(() => setClockOffset(0));

async function everyPage(filter: BrowseFilter, limit: number) {
  const found = [];
  let after: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof browseOffers>> = await browseOffers(db, filter, after, limit);
    found.push(...page.offers);
    after = page.next;
  } while (after);
  return found;
}

describe("browsing", () => {
  test.each([
    ["newest", "live_at"],
    ["fee", "fee_minor"],
  ] as const)("sorted by %s, pages hold every offer once and in order", async (sort, key) => {
    const filter: BrowseFilter = { sort, category: "home" };
    const found = await everyPage(filter, 17);
    const expected = await db.select({ id: offers.id }).from(offers).where(eq(offers.category, "home"));
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
    expect(found).toHaveLength(expected.length);
    const keys = found.map((offer) => Number(offer[key]));
    expect(keys).toEqual([...keys].sort((a, b) => b - a));
  });

  test("offers of the same instant and fee are not lost between pages", async () => {
    await db.update(offers).set({ fee_minor: 77_777, currency: "GBP" }).where(eq(offers.category, "pets"));
    const found = await everyPage({ sort: "fee", currency: "GBP" }, 7);
    expect(new Set(found.map(({ id }) => id)).size).toBe(BULK / 12);
  });

  test.each<[string, BrowseFilter, (offer: Awaited<ReturnType<typeof everyPage>>[number]) => boolean]>([
    ["channel", { channel: "tiktok" }, (offer) => offer.channels.includes("tiktok")],
    ["category", { category: "beauty" }, (offer) => offer.category === "beauty"],
    ["country", { country: "DE" }, (offer) => offer.marketplace_country === "DE"],
    ["sample mode", { sample_mode: "purchase" }, (offer) => offer.sample_mode === "purchase"],
    [
      "fee",
      { min_fee_minor: 10_000, max_fee_minor: 12_000 },
      (offer) => offer.fee_minor >= 10_000 && offer.fee_minor <= 12_000,
    ],
    ["text", { text: "kettle" }, (offer) => /kettle/i.test(offer.product_title)],
  ])("the filter on %s finds what it names and nothing else", async (_name, filter, fits) => {
    const all = await everyPage({}, 500);
    const found = await everyPage(filter, 500);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(fits)).toBe(true);
    expect(found).toHaveLength(all.filter(fits).length);
  });

  test("filters hold together; text is no way in", async () => {
    const found = await everyPage({ channel: "youtube", country: "US", text: "lamp" }, 50);
    expect(
      found.every((offer) => offer.channels.includes("youtube") && offer.marketplace_country === "US"),
    ).toBe(true);
    expect(await everyPage({ text: "'; drop table offers; --" }, 50)).toEqual([]);
    expect(await everyPage({ text: "%" }, 50)).toEqual([]);
    expect((await browseOffers(db, { text: "台灯%_" })).offers).toEqual([]);
  });

  test("Chinese text is found without spaces", async () => {
    const offer = await makeLiveOffer(await makeBrand(), { title: "香薰机场景种草 · calm corner" });
    const found = await browseOffers(db, { text: "香薰" });
    expect(found.offers.map(({ id }) => id)).toEqual([offer.id]);
  });

  test("a draft, a paused and a closed offer are not there; a draft's page is not either", async () => {
    const brand = await makeBrand();
    const draft = await makeUnpaidOffer(brand, { product_title: "unicorn draft" });
    const paused = await makeLiveOffer(brand, { product_title: "unicorn paused" });
    await transact((tx) => pauseOffer(tx, brand, paused.id));
    const live = await makeLiveOffer(brand, { product_title: "unicorn live", sample_code: "SECRET" });
    const found = await browseOffers(db, { text: "unicorn" });
    expect(found.offers.map(({ id }) => id)).toEqual([live.id]);
    await expect(readPublicOffer(db, draft.id)).rejects.toMatchObject({ status: 404 });
    const page = await readPublicOffer(db, live.id);
    expect(JSON.stringify(page)).not.toContain("SECRET");
  });

  test("the first page of either order reads an index, not the table", async () => {
    for (const sort of ["newest", "fee"] as const) {
      const cursor = { key: sort === "fee" ? "20000" : new Date().toISOString(), id: "offer_z" };
      for (const after of [null, cursor]) {
        const { sql: text, params } = browseQuery(db, { sort }, after, 21).toSQL();
        const plan = await sql.unsafe(`explain ${text}`, params as never);
        expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index Scan using offers_live/);
      }
    }
  });
});

describe("records", () => {
  test("count what was agreed, delivered, on time and not", async () => {
    const creator = await makeCreator();
    const brand = await makeBrand();
    await dealAt("applied", { brand, creator });
    const reviewed = await dealAt("in_review", { brand, creator });
    await letDeadlinePass(reviewed.id);
    const ghosted = await dealAt("creating", { brand, creator });
    await letDeadlinePass(ghosted.id);
    await letDeadlinePass(ghosted.id);
    expect(await readDeliveryRecord(db, creator.creator_id)).toEqual({
      agreed: 2,
      delivered: 1,
      not_delivered: 1,
      on_time: 1,
      open: 1,
      delivery_bps: 5_000,
    });
    expect(await readDeliveryRecord(db, (await makeCreator()).creator_id)).toMatchObject({
      agreed: 0,
      delivery_bps: null,
    });
  });

  test("a brand's list counts what waits for it, and its applicants come with their records", async () => {
    const brand = await makeBrand();
    const offer = await makeLiveOffer(brand, { slots: 4 });
    const idle = await makeLiveOffer(brand);
    const applied = await dealAt("applied", { brand, offer });
    await dealAt("applied", { brand, offer });
    await dealAt("awaiting_sample", { brand, offer });
    await dealAt("in_review", { brand, offer });
    const { rows: listed } = await listBrandOffers(db, brand);
    expect(listed.find(({ id }) => id === offer.id)).toMatchObject({
      applied: 2,
      to_ship: 1,
      in_review: 1,
      slots_taken: 2,
    });
    expect(listed.find(({ id }) => id === idle.id)).toMatchObject({ applied: 0, to_ship: 0, in_review: 0 });
    const { rows: applicants } = await listApplicants(db, brand, offer.id);
    expect(applicants.map(({ collaboration_id }) => collaboration_id)).toContain(applied.id);
    expect(applicants).toHaveLength(2);
    expect(applicants[0]).toMatchObject({
      channel: { followers: { count: 12_000, seen_at: null } },
      record: { agreed: 0 },
    });
  });

  test("a creator's page shows proven channels only, under any spelling of the handle's case", async () => {
    const creator = await makeCreator({ handle: "sunny.side" });
    const page = await readPublicCreator(db, "Sunny.Side");
    expect(page.creator.id).toBe(creator.creator_id);
    expect(page.channels).toHaveLength(1);
    expect(page).not.toHaveProperty("creator.stripe_account_id");
    await expect(readPublicCreator(db, "nobody")).rejects.toMatchObject({ status: 404 });
  });
});
