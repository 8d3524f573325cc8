/** Lists of the books over many collaborations read their page along an index, whatever the filter; nothing counts or sorts a whole table. */

import { sql as query } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { accountsQuery, listAccounts } from "@/app/domain/ledger/queries/accounts";
import { chargesQuery } from "@/app/domain/ledger/queries/charges";
import { entriesSql, listEntries } from "@/app/domain/ledger/queries/entries";
import { listMovements, movementsQuery } from "@/app/domain/ledger/queries/movements";
import { listTransactions, transactionsQuery } from "@/app/domain/ledger/queries/transactions";
import { listOddStripeEvents } from "@/app/domain/ledger/queries/waiting";
import { required } from "@/app/lib/one";
import { db } from "@/db/client";
import { planOf, planOfText, seedBulkLedger } from "../factories/bulk-ledger";
import { makeLiveOffer } from "../factories/offers";
import { makeBrand } from "../factories/people";
import { testDatabase } from "../setup/database";

const COLLABORATIONS = 20_000;
const cursor = { key: new Date(Date.now() - 3_600_000).toISOString(), id: "z" };

beforeAll(async () => {
  await testDatabase();
  await seedBulkLedger(await makeLiveOffer(await makeBrand()), COLLABORATIONS);
});

/** Every scan of these tables goes along an index. */
const readsNoWhole = (plan: string, ...tables: string[]) => {
  for (const table of tables) expect(plan).not.toMatch(new RegExp(`Seq Scan on ${table}\\b`));
};

describe("transactions", () => {
  test.each([
    [{}, "ledger_transactions_created_idx"],
    [{ kind: "release" as const }, "ledger_transactions_created_idx"],
    [{ kind: "dispute_lost" as const }, "ledger_transactions_rare_kinds_idx"],
    [{ from: new Date(Date.now() - 3_600_000), before: new Date() }, "ledger_transactions_created_idx"],
  ])("by %j", async (filter, index) => {
    for (const after of [null, cursor]) {
      const plan = await planOf(transactionsQuery(db, filter, undefined, after, 51));
      expect(plan).toContain(`using ${index}`);
      readsNoWhole(plan, "ledger_transactions", "ledger_entries");
    }
  });

  test("of a rare kind are found among many", async () => {
    expect((await listTransactions(db, { kind: "dispute_lost" })).rows).toHaveLength(3);
  });

  test("of a charge", async () => {
    const plan = await planOf(transactionsQuery(db, {}, { of: "payment", id: "payment_bulk7" }, null, 51));
    expect(plan).toContain("ledger_transactions_payment_idx");
  });
});

describe("movements", () => {
  test.each([
    {},
    { status: "blocked" as const },
    { kind: "reversal" as const },
    { status: "failed" as const, kind: "refund" as const },
  ])("by %j", async (filter) => {
    for (const after of [null, cursor]) {
      const plan = await planOf(movementsQuery(db, filter, after, 51));
      expect(plan).toContain("money_movements_ledger_idx");
      readsNoWhole(plan, "money_movements");
    }
  });

  test("that wait, of ten years ago, are found among many", async () => {
    const { rows } = await listMovements(db, { status: "blocked" });
    expect(rows.map(({ id }) => id)).toEqual(["movement_old6", "movement_old5", "movement_old4"]);
  });
});

test("charges", async () => {
  for (const after of [null, cursor]) {
    const plan = await planOf(chargesQuery(db, undefined, after, 51));
    expect(plan).toContain("offer_payments_paid_idx");
    readsNoWhole(plan, "offer_payments");
  }
});

describe("accounts", () => {
  test.each([{ of: "held" as const }, { of: "budget" as const }])("by %j", async (filter) => {
    for (const after of [null, { key: "collaboration:collab_00000005000:held", id: "USD" }]) {
      const plan = await planOf(accountsQuery(db, filter, after, 51));
      expect(plan).toContain("ledger_accounts_code_currency_key");
      readsNoWhole(plan, "ledger_accounts");
    }
  });

  test("with money are found among many at rest, those opened last first", async () => {
    const { rows } = await listAccounts(db, { of: "held", with_money: true });
    expect(rows).toHaveLength(COLLABORATIONS / 1_000);
    expect(rows[0]?.code).toBe("collaboration:collab_00000020000:held");
  });
});

test("entries of an account that has very many", async () => {
  const { rows } = await listAccounts(db, { of: "platform" });
  const { id } = required(
    rows.find(({ code }) => code === "stripe:platform"),
    "the account of the platform at Stripe",
  );
  const plan = await planOfText(query`explain ${entriesSql(id, null, 51)}`);
  readsNoWhole(plan, "ledger_entries", "ledger_transactions");
  expect((await listEntries(db, id)).rows[0]?.balance_minor).toBe(
    required(
      rows.find((row) => row.id === id),
      "rows.find((row) => row.id === id)",
    ).balance_minor,
  );
});

test("Stripe's events that a person should see", async () => {
  expect(await listOddStripeEvents(db)).toHaveProperty("rows.length", COLLABORATIONS / 5_000);
  const plan = await planOfText(query`explain select id from stripe_events
    where (processed_at is null or outcome = 'ignored' or type like 'charge.dispute%') order by received_at desc limit 20`);
  expect(plan).toContain("stripe_events_odd_idx");
});
