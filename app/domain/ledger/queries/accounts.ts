/** The accounts of the books, class by class, and the entries of one with its running balance. Amounts are minor units. */

import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type IdPrefix, isId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { type Cursor, PAGE_SIZE, type Page, pageOf } from "@/app/lib/page";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { ledger_accounts } from "@/db/schema/ledger";
import { offers } from "@/db/schema/offer";
import { ACCOUNT_CLASSES, type AccountClass, classOfCode, ownerOfCode } from "../account-classes";

export type AccountFilter = {
  of: AccountClass;
  currency?: string;
  /** Only accounts that hold something at present. */
  with_money?: boolean;
};

export type AccountRow = {
  id: number;
  code: string;
  currency: string;
  kind: string;
  balance_minor: number;
  /** Whose it is, in words; null for the platform's own. */
  owner: string | null;
};

const ACCOUNT = {
  id: ledger_accounts.id,
  code: ledger_accounts.code,
  currency: ledger_accounts.currency,
  kind: ledger_accounts.kind,
  balance_minor: ledger_accounts.balance_minor,
} as const;

/**
 * One page of a class, those opened last first: their codes end in time-ordered ids, so accounts that still hold money are met soon
 * even among a million that are settled.
 */
export async function listAccounts(
  tx: Queryable,
  filter: AccountFilter,
  after: Cursor | null = null,
  limit = PAGE_SIZE,
): Promise<Page<AccountRow>> {
  const page = await pageOf(
    (max) => accountsQuery(tx, filter, after, max),
    limit,
    ({ code, currency }) => ({ key: code, id: currency }),
  );
  return { rows: await withOwners(tx, page.rows), next: page.next };
}

/** The statement behind a page, whose plan a test looks at. */
export function accountsQuery(tx: Queryable, filter: AccountFilter, after: Cursor | null, max: number) {
  return tx
    .select(ACCOUNT)
    .from(ledger_accounts)
    .where(
      and(
        isOfClass(filter.of),
        filter.currency ? eq(ledger_accounts.currency, filter.currency) : undefined,
        filter.with_money ? sql`${ledger_accounts.balance_minor} <> 0` : undefined,
        after
          ? sql`(${ledger_accounts.code}, ${ledger_accounts.currency}) < (${after.key}, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(sql`${ledger_accounts.code} desc, ${ledger_accounts.currency} desc`)
    .limit(max);
}

function isOfClass(of: AccountClass): SQL {
  const named = ACCOUNT_CLASSES[of];
  if ("codes" in named) return inArray(ledger_accounts.code, [...named.codes]);
  // The bounds differ from every code in a digit or letter of the id, so that they hold in whatever order a database sorts punctuation.
  return sql`${ledger_accounts.code} >= ${`${named.before}0`} and ${ledger_accounts.code} < ${`${named.before}z`}
    and ${ledger_accounts.code} like ${`%:${named.after}`}`;
}

/** Every account of one owner (an offer, a collaboration, a creator, a brand), whatever its class. */
export async function listAccountsOf(tx: Queryable, owner_id: string): Promise<AccountRow[]> {
  const codes = Object.values(ACCOUNT_CLASSES).flatMap((named) =>
    "codes" in named || !named.before.endsWith(`:${owner_id.split("_")[0]}_`)
      ? []
      : [`${named.before}${owner_id.split("_")[1] ?? ""}:${named.after}`],
  );
  if (codes.length === 0) return [];
  const rows = await tx
    .select(ACCOUNT)
    .from(ledger_accounts)
    .where(inArray(ledger_accounts.code, codes))
    .orderBy(ledger_accounts.code, ledger_accounts.currency);
  return withOwners(tx, rows);
}

/** @throws Refusal 404 */
export async function readAccount(
  tx: Queryable,
  id: number,
): Promise<AccountRow & { of: AccountClass | null }> {
  const [row] = Number.isSafeInteger(id)
    ? await tx.select(ACCOUNT).from(ledger_accounts).where(eq(ledger_accounts.id, id))
    : [];
  if (!row) throw notFound("account");
  const named = one(await withOwners(tx, [row]), "the account with its owner");
  return { ...named, of: classOfCode(row.code) };
}

async function withOwners(tx: Queryable, rows: Array<Omit<AccountRow, "owner">>): Promise<AccountRow[]> {
  const names = await namesOf(
    tx,
    rows.flatMap(({ code }) => ownerOfCode(code) ?? []),
  );
  return rows.map((row) => ({ ...row, owner: names.get(ownerOfCode(row.code) ?? "") ?? null }));
}

/** What people call the owners of accounts, by id. */
async function namesOf(tx: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const those = <P extends IdPrefix>(prefix: P) => [...new Set(ids.filter((id) => isId(prefix, id)))];
  const found = await Promise.all([
    tx
      .select({ id: offers.id, name: offers.title })
      .from(offers)
      .where(inArray(offers.id, those("offer"))),
    tx
      .select({
        id: collaborations.id,
        name: sql<string>`${creators.display_name} || ' · ' || ${offers.title}`,
      })
      .from(collaborations)
      .innerJoin(creators, eq(creators.id, collaborations.creator_id))
      .innerJoin(offers, eq(offers.id, collaborations.offer_id))
      .where(inArray(collaborations.id, those("collab"))),
    tx
      .select({ id: creators.id, name: creators.display_name })
      .from(creators)
      .where(inArray(creators.id, those("creator"))),
    tx
      .select({ id: brands.id, name: brands.name })
      .from(brands)
      .where(inArray(brands.id, those("brand"))),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
