/** The checks of the books can fail: each kind of damage is found by the check that is there for it, and the command says so. */

import { spawnSync } from "node:child_process";
import { beforeEach, expect, test } from "vitest";
import { one } from "@/app/lib/one";
import { readChecks, runChecks } from "@/db/checks";
import { sql } from "@/db/client";
import { dealAt } from "../factories/collaborations";
import { type TestDatabase, testDatabase } from "../setup/database";

let database: TestDatabase;
let id: string;
beforeEach(async () => {
  database = await testDatabase();
  ({ id } = await dealAt("in_review"));
});

/** Damage as only the owner of the tables can do it: the guards are switched off for it. */
async function tamper(statement: string): Promise<void> {
  const guarded = ["ledger_entries", "ledger_transactions"];
  await sql.begin(async (tx) => {
    for (const table of guarded) await tx.unsafe(`alter table ${table} disable trigger user`);
    await tx.unsafe(statement);
    for (const table of guarded) await tx.unsafe(`alter table ${table} enable trigger user`);
  });
}

const broken = async () =>
  (await runChecks(sql)).filter(({ violations }) => violations.length > 0).map(({ name }) => name);

test("books that nobody touched hold, and every check looks at something", async () => {
  expect(await broken()).toEqual([]);
  expect(
    readChecks().every(({ rule, examined_table }) => rule.length > 10 && examined_table.length > 0),
  ).toBe(true);
});

test.each([
  [
    "an entry changed",
    "update ledger_entries set amount_minor = amount_minor + 1 where id = (select min(id) from ledger_entries)",
    "01-entries-sum-to-zero",
  ],
  [
    "a balance changed",
    "update ledger_accounts set balance_minor = balance_minor + 1 where code = 'stripe:platform'",
    "02-balances-equal-entries",
  ],
  [
    "a transaction without entries",
    "insert into ledger_transactions (id, kind, idempotency_key, created_at) values ('ltx_x', 'hold', 'x', now())",
    "01-entries-sum-to-zero",
  ],
  [
    "a charge that claims too little",
    "update offer_payments set claimed_minor = claimed_minor - 1",
    "04b-charge-counters-are-true",
  ],
  [
    "a charge larger than booked",
    "update offer_payments set amount_minor = amount_minor + 1",
    "04a-every-charge-is-accounted-for",
  ],
  [
    "an end with money held",
    "update collaborations set state = 'expired', ended_at = now()",
    "06-held-matches-state",
  ],
  ["a slot uncounted", "update offers set slots_taken = 0", "08-slots-are-funded"],
  [
    "a move unannounced",
    "delete from outbox where id = (select min(id) from outbox where name = 'collaboration/transitioned')",
    "09a-every-transition-was-announced",
  ],
  [
    "a deadline without its job",
    "delete from outbox where name = 'collaboration/deadline.set'",
    "09c-every-deadline-has-its-job",
  ],
])("%s is found", async (_name, statement, check) => {
  await tamper(statement);
  expect(await broken()).toContain(check);
});

test("a closed offer whose rest did not go back is found", async () => {
  const { makeLiveOffer } = await import("../factories/offers");
  const { makeBrand } = await import("../factories/people");
  const offer = await makeLiveOffer(await makeBrand(), { slots: 2 });
  expect(await broken()).toEqual([]);
  await tamper(`update offers set status = 'closed', closed_at = now() where id = '${offer.id}'`);
  expect(await broken()).toEqual(["12-closed-offers-keep-nothing"]);
});

test("pay without proof is found", async () => {
  const { transact } = await import("@/db/transact");
  const { reviewSubmission } = await import("@/app/domain/collaboration/review-submission");
  const { brand, id: paid } = await dealAt("in_review");
  await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: paid, decision: "approve" }));
  expect(await broken()).toEqual([]);
  await tamper(`update submissions set verdict = 'failed' where collaboration_id = '${paid}'`);
  expect(await broken()).toEqual(["05b-paid-only-when-verified"]);
});

test("npm run check:books exits 0 on good books, and 1 with the entry's transaction named on bad ones", {
  timeout: 600_000,
}, async () => {
  const run = () =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/check-books.ts"], {
      env: { ...process.env, DATABASE_URL: database.url },
      encoding: "utf8",
    });
  const good = run();
  expect(good.status, good.stderr).toBe(0);
  expect(good.stdout).toMatch(/All \d+ invariants hold/);

  const entry = one(
    await sql`select id, transaction_id from ledger_entries order by id desc limit 1`,
    "the entry",
  );
  await tamper(`update ledger_entries set amount_minor = amount_minor - 3 where id = ${entry.id}`);
  const bad = run();
  expect(bad.status).toBe(1);
  expect(bad.stdout).toContain(entry.transaction_id);
  expect(id).toBeTruthy();
});
