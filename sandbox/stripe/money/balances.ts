/**
 * Every account's balance per currency: what is available and what is still pending. A balance is nothing but the sum of
 * its balance transactions, so it is added up again when the emulator comes back, and each transaction moves from
 * pending to available when the clock reaches its `available_on`.
 */
import type Stripe from "stripe";
import type { Scheduler } from "../keep/scheduler";
import type { Scope, Table } from "../keep/table";

export type Funds = {
  available_minor: number;
  pending_minor: number;
  /** All fees that Stripe has taken so far. */
  fees_minor: number;
};
const NOTHING: Funds = { available_minor: 0, pending_minor: 0, fees_minor: 0 };

export type BalanceListener = (scope: Scope, currency: string) => void;

export class Balances {
  private readonly funds = new Map<Scope, Map<string, Funds>>();
  /** Told whenever pending money has become available. */
  readonly onSettled: BalanceListener[] = [];
  /** Told whenever there is more available money, at once or because it has settled. */
  readonly onAvailable: BalanceListener[] = [];

  constructor(
    private readonly transactions: Table<Stripe.BalanceTransaction>,
    private readonly scheduler: Scheduler,
  ) {
    for (const transaction of transactions.everything())
      this.add(transactions.scopeOf(transaction.id), transaction);
  }

  of(scope: Scope, currency: string): Readonly<Funds> {
    return this.funds.get(scope)?.get(currency) ?? NOTHING;
  }

  currencies(scope: Scope): string[] {
    return [...(this.funds.get(scope)?.keys() ?? [])];
  }

  /** Writes `transaction` into the books of `scope`: nothing changes a balance but this. */
  post(scope: Scope, transaction: Stripe.BalanceTransaction): Stripe.BalanceTransaction {
    this.transactions.insert(scope, transaction);
    this.add(scope, transaction);
    if (transaction.status === "available" && transaction.net > 0)
      for (const notify of this.onAvailable) notify(scope, transaction.currency);
    return transaction;
  }

  private add(scope: Scope, transaction: Stripe.BalanceTransaction): void {
    const funds = this.fundsOf(scope, transaction.currency);
    funds.fees_minor += transaction.fee;
    if (transaction.status === "available") {
      funds.available_minor += transaction.net;
      return;
    }
    funds.pending_minor += transaction.net;
    this.scheduler.at(transaction.available_on * 1000, () => this.settle(scope, transaction));
  }

  private settle(scope: Scope, transaction: Stripe.BalanceTransaction): void {
    const funds = this.fundsOf(scope, transaction.currency);
    funds.pending_minor -= transaction.net;
    funds.available_minor += transaction.net;
    transaction.status = "available";
    this.transactions.save(transaction);
    for (const notify of [...this.onSettled, ...this.onAvailable]) notify(scope, transaction.currency);
  }

  private fundsOf(scope: Scope, currency: string): Funds {
    let currencies = this.funds.get(scope);
    if (!currencies) {
      currencies = new Map();
      this.funds.set(scope, currencies);
    }
    let funds = currencies.get(currency);
    if (!funds) {
      funds = { ...NOTHING };
      currencies.set(currency, funds);
    }
    return funds;
  }
}
