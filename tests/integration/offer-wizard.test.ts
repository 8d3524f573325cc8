/** The offer's wizard: each step is kept, nothing that is half done becomes an offer, and nobody sees it but its brand. */

import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lucia } from "@/app/auth/lucia";
import type { BrandActor } from "@/app/domain/actor";
import { MAX_DRAFTS, startDraft } from "@/app/domain/offer/draft";
import { readDraft } from "@/app/domain/offer/queries/drafts";
import { findingText } from "@/app/i18n/form-messages";
import { isId, type UserId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import "@/app/i18n/languages";
import type { FormAnswer } from "@/app/lib/forms/answer";
import { loader as offersPage } from "@/app/routes/brand.offers._index/route";
import { action as edit, loader as editPage } from "@/app/routes/brand.offers.$id_.edit/route";
import { action as begin } from "@/app/routes/brand.offers.new/route";
import { action as goOn, loader as stepPage } from "@/app/routes/brand.offers.new_.$id/route";
import { db } from "@/db/client";
import { brand_members } from "@/db/schema/brand";
import { offer_drafts, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { makeBrand, makeCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

const PRODUCT = {
  title: "Show our lamp on your desk",
  product_title: "Desk lamp",
  category: "home",
  asin: "B0TESTLAMP",
  product_url: "",
  marketplace_country: "US",
  currency: "USD",
  retail_value: "49",
};
const SAMPLE = { sample_mode: "shipped" };
const BRIEF = { channels: "youtube", summary: "Show the lamp in use on your own desk.", min_length: "0" };
const WHO = { min_followers: "0", min_engagement: "0", min_delivery: "0", max_open_jobs: "0" };
const terms = (page: Page, given: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(page.typed).filter(([name]) => name.startsWith("policy."))),
  fee: "120",
  slots: "2",
  licence_kind: "organic",
  licence_days: "90",
  ...given,
});

type Page = {
  typed: Record<string, string>;
  findings: Record<string, string[]>;
  done: string[];
  step: string;
};
type Answer = { status: number; location: string | null; body: Page & FormAnswer };

const words = (finding: string) => findingText("en", finding);
type Handler = (args: never) => unknown;

let brand: BrandActor;
let cookie: string;
beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  brand = await makeBrand();
  cookie = await signIn(brand.user_id);
});

async function signIn(user_id: UserId): Promise<string> {
  const session = await lucia().createSession(user_id, { user_agent: "", client_address: "" });
  return `postbond_session=${session.id}`;
}

/** Calls a loader or action as Remix does; what it throws counts as its answer. */
async function call(
  handler: Handler,
  path: string,
  form?: Record<string, string>,
  as = cookie,
): Promise<Answer> {
  const url = new URL(path, "http://127.0.0.1:4299");
  const request = new Request(url, {
    method: form ? "POST" : "GET",
    headers: { cookie: as, "accept-language": "en" },
    body: form ? new URLSearchParams(form) : undefined,
  });
  const id = /(?:draft|offer)_\w+/.exec(url.pathname)?.[0] ?? "";
  const args = {
    request,
    params: { id },
    context: { clientAddress: "203.0.113.9", nonce: "", requestId: "" },
  };
  const answer = await (async () => handler(args as never))().catch((thrown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("location"), body: {} as Answer["body"] };
  const { data, init } = answer as { data?: Answer["body"]; init?: ResponseInit };
  return { status: init?.status ?? 200, location: null, body: data ?? (answer as Answer["body"]) };
}

/** The first step is saved. @returns the address of the draft */
async function beginWriting(): Promise<string> {
  const { location } = await call(begin, "/brand/offers/new", PRODUCT);
  expect(location).toMatch(/^\/brand\/offers\/new\/draft_\w+\?step=sample$/);
  return one(required(location, "the location").split("?"), "the path");
}

const ownOffers = () => db.select().from(offers).where(eq(offers.brand_id, brand.brand_id));

describe("writing an offer", () => {
  test("goes step by step, and is an offer only after the last one", async () => {
    const draft = await beginWriting();
    expect((await call(goOn, `${draft}?step=sample`, SAMPLE)).location).toBe(`${draft}?step=brief`);
    expect((await call(goOn, `${draft}?step=brief`, BRIEF)).location).toBe(`${draft}?step=who`);
    expect((await call(goOn, `${draft}?step=who`, WHO)).location).toBe(`${draft}?step=terms`);
    expect(await ownOffers()).toEqual([]);
    const { body } = await call(stepPage, `${draft}?step=terms`);
    expect(body.done).toEqual(["product", "sample", "brief", "who"]);
    const { location } = await call(goOn, `${draft}?step=terms`, terms(body));
    const [offer] = await ownOffers();
    expect(location).toBe(`/brand/offers/${required(offer, "the offer").id}`);
    expect(offer).toMatchObject({ status: "unpaid", title: PRODUCT.title, fee_minor: 12_000, slots: 2 });
    expect(await db.select().from(offer_drafts).where(eq(offer_drafts.brand_id, brand.brand_id))).toEqual([]);
  });

  test("goes a step back with what was typed, finished or not", async () => {
    const draft = await beginWriting();
    const half = { ...BRIEF, summary: "", hashtags: "#lamp", go: "back" };
    expect((await call(goOn, `${draft}?step=brief`, half)).location).toBe(`${draft}?step=sample`);
    const { body } = await call(stepPage, `${draft}?step=brief`);
    expect(body.typed).toMatchObject({ hashtags: "#lamp", title: PRODUCT.title });
    expect(body.findings).toBeUndefined();
  });

  test("keeps also what is wrong, and says it at its own step", async () => {
    const draft = await beginWriting();
    const { status, body } = await call(goOn, `${draft}?step=brief`, {
      ...BRIEF,
      summary: "",
      hashtags: "#lamp",
    });
    expect(status).toBe(422);
    expect(Object.keys(body.errors)).toEqual(["summary"]);
    const later = await call(stepPage, `${draft}?step=brief`);
    expect(later.body.typed).toMatchObject({ hashtags: "#lamp", title: PRODUCT.title });
  });

  test("a brief that asks for a review in a shop is refused where it stands", async () => {
    const draft = await beginWriting();
    const { status, body } = await call(goOn, `${draft}?step=brief`, {
      ...BRIEF,
      summary: "Please leave a five star review on Amazon after you tried it.",
    });
    expect(status).toBe(422);
    expect(body.errors).toEqual({ summary: [words("asks_for_review")] });
  });

  test("a product that nobody can find is said at the first step, not at the last", async () => {
    const { status, body } = await call(begin, "/brand/offers/new", { ...PRODUCT, asin: "" });
    expect(status).toBe(422);
    expect(body.errors).toEqual({ product_url: [words("product_link_missing")] });
    expect(body.values.title).toBe(PRODUCT.title);
  });

  test.each([
    ["0.20", "USD", "1", "amount_too_small"],
    ["120.005", "KWD", "1", "amount_not_movable"],
    ["9000000", "USD", "500", "amount_too_large"],
  ])(
    "a fee of %s %s for %s slots that no card can be charged is refused at the fee",
    async (fee, currency, slots, code) => {
      const { location } = await call(begin, "/brand/offers/new", { ...PRODUCT, currency });
      const draft = one(required(location, "the location").split("?"), "the path");
      const { body: page } = await call(stepPage, `${draft}?step=terms`);
      const { status, body } = await call(goOn, `${draft}?step=terms`, terms(page, { fee, slots }));
      expect(status).toBe(422);
      expect(body.errors.fee).toContain(words(code));
    },
  );

  test("the last step sends back to the first one that is missing", async () => {
    const draft = await beginWriting();
    const { body } = await call(stepPage, `${draft}?step=terms`);
    const { location } = await call(goOn, `${draft}?step=terms`, terms(body));
    expect(location).toBe(`${draft}?step=sample&missing=1`);
    await call(goOn, `${draft}?step=sample`, SAMPLE);
    const missing = await call(stepPage, `${draft}?step=brief&missing=1`);
    expect(Object.keys(missing.body.findings)).toContain("summary");
    expect(await ownOffers()).toEqual([]);
  });

  test("is listed with what is still to do, and can be discarded", async () => {
    const draft = await beginWriting();
    const list = (await call(offersPage, "/brand/offers")).body as unknown as { unfinished: unknown[] };
    expect(list.unfinished).toEqual([
      { id: draft.split("/").at(-1), title: PRODUCT.title, missing: ["sample", "brief", "who", "terms"] },
    ]);
    expect((await call(goOn, `${draft}?act=discard`, {})).location).toBe("/brand/offers");
    expect((await call(stepPage, draft)).status).toBe(404);
  });

  test("nobody may have more than so many begun", async () => {
    for (let begun = 0; begun < MAX_DRAFTS; begun++)
      await transact((tx) => startDraft(tx, brand, { title: `${begun}` }));
    const { status, body } = await call(begin, "/brand/offers/new", PRODUCT);
    expect(status).toBe(409);
    expect(body.errors[""]?.[0]).toContain(`${MAX_DRAFTS}`);
    expect(body.values.title).toBe(PRODUCT.title);
  });
});

describe("strangers", () => {
  test("find nothing of another brand's, neither to read nor to write", async () => {
    const draft = await beginWriting();
    const stranger = await signIn((await makeBrand()).user_id);
    expect((await call(stepPage, draft, undefined, stranger)).status).toBe(404);
    expect((await call(goOn, `${draft}?step=sample`, SAMPLE, stranger)).status).toBe(404);
    expect((await call(goOn, `${draft}?act=discard`, {}, stranger)).status).toBe(404);
    const id = draft.split("/").at(-1) ?? "";
    expect(isId("draft", id) && (await readDraft(db, brand, id))).toMatchObject({ id });
  });

  test("viewers and creators may not write", async () => {
    const draft = await beginWriting();
    await db.update(brand_members).set({ role: "viewer" }).where(eq(brand_members.user_id, brand.user_id));
    expect((await call(begin, "/brand/offers/new", PRODUCT)).status).toBe(403);
    expect((await call(goOn, `${draft}?step=sample`, SAMPLE)).status).toBe(403);
    const creator = await signIn((await makeCreator()).user_id);
    expect((await call(begin, "/brand/offers/new", PRODUCT, creator)).status).toBe(403);
  });
});

describe("a draft that is whole", () => {
  test("is changed step by step, and never into half of one", async () => {
    const draft = await beginWriting();
    await call(goOn, `${draft}?step=sample`, SAMPLE);
    await call(goOn, `${draft}?step=brief`, BRIEF);
    await call(goOn, `${draft}?step=who`, WHO);
    const { body } = await call(stepPage, `${draft}?step=terms`);
    const { location } = await call(goOn, `${draft}?step=terms`, terms(body));
    const address = `${location}/edit`;
    // Back in the browser leads to a step of the draft; its last form may even be sent once more.
    const again = await call(stepPage, `${draft}?step=brief`);
    expect(again).toMatchObject({ status: 307, location: `${address}?step=brief` });
    const twice = await call(goOn, `${draft}?step=terms`, terms(body));
    expect(twice).toMatchObject({ status: 307, location: `${address}?step=terms` });
    expect(await ownOffers()).toHaveLength(1);
    expect((await call(edit, `${address}?step=terms`, terms(body, { fee: "150" }))).location).toBe(location);
    expect((await ownOffers())[0]).toMatchObject({ fee_minor: 15_000, slots: 2 });
    const wrong = await call(edit, `${address}?step=brief`, { ...BRIEF, summary: "" });
    expect(wrong.status).toBe(422);
    expect((await ownOffers())[0]?.brief.summary).toBe(BRIEF.summary);
    expect((await call(edit, `${address}?step=product`, PRODUCT)).location).toBe(`${address}?step=sample`);
    await db.update(offers).set({ status: "live" }).where(eq(offers.brand_id, brand.brand_id));
    expect((await call(editPage, `${address}?step=terms`)).location).toBe(location);
  });
});
