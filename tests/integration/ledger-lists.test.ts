/** The books as an operator reads them: every row once across pages, balances that run, search by whatever id is at hand, and who may look. */

import { sql as query } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { beginSession } from "@/app/auth/session";
import { auditInvariants } from "@/app/domain/audit/audit-invariants";
import { openIncident } from "@/app/domain/audit/incidents";
import { readLastAudits } from "@/app/domain/audit/queries/last-audits";
import { unexplainedOf } from "@/app/domain/audit/totals";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { listAccounts, listAccountsOf } from "@/app/domain/ledger/queries/accounts";
import { listCharges } from "@/app/domain/ledger/queries/charges";
import { type EntryCursor, type EntryRow, listEntries } from "@/app/domain/ledger/queries/entries";
import {
  listTransactions,
  readTransaction,
  type TransactionRow,
} from "@/app/domain/ledger/queries/transactions";
import { one, required } from "@/app/lib/one";
import type { Cursor } from "@/app/lib/page";
import { loader as openBooks } from "@/app/routes/books/route";
import { loader as openBooksAsData } from "@/app/routes/books[.]json/route";
import { action as decide, loader as incident } from "@/app/routes/operator.incidents.$id/route";
import { action as checkNow, loader as overview } from "@/app/routes/operator.ledger._index/route";
import { loader as onePage } from "@/app/routes/operator.ledger_.charges.$id/route";
import { loader as file } from "@/app/routes/operator.ledger_.csv.$list/route";
import { readChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { transact } from "@/db/transact";
import { type Deal, dealAt } from "../factories/collaborations";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand, makeUser } from "../factories/people";
import { testDatabase } from "../setup/database";

let deal: Deal;
beforeAll(async () => {
  await testDatabase();
  deal = await dealAt("in_review", { brand: await makeBrand({ name: "=Lamps, 灯具有限公司" }) });
  await transact((tx) =>
    reviewSubmission(tx, deal.brand, { collaboration_id: deal.id, decision: "approve" }),
  );
  await dealAt("creating");
  const other = await makeLiveOffer(await makeBrand(), {
    slots: 3,
    currency: "JPY",
    fee_minor: 9_000,
    platform_fee_minor: 900,
  });
  await transact((tx) => closeOffer(tx, { kind: "system" }, other.id));
});

async function everything<Row, At = Cursor>(
  read: (after: At | null) => Promise<{ rows: Row[]; next: At | null }>,
): Promise<Row[]> {
  const found: Row[] = [];
  let after: At | null = null;
  do {
    const page: { rows: Row[]; next: At | null } = await read(after);
    found.push(...page.rows);
    after = page.next;
  } while (after);
  return found;
}

describe("lists", () => {
  test("hold every transaction once, newest first, whatever the size of a page", async () => {
    const whole = (await listTransactions(db, {}, null, 1_000)).rows;
    expect(whole.length).toBeGreaterThan(6);
    for (const size of [1, 2, 3]) {
      const paged = await everything<TransactionRow>((after) => listTransactions(db, {}, after, size));
      expect(paged).toEqual(whole);
    }
    expect(whole.map(({ at }) => at.getTime())).toEqual(
      whole.map(({ at }) => at.getTime()).sort((a, b) => b - a),
    );
  });

  test("hold every account of a class once", async () => {
    const paged = await everything((after: Cursor | null) => listAccounts(db, { of: "held" }, after, 1));
    expect(paged).toHaveLength(2);
    expect(paged[0]?.owner).toContain("·");
    expect(await listAccounts(db, { of: "held", with_money: true })).toMatchObject({
      rows: [{ balance_minor: 11_000 }],
    });
  });

  test("run a balance through all entries of every account, the same on whatever page", async () => {
    const accounts = await db.execute<{ id: number; balance_minor: string; kind: string }>(
      query`select id::int, balance_minor, kind from ledger_accounts`,
    );
    for (const { id, balance_minor, kind } of accounts) {
      const sign = kind === "asset" || kind === "expense" ? 1 : -1;
      const whole = (await listEntries(db, id, null, 1_000)).rows;
      let balance = 0;
      for (const entry of [...whole].reverse()) {
        balance += sign * entry.amount_minor;
        expect(entry.balance_minor).toBe(balance);
      }
      expect(balance).toBe(Number(balance_minor));
      const carried = await everything<EntryRow, EntryCursor>((after) => listEntries(db, id, after, 1));
      const summed = await everything<EntryRow, EntryCursor>((after) =>
        listEntries(db, id, after && { id: after.id }, 1),
      );
      expect(carried).toEqual(whole);
      expect(summed).toEqual(whole);
    }
  });

  test("tell one transaction with entries that sum to zero", async () => {
    const row = one((await listTransactions(db, { kind: "release" })).rows, "the release");
    const { entries, charge } = await readTransaction(db, row.id);
    expect(entries.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(0);
    expect(charge).toMatchObject({ offer_id: deal.offer.id });
    await expect(readTransaction(db, "ltx_none")).rejects.toMatchObject({ status: 404 });
  });
});

describe("search", () => {
  test("finds what belongs to any id, and nothing for an id that nothing has", async () => {
    const charge = one((await listCharges(db, { text: deal.offer.id })).rows, "the charge");
    const ids = [
      required(charge.charge_id, "the charge"),
      charge.id,
      deal.id,
      deal.offer.id,
      deal.brand.brand_id,
      deal.creator.creator_id,
    ];
    for (const id of ids) {
      const { rows } = await listTransactions(db, { reference: id });
      expect(rows.length, id).toBeGreaterThan(1);
      expect(new Set(rows.map(({ payment_id }) => payment_id)), id).toEqual(new Set([charge.id]));
      expect(
        (await listCharges(db, { text: id })).rows.map((row) => row.id),
        id,
      ).toEqual([charge.id]);
    }
    for (const id of ["ch_nobodyhasthis", "tr_nobodyhasthis", "movement_01nobodyhas"])
      expect((await listTransactions(db, { reference: id })).rows).toEqual([]);
  });

  test("finds charges by words of the offer and by a piece of the brand's name, Chinese as well", async () => {
    for (const text of ["灯具", "=Lamps", "lamps, 灯"])
      expect((await listCharges(db, { text })).rows.map(({ offer_id }) => offer_id)).toEqual([deal.offer.id]);
    expect((await listCharges(db, { text: "lamp at work" })).rows).toHaveLength(3);
    expect((await listCharges(db, { text: "no such thing" })).rows).toEqual([]);
    expect((await listCharges(db, { text: "%" })).rows).toEqual([]);
  });

  test("finds every account of an owner", async () => {
    expect((await listAccountsOf(db, deal.id)).map(({ code }) => code)).toEqual([
      `collaboration:${deal.id}:held`,
    ]);
    expect((await listAccountsOf(db, deal.creator.creator_id))[0]).toMatchObject({ balance_minor: 10_000 });
    expect(await listAccountsOf(db, "nonsense")).toEqual([]);
  });
});

type Handler = (args: never) => unknown;
async function call(
  handler: Handler,
  path: string,
  cookie: string,
  given: { params?: object; form?: Record<string, string> } = {},
) {
  const request = new Request(`http://127.0.0.1:4299${path}`, {
    method: given.form ? "POST" : "GET",
    headers: { cookie },
    body: given.form ? new URLSearchParams(given.form) : undefined,
  });
  const answer = await (async () =>
    handler({ request, params: given.params ?? {}, context: {} } as never))().catch((thrown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return { status: answer.status, answer, data: null };
  const { init, data } = answer as { init?: ResponseInit; data?: unknown };
  return { status: init?.status ?? 200, answer: null, data: data ?? answer };
}
async function cookieOf(role: "operator" | "brand" | "creator"): Promise<string> {
  const request = new Request("http://127.0.0.1:4299/sign-in");
  return one((await beginSession(request, await makeUser(role), "127.0.0.1")).split(";"), "the cookie");
}

describe("who may look", () => {
  const entry_points: Array<[string, Handler, object?]> = [
    ["overview", overview],
    ["a charge", onePage, { id: "payment_x" }],
    ["a file", file, { list: "transactions" }],
    ["a file that there is not", file, { list: "secrets" }],
    ["an incident", incident, { id: "incident_x" }],
    ["a check", checkNow],
    ["a decision", decide, { id: "incident_x" }],
  ];
  test.each(entry_points)("%s: nobody but an operator", async (_, handler, params) => {
    expect(await call(handler, "/operator/ledger", "", { params })).toMatchObject({ status: 302 });
    for (const role of ["brand", "creator"] as const)
      expect(await call(handler, "/operator/ledger", await cookieOf(role), { params })).toMatchObject({
        status: 403,
      });
  });

  test("an operator gets 404 for what there is not", async () => {
    const cookie = await cookieOf("operator");
    expect(await call(onePage, "/x", cookie, { params: { id: "payment_x" } })).toMatchObject({ status: 404 });
    expect(await call(file, "/x", cookie, { params: { list: "__proto__" } })).toMatchObject({ status: 404 });
    expect(await call(file, "/x?account=99999999", cookie, { params: { list: "entries" } })).toMatchObject({
      status: 404,
    });
  });
});

test("the file of charges holds all of them, a brand's formula made harmless", async () => {
  const { answer } = await call(file, "/x", await cookieOf("operator"), { params: { list: "charges" } });
  const text = await required(answer, "the answer").text();
  expect(text.split("\r\n")).toHaveLength(3 + 2); // heads, three charges, the end of the last line
  expect(text).toContain(`,"'=Lamps, 灯具有限公司",`);
  expect(text).toContain(",29700,29700,JPY,"); // no decimals for yen
});

describe("incidents", () => {
  const open = async (subject: string) => {
    await transact((tx) =>
      openIncident(tx, {
        kind: "balance_differs",
        subject,
        expected: { currency: "USD", difference_minor: 0 },
        found: { currency: "USD", difference_minor: -1_000 },
      }),
    );
    const row = one(
      await db.execute<{ id: string }>(query`select id from incidents where subject = ${subject}`),
      "the incident",
    );
    return row.id;
  };

  test("are closed with words, once; the next operator is told that it is closed", async () => {
    const id = await open("balance:USD");
    const cookie = await cookieOf("operator");
    const say = (words: string) =>
      call(decide, `/operator/incidents/${id}`, cookie, { params: { id }, form: { words } });
    expect(await say("short")).toMatchObject({
      status: 422,
      data: { errors: { "": [expect.stringContaining("in a sentence")] }, values: { words: "short" } },
    });
    expect(await say("A payout by hand, seen in the bank’s statement.")).toMatchObject({ status: 302 });
    expect(await say("Somebody else had the same idea.")).toMatchObject({
      status: 409,
      data: { errors: { "": [expect.stringMatching(/closed/i)] } },
    });
    const { data } = await call(incident, "/x", cookie, { params: { id } });
    expect(data).toMatchObject({
      incident: { status: "resolved", outcome: "A payout by hand, seen in the bank’s statement." },
      closed_by: expect.stringContaining("operator"),
    });
  });
});

describe("in the open", () => {
  test("nothing is claimed before the first check", async () => {
    expect(await openBooks()).toEqual({ checked: null, compared_with_stripe: null });
  });

  test("says when the rules were checked, that they hold, and totals that add up, with no name in it", async () => {
    expect(await call(checkNow, "/operator/ledger", await cookieOf("operator"), { form: {} })).toMatchObject({
      status: 302,
    });
    const { checked } = await openBooks();
    expect(checked).toMatchObject({ late: false });
    expect(checked?.rules).toHaveLength(readChecks().length);
    expect(
      required(checked, "the check").rules.filter(
        ({ name, violations }) => violations > 0 && !name.startsWith("09"),
      ),
    ).toEqual([]);
    expect(checked?.totals).toMatchObject([
      { currency: "JPY", funded_minor: 29_700, held_minor: 29_700, refunded_minor: 0, unexplained_minor: 0 },
      {
        currency: "USD",
        funded_minor: 22_000,
        held_minor: 21_000,
        earned_minor: 1_000,
        unexplained_minor: 0,
      },
    ]);
    const { answer } = await call(openBooksAsData, "/books.json", "");
    const text = await required(answer, "the answer").text();
    expect(text).not.toMatch(/offer_|brand_01|creator_|collab_|Lamps/);
    expect(required(answer, "the answer").headers.get("cache-control")).toContain("public");
    const again = new Request("http://x/books.json", {
      headers: {
        "if-none-match": required(required(answer, "the answer").headers.get("etag"), "the tag"),
      },
    });
    expect(((await openBooksAsData({ request: again } as never)) as Response).status).toBe(304);
  });

  test("says that a rule does not hold, and that totals do not add up", async () => {
    await sql`update offer_payments set refunded_minor = refunded_minor + 1, claimed_minor = claimed_minor - 1 where id = ${deal.offer.payment_id}`;
    await sql`update ledger_accounts set balance_minor = balance_minor + 7 where code = ${`creator:${deal.creator.creator_id}:payable`}`;
    await auditInvariants(sql, (work) => transact(work));
    const { checked } = await openBooks();
    const broken = required(checked, "the check")
      .rules.filter(({ violations }) => violations > 0)
      .map(({ name }) => name);
    expect(broken).toEqual(
      expect.arrayContaining(["02-balances-equal-entries", "04b-charge-counters-are-true"]),
    );
    expect(checked?.held).toBe(false);
    const { invariants } = await readLastAudits(db);
    expect(required(invariants, "the audit").totals.map(unexplainedOf)).toEqual([0, -7]);
  });
});
