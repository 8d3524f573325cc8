/** What every account holds, summed by kind, per currency. Amounts are minor units. */
import { sql } from "drizzle-orm";
import type { AccountKind } from "@/app/domain/ledger/vocabulary";
import type { Queryable } from "@/db/client";
import { ledger_accounts } from "@/db/schema/ledger";
import { ACCOUNT_CLASS_NAMES, ACCOUNT_CLASSES } from "../account-classes";

/** Account codes without the id in the middle, e.g. `offer:*:budget`. */
const LINE = sql<string>`regexp_replace(${ledger_accounts.code}, ':[^:]+_[^:]+:', ':*:')`;

/** In the order in which a controller reads them; each sheet keeps its currency's place. */
const LINES: readonly string[] = [
  ...ACCOUNT_CLASSES.platform.codes,
  ...ACCOUNT_CLASS_NAMES.filter((name) => name !== "platform"),
];

export type BookLine = {
  /** The account itself where there is one of its kind, else its class. */
  name: string;
  kind: AccountKind;
  currency: string;
  /** Accounts that hold something. */
  accounts: number;
  balance_minor: number;
};

/** One line a class of accounts and currency: the whole balance sheet. Settled accounts, which are most, are left out before anything is grouped. */
export async function readBalanceSheet(tx: Queryable): Promise<BookLine[]> {
  const rows = await tx
    .select({
      line: LINE,
      kind: ledger_accounts.kind,
      currency: ledger_accounts.currency,
      accounts: sql<number>`count(*)::int`,
      balance_minor: sql<number>`sum(${ledger_accounts.balance_minor})::float8`,
    })
    .from(ledger_accounts)
    .where(sql`${ledger_accounts.balance_minor} <> 0`)
    .groupBy(LINE, ledger_accounts.kind, ledger_accounts.currency)
    .orderBy(ledger_accounts.currency, ledger_accounts.kind, LINE);
  return rows
    .map(({ line, ...row }) => ({
      ...row,
      name: line.includes("*") ? line.slice(line.lastIndexOf(":") + 1) : line,
    }))
    .sort((a, b) => LINES.indexOf(a.name) - LINES.indexOf(b.name));
}
