/** Balance, balance transactions and balance settings: what an account has, and every movement that made it so. */
import type Stripe from "stripe";
import { PLATFORM, type Scope } from "../keep/table";
import { endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { currency, expand, page, range, text } from "../wire/params";
import type { World } from "../world";

export function balanceObject(world: World, scope: Scope): Stripe.Balance {
  const rows = world.balances.currencies(scope).map((code) => ({ code, ...world.balances.of(scope, code) }));
  if (rows.length === 0) rows.push({ code: "usd", ...world.balances.of(scope, "usd") });
  const funds = (code: string, amount_minor: number) => ({
    amount: amount_minor,
    currency: code,
    source_types: { card: amount_minor },
  });
  return {
    object: "balance",
    available: rows.map((row) => funds(row.code, row.available_minor)),
    ...(scope === PLATFORM
      ? { connect_reserved: rows.map((row) => ({ amount: 0, currency: row.code })) }
      : {}),
    livemode: false,
    pending: rows.map((row) => funds(row.code, row.pending_minor)),
    refund_and_dispute_prefunding: {
      available: rows.map((row) => ({ amount: 0, currency: row.code })),
      pending: rows.map((row) => ({ amount: 0, currency: row.code })),
    },
  };
}

function balanceSettings(scope: Scope): Stripe.BalanceSettings {
  return {
    object: "balance_settings",
    payments: {
      debit_negative_balances: scope !== PLATFORM,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: null,
        schedule: { interval: scope === PLATFORM ? "manual" : "daily" },
        statement_descriptor: null,
        status: "enabled",
      },
      settlement_timing: { delay_days: 2, start_of_day: null },
    },
  };
}

export const balanceEndpoints = [
  endpoint<Stripe.BalanceRetrieveParams>("GET", "/v1/balance", { expand }, ({ world, scope }) =>
    balanceObject(world, scope),
  ),
  endpoint<{ expand?: string[] }>("GET", "/v1/balance_settings", { expand }, ({ scope }) =>
    balanceSettings(scope),
  ),
  endpoint<Stripe.BalanceTransactionListParams>(
    "GET",
    "/v1/balance_transactions",
    { ...page, created: range, currency, payout: text, source: text, type: text },
    ({ world, scope }, params) =>
      listPage<Stripe.BalanceTransaction>(
        {
          table: world.tables.balance_transactions,
          scope,
          by: params.source ? ["source", params.source] : params.type ? ["type", params.type] : undefined,
          where: (transaction) =>
            (!params.type || transaction.type === params.type) &&
            (!params.currency || transaction.currency === params.currency) &&
            (!params.payout || transaction.source === params.payout),
          url: "/v1/balance_transactions",
          thing: "balance_transaction",
        },
        params,
      ),
  ),
];
