/**
 * Payouts: from a balance to a bank. Connected accounts are paid out every day automatically; the platform's payouts are
 * manual, so that held money stays where it is.
 */
import type Stripe from "stripe";
import { PLATFORM, type Scope } from "../keep/table";
import { assertPositive } from "../money/currency";
import { recordTransaction } from "../money/transactions";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import { currency, expand, integer, metadata, oneOf, page, range, required, text } from "../wire/params";
import { invalid, missing } from "../wire/refusal";
import { idOf, type World } from "../world";
import { platformAccount } from "./account-object";
import { settleAccount } from "./account-outcomes";
import { insufficient } from "./transfer-guards";

const DAY_MS = 86_400_000;

function findPayout(world: World, scope: Scope, id: string, param = "id"): Stripe.Payout {
  const payout = world.tables.payouts.within(scope, id);
  if (!payout) throw missing("payout", id, param);
  return payout;
}

type NewPayout = {
  amount_minor: number;
  currency: string;
  automatic: boolean;
  description?: string;
  metadata?: Stripe.Metadata;
};

function sendPayout(world: World, scope: Scope, given: NewPayout): Stripe.Payout {
  const account = scope === PLATFORM ? platformAccount() : world.tables.accounts.known(scope);
  const payout: Stripe.Payout = {
    id: world.newId("po"),
    object: "payout",
    amount: given.amount_minor,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: nextMidnight(world) / 1000,
    automatic: given.automatic,
    balance_transaction: null,
    created: world.now_s(),
    currency: given.currency,
    description: given.description ?? (given.automatic ? "STRIPE PAYOUT" : null),
    destination: idOf(account.external_accounts?.data[0]) ?? null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: given.metadata ?? {},
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: given.automatic ? "in_progress" : "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "in_transit",
    trace_id: { status: "pending", value: null },
    type: "bank_account",
  };
  payout.balance_transaction = recordTransaction(world, scope, {
    type: "payout",
    amount_minor: -payout.amount,
    currency: payout.currency,
    source: payout.id,
    description: payout.description,
  }).id;
  world.tables.payouts.insert(scope, payout);
  emit(world, "payout.created", payout, { scope });
  armArrival(world, payout);
  return payout;
}

function armArrival(world: World, payout: Stripe.Payout): void {
  world.scheduler.at(
    payout.arrival_date * 1000,
    () => finishPayout(world, payout.id, world.faults.strike(["payout_fails"]) ? "failed" : "paid"),
    () => payout.status === "in_transit",
  );
}

/** What the bank said. A payout that failed comes back to the balance, and the bank account has to be mended. */
export function finishPayout(world: World, id: string, outcome: "paid" | "failed"): void {
  const payout = world.tables.payouts.get(id);
  if (payout?.status !== "in_transit") return;
  const scope = world.tables.payouts.scopeOf(id);
  payout.status = outcome;
  if (outcome === "paid") {
    payout.trace_id = { status: "supported", value: `SANDBOX${payout.id.slice(-10)}` };
    if (payout.automatic) payout.reconciliation_status = "completed";
  } else {
    payout.failure_code = "account_closed";
    payout.failure_message = "The bank account has been closed.";
    payout.failure_balance_transaction = recordTransaction(world, scope, {
      type: "payout_failure",
      amount_minor: payout.amount,
      currency: payout.currency,
      source: payout.id,
      description: "PAYOUT FAILURE",
    }).id;
  }
  world.tables.payouts.save(payout);
  emit(world, outcome === "paid" ? "payout.paid" : "payout.failed", payout, { scope });
  const account = world.tables.accounts.get(scope);
  if (account && outcome === "failed") settleAccount(world, account, "payouts_paused");
}

/** Banks and payouts keep to days. Epoch milliseconds, UTC. */
function nextMidnight(world: World): number {
  return (Math.floor(world.now_ms() / DAY_MS) + 1) * DAY_MS;
}

const scheduled = new WeakMap<World, Set<Scope>>();

/** Pays an account's available balance out at the next midnight (UTC), when it is paid out daily. */
export function schedulePayout(world: World, scope: Scope): void {
  const { balances } = world;
  const has_money = balances.currencies(scope).some((code) => balances.of(scope, code).available_minor > 0);
  if (scope === PLATFORM || !has_money) return;
  const waiting = scheduled.get(world) ?? new Set();
  scheduled.set(world, waiting);
  if (waiting.has(scope)) return;
  waiting.add(scope);
  world.scheduler.at(nextMidnight(world), () => {
    waiting.delete(scope);
    payOut(world, scope);
  });
}

function payOut(world: World, scope: Scope): void {
  const account = world.tables.accounts.get(scope);
  if (!account?.payouts_enabled || account.settings?.payouts?.schedule.interval === "manual") return;
  for (const currency_code of world.balances.currencies(scope)) {
    const { available_minor } = world.balances.of(scope, currency_code);
    if (available_minor > 0)
      sendPayout(world, scope, { amount_minor: available_minor, currency: currency_code, automatic: true });
  }
}

/** Takes up the payouts that were on their way, and those that were due, when the emulator ended. */
export function resumePayouts(world: World): void {
  for (const payout of world.tables.payouts.everything())
    if (payout.status === "in_transit") armArrival(world, payout);
  for (const account of world.tables.accounts.everything()) schedulePayout(world, account.id);
}

function createPayout({ world, scope }: Call, params: Stripe.PayoutCreateParams): object {
  assertPositive(params.amount);
  const account = scope === PLATFORM ? platformAccount() : world.tables.accounts.known(scope);
  if (!account.payouts_enabled)
    throw invalid("Cannot create payouts: this account has requirements that need to be collected.", {
      code: "payouts_not_allowed",
    });
  if (world.faults.strike(["balance_insufficient"], { method: "POST", path: "/v1/payouts" }))
    throw insufficient();
  if (params.amount > world.balances.of(scope, params.currency).available_minor) throw insufficient();
  return sendPayout(world, scope, {
    amount_minor: params.amount,
    currency: params.currency,
    automatic: false,
    description: params.description,
    metadata: mergeMetadata({}, params.metadata),
  });
}

export const payoutEndpoints = [
  endpoint<Stripe.PayoutCreateParams>(
    "POST",
    "/v1/payouts",
    {
      amount: required(integer),
      currency: required(currency),
      description: text,
      destination: text,
      expand,
      metadata,
      method: oneOf("standard", "instant"),
      payout_method: text,
      source_type: text,
      statement_descriptor: text,
    },
    createPayout,
  ),
  endpoint<Stripe.PayoutListParams>(
    "GET",
    "/v1/payouts",
    { ...page, arrival_date: range, created: range, destination: text, status: text },
    ({ world, scope }, params) =>
      listPage(
        {
          table: world.tables.payouts,
          scope,
          where: (payout: Stripe.Payout) => !params.status || payout.status === params.status,
          url: "/v1/payouts",
          thing: "payout",
        },
        params,
      ),
  ),
  endpoint<Stripe.PayoutRetrieveParams>("GET", "/v1/payouts/:id", { expand }, ({ world, scope, path }) =>
    findPayout(world, scope, path("id")),
  ),
];
