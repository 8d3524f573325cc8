/** The balance that Stripe reports, beside `stripe:platform`: the one figure that every difference would show in. */
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { accounts } from "@/app/domain/ledger/accounts";
import { db } from "@/db/client";
import { ledger_accounts } from "@/db/schema/ledger";
import { stripe } from "../client";
import type { Discrepancies } from "./discrepancies";

/** Both sides move while they are read: only what is different by the same amount at every look is a difference. */
const LOOKS = 3;
const BETWEEN_CHECKS_MS = 500;

export type BalanceLine = {
  currency: string;
  /** available and pending together, in minor units */
  at_stripe_minor: number;
  in_ledger_minor: number;
  /** Money was on its way during every look: nothing can be said this time. */
  moving: boolean;
};

/** @returns one line per currency, as read last */
export async function compareBalances(discrepancies: Discrepancies): Promise<BalanceLine[]> {
  let lines = await look();
  const seen = new Map(lines.map((line) => [line.currency, new Set([differenceOf(line)])]));
  for (let looks = 1; looks < LOOKS && lines.some((line) => differenceOf(line) !== 0); looks++) {
    await sleep(BETWEEN_CHECKS_MS);
    lines = await look();
    for (const line of lines)
      seen.set(line.currency, (seen.get(line.currency) ?? new Set()).add(differenceOf(line)));
  }
  discrepancies.count("balances", lines.length);
  for (const line of lines) {
    const difference_minor = differenceOf(line);
    if (difference_minor === 0) continue;
    line.moving = (seen.get(line.currency)?.size ?? 0) > 1;
    if (!line.moving) await report(discrepancies, line.currency, difference_minor);
  }
  return lines;
}

/** Only the difference is kept, not the two balances: it is what stays the same from night to night. */
function report(discrepancies: Discrepancies, currency: string, difference_minor: number): Promise<void> {
  return discrepancies.differs("balances", {
    kind: "balance_differs",
    subject: `balance:${currency}`,
    expected: { currency, difference_minor: 0 },
    found: { currency, difference_minor },
  });
}

const differenceOf = (line: BalanceLine) => line.at_stripe_minor - line.in_ledger_minor;

async function look(): Promise<BalanceLine[]> {
  const books = await db
    .select({ currency: ledger_accounts.currency, balance_minor: ledger_accounts.balance_minor })
    .from(ledger_accounts)
    .where(eq(ledger_accounts.code, accounts.stripePlatform.code));
  const { available, pending } = await stripe().balance.retrieve();
  const lines = new Map<string, BalanceLine>();
  const line = (currency: string) => {
    const known = lines.get(currency) ?? { currency, at_stripe_minor: 0, in_ledger_minor: 0, moving: false };
    lines.set(currency, known);
    return known;
  };
  for (const { currency, balance_minor } of books) line(currency).in_ledger_minor += balance_minor;
  for (const { currency, amount } of [...available, ...pending])
    line(currency.toUpperCase()).at_stripe_minor += amount;
  return [...lines.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
