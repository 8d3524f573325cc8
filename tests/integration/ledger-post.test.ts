import { sql as raw } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { accounts } from "@/app/domain/ledger/accounts";
import { balanceOf, post } from "@/app/domain/ledger/post";
import { one } from "@/app/lib/one";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";
import { transact } from "@/db/transact";
import { testDatabase } from "../setup/database";

beforeEach(async () => {
  await testDatabase();
});

const budget = accounts.offerBudget("offer_1");
const fund = (amount_minor: number, key = "fund") =>
  transact((tx) =>
    post(tx, {
      kind: "capture",
      idempotency_key: key,
      currency: "USD",
      entries: [
        { account: accounts.stripePlatform, amount_minor },
        { account: budget, amount_minor: -amount_minor },
      ],
    }),
  );

describe("posting", () => {
  test("moves both balances, each on its natural side", async () => {
    expect(await fund(500)).toBe(true);
    expect(await balanceOf(db, accounts.stripePlatform, "USD")).toBe(500);
    expect(await balanceOf(db, budget, "USD")).toBe(500);
  });

  test("books the same cause once, also when twenty ask at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => fund(500)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await balanceOf(db, budget, "USD")).toBe(500);
  });

  test("refuses entries that do not sum to zero, before the database has to", async () => {
    const lopsided = transact((tx) =>
      post(tx, {
        kind: "hold",
        idempotency_key: "x",
        currency: "USD",
        entries: [
          { account: budget, amount_minor: 5 },
          { account: accounts.stripePlatform, amount_minor: -4 },
        ],
      }),
    );
    await expect(lopsided).rejects.toThrow("sum to 1");
  });

  test.each([0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])(
    "refuses %s as an amount",
    async (amount_minor) => {
      await expect(fund(amount_minor)).rejects.toThrow("Not an amount");
    },
  );

  test("cannot take more than is there, and then nothing of it is stored", async () => {
    await fund(100);
    const tooMuch = transact((tx) =>
      post(tx, {
        kind: "hold",
        idempotency_key: "hold",
        currency: "USD",
        entries: [
          { account: budget, amount_minor: 101 },
          { account: accounts.collaborationHeld("collab_c"), amount_minor: -101 },
        ],
      }),
    );
    await expect(tooMuch).rejects.toMatchObject({
      cause: { constraint_name: "ledger_accounts_never_below_zero" },
    });
    expect(await balanceOf(db, budget, "USD")).toBe(100);
    const count = one(await sql`select count(*)::int as n from ledger_transactions`, "the count");
    expect(count.n).toBe(1);
  });

  test("the last cent cannot be claimed twice, whoever comes first", async () => {
    await fund(1);
    const claim = (n: number) =>
      transact((tx) =>
        post(tx, {
          kind: "hold",
          idempotency_key: `hold-${n}`,
          currency: "USD",
          entries: [
            { account: budget, amount_minor: 1 },
            { account: accounts.collaborationHeld(`collab_c${n}`), amount_minor: -1 },
          ],
        }),
      );
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => claim(n)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await balanceOf(db, budget, "USD")).toBe(0);
  });

  test("opposite postings at the same time neither deadlock nor lose a cent", async () => {
    const [a, b] = [accounts.brandAvailable("brand_a"), accounts.brandAvailable("brand_b")];
    for (const [n, account] of [a, b].entries())
      await transact((tx) =>
        post(tx, {
          kind: "capture",
          idempotency_key: `fund-${n}`,
          currency: "USD",
          entries: [
            { account: accounts.stripePlatform, amount_minor: 1_000 },
            { account, amount_minor: -1_000 },
          ],
        }),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 5 })), { minLength: 10, maxLength: 40 }),
        async (moves) => {
          const run = crypto.randomUUID();
          await Promise.allSettled(
            moves.map(([forth, amount_minor], n) =>
              transact((tx) =>
                post(tx, {
                  kind: "void",
                  idempotency_key: `${run}-${n}`,
                  currency: "USD",
                  entries: [
                    { account: forth ? a : b, amount_minor },
                    { account: forth ? b : a, amount_minor: -amount_minor },
                  ],
                }),
              ),
            ),
          );
          expect((await balanceOf(db, a, "USD")) + (await balanceOf(db, b, "USD"))).toBe(2_000);
        },
      ),
      { numRuns: 5 },
    );
    const outcomes = await runChecks(sql);
    expect(
      outcomes.filter(({ name }) => /^0[1-3]/.test(name)).flatMap(({ violations }) => violations),
    ).toEqual([]);
  });
});

describe("the database itself", () => {
  test("refuses a transaction whose entries do not sum to zero, at commit", async () => {
    await fund(100);
    const forged = db.transaction(async (tx) => {
      await tx.execute(
        raw`insert into ledger_transactions (id, kind, idempotency_key, created_at) values ('ltx_forged', 'hold', 'forged', now())`,
      );
      await tx.execute(
        raw`insert into ledger_entries (transaction_id, account_id, currency, amount_minor) select 'ltx_forged', id, 'USD', 7 from ledger_accounts limit 1`,
      );
    });
    await expect(forged).rejects.toMatchObject({ constraint_name: "ledger_entries_sum_to_zero" });
  });

  test.each([
    ["an entry changed", "update ledger_entries set amount_minor = amount_minor + 1"],
    ["an entry removed", "delete from ledger_entries"],
    ["a transaction renamed", "update ledger_transactions set kind = 'void'"],
    ["the books emptied", "truncate ledger_entries"],
  ])("refuses to have %s", async (_name, statement) => {
    await fund(100);
    await expect(sql.unsafe(statement)).rejects.toThrow("append-only");
  });

  test("refuses an entry in another currency than its account's", async () => {
    await fund(100);
    const mixed = sql`insert into ledger_entries (transaction_id, account_id, currency, amount_minor) select t.id, a.id, 'EUR', 5 from ledger_transactions t, ledger_accounts a limit 1`;
    await expect(mixed).rejects.toThrow("ledger_entries_account_currency_fk");
  });
});
