/** Statements and invoices say what the books say, to the cent, once, in both languages, and only to whom they belong. */

import { and, eq, like, sql } from "drizzle-orm";
import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { beginSession } from "@/app/auth/session";
import { brandStatementDocument } from "@/app/billing/brand-statement";
import { printDocument } from "@/app/billing/print";
import { issueInvoices } from "@/app/domain/billing/issue-invoices";
import { monthOf, periodOf } from "@/app/domain/billing/periods";
import { readBrandStatement } from "@/app/domain/billing/queries/brand-statement";
import { readCreatorStatement } from "@/app/domain/billing/queries/creator-statement";
import { listInvoices, readInvoice } from "@/app/domain/billing/queries/invoices";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { accounts } from "@/app/domain/ledger/accounts";
import { reverseRelease } from "@/app/domain/ledger/held-funds";
import { failRefund } from "@/app/domain/ledger/settle-movement";
import { DAY_MS, now, setClockOffset } from "@/app/lib/clock";
import type { BrandId, OfferId, UserId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { loader as invoiceLoader } from "@/app/routes/brand.billing_.invoices.$number/route";
import { loader as statementLoader } from "@/app/routes/brand.billing_.statements.$month/route";
import { loader as creatorLoader } from "@/app/routes/creator.statements.$year/route";
import { loader as operatorLoader } from "@/app/routes/operator.invoices.$number/route";
import { db } from "@/db/client";
import { invoices } from "@/db/schema/billing";
import { ledger_accounts, money_movements } from "@/db/schema/ledger";
import { outbox } from "@/db/schema/outbox";
import { transact } from "@/db/transact";
import { dealAt, read } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeCreator, makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";

const NONE = "/brand/billing?problem=unknown";
const ZONE = "Asia/Shanghai";

beforeEach(() => testDatabase());
afterEach(() => setClockOffset(0));

/** Three slots of USD 100 and a fee of USD 10: one is approved, one is cancelled by the brand, one stays free and goes back. */
async function market() {
  const brand = await makeBrand({
    time_zone: ZONE,
    legal_name: "深圳市明灯科技有限公司",
    tax_id: "91440300MA5XXXXX0A",
  });
  const offer = await makeLiveOffer(brand, { slots: 3, title: "Desk lamp" });
  const approved = await dealAt("in_review", { brand, offer });
  await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: approved.id, decision: "approve" }));
  const cancelled = await dealAt("awaiting_sample", { brand, offer, creator: await makeCreator() });
  await transact((tx) =>
    makeTransition(tx, cancelled.creator, { collaboration_id: cancelled.id, event: "cancel" }),
  );
  return { brand, offer, approved };
}

/** What the books hold for the brand of `offer` at this moment. */
async function heldFor(brand_id: BrandId, offer_id: OfferId): Promise<number> {
  const row = one(
    await db.execute<{ minor: number }>(sql`
    select coalesce(sum(balance_minor), 0)::float8 as minor from ledger_accounts
    where code in (${`brand:${brand_id}:available`}, ${`offer:${offer_id}:budget`})
      or code in (select 'collaboration:' || id || ':held' from collaborations where offer_id = ${offer_id})`),
    "the account",
  );
  return row.minor;
}

const emailsOfInvoices = () =>
  db.$count(
    outbox,
    and(eq(outbox.name, "email/requested"), like(sql`${outbox.data}::text`, "%invoices_ready%")),
  );

const present = () => monthOf(now(), ZONE);
const nextMonth = () => {
  const { until } = periodOf(present(), ZONE);
  setClockOffset(until.getTime() - Date.now() + DAY_MS);
};

describe("a brand's statement", () => {
  test("begins with what was there, tells all that happened, and ends with what the books hold", async () => {
    const { brand, offer } = await market();
    const scope = { brand_id: brand.brand_id, currency: "USD" };
    const statement = await readBrandStatement(db, scope, periodOf(present(), ZONE));
    expect(statement.lines.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([
      ["funded", 33_000],
      ["pay", -10_000],
      ["platform_fee", -1_000],
    ]);
    expect(statement.closing_minor).toBe(22_000);
    expect(statement.closing_minor).toBe(await heldFor(brand.brand_id, offer.id));

    nextMonth();
    await transact((tx) => closeOffer(tx, brand, offer.id));
    const refund = one(
      await db.select().from(money_movements).where(eq(money_movements.kind, "refund")),
      "the movement",
    );
    await transact((tx) => failRefund(tx, refund.id, "expired_card"));
    const later = await readBrandStatement(db, { ...scope, offer_id: offer.id }, periodOf(present(), ZONE));
    expect(later.opening_minor).toBe(statement.closing_minor);
    expect(later.lines.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([
      ["refund", -22_000],
      ["refund_came_back", 22_000],
    ]);
    expect(later.closing_minor).toBe(await heldFor(brand.brand_id, offer.id));
  });

  test("counts its months by the brand's own calendar", async () => {
    const { brand } = await market();
    const scope = { brand_id: brand.brand_id, currency: "USD" };
    const { from } = periodOf(present(), ZONE);
    expect(from.toISOString()).toMatch(/T16:00:00.000Z$/);
    const before = await readBrandStatement(db, scope, { from: new Date(0), until: from });
    expect(before).toEqual({ opening_minor: 0, lines: [], closing_minor: 0 });
  });
});

test("a creator's statement ends with what they are owed", async () => {
  const { approved } = await market();
  const { creator_id } = approved.creator;
  const year = String(now().getUTCFullYear());
  const statement = await readCreatorStatement(db, { creator_id, currency: "USD" }, periodOf(year, "utc"));
  expect(statement.lines.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([["pay", 10_000]]);
  const payable = one(
    await db
      .select()
      .from(ledger_accounts)
      .where(eq(ledger_accounts.code, accounts.creatorPayable(creator_id).code)),
    "the account",
  );
  expect(statement.closing_minor).toBe(payable.balance_minor);
});

describe("invoices", () => {
  test("are issued when the month is over, once, however many runs there are at once", async () => {
    const { brand, offer } = await market();
    expect(await transact(issueInvoices)).toBe(0);
    nextMonth();
    await Promise.all(Array.from({ length: 6 }, () => transact(issueInvoices)));
    const { rows: issued } = await listInvoices(db, brand);
    expect(issued).toHaveLength(1);
    expect(issued[0]).toMatchObject({
      kind: "invoice",
      offer_id: offer.id,
      currency: "USD",
      total_minor: 11_000,
    });
    const { invoice, lines } = required(
      await readInvoice(db, one(issued, "the first of issued").number, brand.brand_id),
      "the invoice",
    );
    expect(lines.map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual([
      ["pay", 10_000],
      ["platform_fee", 1_000],
    ]);
    expect(invoice.content.customer.name).toBe("深圳市明灯科技有限公司");
    expect(await emailsOfInvoices()).toBe(1);
    expect(await transact(issueInvoices)).toBe(0);
  });

  test("are numbered without a gap over brands and runs", async () => {
    for (let made = 0; made < 3; made++) await market();
    nextMonth();
    const reversed = db.transaction(async (tx) => {
      await issueInvoices(tx);
      throw new Error("this run dies before its commit");
    });
    await expect(reversed).rejects.toThrow("dies");
    await market(); // of this month: not yet
    await Promise.all([transact(issueInvoices), transact(issueInvoices)]);
    const numbers = (
      await db.select({ number: invoices.number }).from(invoices).orderBy(invoices.number)
    ).map(({ number }) => number);
    const year = now().getUTCFullYear();
    expect(numbers).toEqual([1, 2, 3].map((count) => `PB-${year}-00000${count}`));
  });

  test("of all offers of a brand are issued together, and told in one letter", async () => {
    const { brand } = await market();
    const other = await makeLiveOffer(brand, { slots: 1, title: "Floor lamp" });
    const { id } = await dealAt("in_review", { brand, offer: other });
    await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));
    nextMonth();
    expect(await transact((tx) => issueInvoices(tx, 1))).toBe(2);
    expect(await transact((tx) => issueInvoices(tx, 1))).toBe(0);
    expect(await emailsOfInvoices()).toBe(1);
  });

  test("are never changed: what comes back later is a credit note of its own", async () => {
    const { brand, approved } = await market();
    nextMonth();
    await transact(issueInvoices);
    await expect(db.update(invoices).set({ total_minor: 1 })).rejects.toMatchObject({
      cause: { message: expect.stringContaining("append-only") },
    });
    const row = await read(approved.id);
    const { creatorPayable } = accounts;
    await transact((tx) =>
      reverseRelease(tx, row, { account: creatorPayable(approved.creator.creator_id), amount_minor: 10_000 }),
    );
    nextMonth();
    expect(await transact(issueInvoices)).toBe(1);
    const { rows: issued } = await listInvoices(db, brand);
    expect(issued.map(({ kind, total_minor }) => [kind, total_minor])).toEqual([
      ["credit_note", 11_000],
      ["invoice", 11_000],
    ]);
  });

  test("of a brand that moves to another time zone hold each booking once", async () => {
    const { brand } = await market();
    await db.execute(sql`update brands set time_zone = 'America/Los_Angeles' where id = ${brand.brand_id}`);
    nextMonth();
    await transact(issueInvoices);
    await db.execute(sql`update brands set time_zone = 'Pacific/Kiritimati' where id = ${brand.brand_id}`);
    nextMonth();
    await transact(issueInvoices);
    const { rows: issued } = await listInvoices(db, brand);
    expect(issued.reduce((sum, { total_minor }) => sum + total_minor, 0)).toBe(11_000);
  });
});

async function ask(
  loader: (args: never) => Promise<Response>,
  user_id: UserId,
  path: string,
  params: object,
) {
  const anonymous = new Request("http://127.0.0.1:4299/");
  const cookie = one((await beginSession(anonymous, user_id, "203.0.113.9")).split(";"), "the cookie");
  const request = new Request(`http://127.0.0.1:4299${path}`, { headers: { cookie } });
  try {
    return await loader({ request, params, context: {} } as never);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    const { init } = thrown as { init?: ResponseInit };
    if (init) return new Response(null, init);
    throw thrown;
  }
}

async function textOf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  const { text, totalPages } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return { text: text.replace(/\s+/g, " "), pages: totalPages };
}

describe("as PDF", () => {
  test("an invoice can be read and searched, in both languages, by its brand and an operator, and by nobody else", async () => {
    const { brand } = await market();
    nextMonth();
    await transact(issueInvoices);
    const { number } = one((await listInvoices(db, brand)).rows, "the invoice");
    const path = `/brand/billing/invoices/${number}`;
    const zh = await ask(invoiceLoader, brand.user_id, `${path}?lang=zh`, { number });
    expect(zh.headers.get("content-type")).toBe("application/pdf");
    expect(zh.headers.get("content-disposition")).toBe(`inline; filename="postbond-invoice-${number}.pdf"`);
    const chinese = await textOf(new Uint8Array(await zh.arrayBuffer()));
    for (const words of [
      "账单",
      number,
      "深圳市明灯科技有限公司",
      "91440300MA5XXXXX0A",
      "达人酬金",
      "$110.00",
    ])
      expect(chinese.text).toContain(words);
    const en = await ask(invoiceLoader, brand.user_id, `${path}?lang=en`, { number });
    const english = await textOf(new Uint8Array(await en.arrayBuffer()));
    for (const words of ["Invoice", number, "Creator's fee", "Platform fee", "$110.00", "Page 1 of 1"])
      expect(english.text).toContain(words);

    const other = await makeBrand();
    expect((await ask(invoiceLoader, other.user_id, path, { number })).headers.get("location")).toBe(NONE);
    const operator = await makeOperator();
    expect((await ask(operatorLoader, operator.user_id, path, { number })).status).toBe(200);
    const refused = await ask(operatorLoader, brand.user_id, path, { number });
    expect([refused.status, await refused.text()]).toEqual([
      403,
      expect.stringMatching(/another type of account/),
    ]);
  });

  test("statements open for whom they are; an address that names none leads to those that there are", async () => {
    const { brand, offer, approved } = await market();
    const month = present();
    const at = (name: string, query: string) =>
      ask(statementLoader, brand.user_id, `/brand/billing/statements/${name}?${query}`, { month: name });
    const good = await at(month, `currency=USD&offer=${offer.id}&lang=zh`);
    expect((await textOf(new Uint8Array(await good.arrayBuffer()))).text).toContain("期末余额");
    const other = await makeLiveOffer(await makeBrand());
    for (const [name, query] of [
      ["2026-13", "currency=USD"],
      ["2099-01", "currency=USD"],
      [month, "currency=DOGE"],
      [month, `currency=USD&offer=${other.id}`],
    ] as const) {
      const answer = await at(name, query);
      expect([answer.status, answer.headers.get("location")]).toEqual([302, NONE]);
    }
    const year = String(now().getUTCFullYear());
    const theirs = await ask(
      creatorLoader,
      approved.creator.user_id,
      `/creator/statements/${year}?currency=USD&lang=en`,
      { year },
    );
    expect((await textOf(new Uint8Array(await theirs.arrayBuffer()))).text).toContain("Fees earned $100.00");
  });

  test("of three hundred lines has its table's head and its number on every page", async () => {
    const line = {
      ...{
        transaction_id: "ltx_1" as const,
        at: now(),
        kind: "pay" as const,
        offer_id: "offer_1" as const,
        offer_title: "台灯 Desk lamp",
      },
      ...{ collaboration_id: "collab_1" as const, creator_name: "Mia", amount_minor: -10_000 },
    };
    const lines = Array.from({ length: 300 }, () => line);
    const statement = { opening_minor: 3_000_000, lines, closing_minor: 0 };
    const customer = { name: "深圳市".repeat(40), address: "", tax_id: "" };
    const about = {
      locale: "en" as const,
      currency: "USD",
      time_zone: ZONE,
      month: "2026-11",
      customer,
      offer_title: null,
    };
    const { text, pages } = await textOf(
      new Uint8Array(await printDocument(brandStatementDocument(about, statement))),
    );
    expect(pages).toBeGreaterThan(5);
    expect(text.match(/Page \d+ of/g)).toHaveLength(pages);
    expect(text.match(/Date Description Amount Balance/g)).toHaveLength(pages);
    expect(text.replaceAll(" ", "")).toContain("深圳市".repeat(40));
  });
});
