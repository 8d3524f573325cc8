/** Everything the emulator for Stripe holds: its objects, its balances, what it will do later, and who is calling. */
import type Stripe from "stripe";
import type { EmulatorContext } from "../frame/emulator";
import type { Store } from "../frame/store";
import { Faults } from "./faults/faults";
import { type NewId, randomId } from "./keep/ids";
import { Scheduler } from "./keep/scheduler";
import { Table } from "./keep/table";
import { Balances } from "./money/balances";
import type { CheckoutTicket } from "./resources/checkout-tickets";
import type { RefundFate } from "./resources/refund-course";
import { readSettings, type Settings } from "./settings";
import type { KeptEvent } from "./webhooks/kept-event";

const idOf = (value: string | { id: string } | null | undefined): string | undefined =>
  typeof value === "string" ? value : value?.id;

/** The id behind a field that Stripe may expand; objects are kept unexpanded. */
export { idOf };

export type StoredCustomer = Stripe.Customer | Stripe.DeletedCustomer;
/** `gone`: its owner or the platform has cut the connection; it is out of reach from then on. */
export type StoredAccount = Stripe.Account & { gone?: true };
export type LinkTicket = {
  id: string;
  account: string;
  expires_at: number;
  return_url: string;
  refresh_url: string;
  used: boolean;
};

function makeTables(store: Store) {
  return {
    accounts: new Table<StoredAccount>(store, "accounts"),
    account_links: new Table<LinkTicket>(store, "account_links"),
    balance_transactions: new Table<Stripe.BalanceTransaction>(store, "balance_transactions", {
      source: (transaction) => idOf(transaction.source),
      type: (transaction) => transaction.type,
    }),
    charges: new Table<Stripe.Charge>(store, "charges", {
      payment_intent: (charge) => idOf(charge.payment_intent),
      transfer_group: (charge) => charge.transfer_group,
      customer: (charge) => idOf(charge.customer),
    }),
    customers: new Table<StoredCustomer>(store, "customers", {
      email: (customer) => ("email" in customer ? customer.email : undefined),
    }),
    disputes: new Table<Stripe.Dispute>(store, "disputes", {
      charge: (dispute) => idOf(dispute.charge),
      payment_intent: (dispute) => idOf(dispute.payment_intent),
    }),
    events: new Table<KeptEvent>(store, "events", {
      type: (event) => event.type,
      undelivered: (event) =>
        event.delivery === "delivered" || event.delivery === "none" ? undefined : "yes",
    }),
    payment_intents: new Table<Stripe.PaymentIntent>(store, "payment_intents", {
      customer: (intent) => idOf(intent.customer),
    }),
    payment_methods: new Table<Stripe.PaymentMethod>(store, "payment_methods"),
    payouts: new Table<Stripe.Payout>(store, "payouts"),
    refunds: new Table<Stripe.Refund>(store, "refunds", {
      charge: (refund) => idOf(refund.charge),
      payment_intent: (refund) => idOf(refund.payment_intent),
      waiting: (refund) => (refund.pending_reason === "insufficient_funds" ? refund.currency : undefined),
    }),
    refund_fates: new Table<RefundFate>(store, "refund_fates"),
    reversals: new Table<Stripe.TransferReversal>(store, "reversals", {
      transfer: (reversal) => idOf(reversal.transfer),
    }),
    sessions: new Table<Stripe.Checkout.Session>(store, "sessions", {
      payment_intent: (session) => idOf(session.payment_intent),
      customer: (session) => idOf(session.customer),
    }),
    tickets: new Table<CheckoutTicket>(store, "checkout_tickets"),
    transfers: new Table<Stripe.Transfer>(store, "transfers", {
      transfer_group: (transfer) => transfer.transfer_group,
      destination: (transfer) => idOf(transfer.destination),
      source_transaction: (transfer) => idOf(transfer.source_transaction),
    }),
  };
}

export type Tables = ReturnType<typeof makeTables>;

/** What is being asked for at the moment; events name it as their cause. */
export type Cause = { id: string | null; idempotency_key: string | null };

export type WorldOptions = {
  /** Makes ids from a prefix; a simulator gives its own, so that a seed replays exactly. */
  newId?: NewId;
  /** Brings a webhook to the app; the default posts it over HTTP. With one of its own, retries keep to the clock. */
  deliver?: (request: Request) => Promise<Response>;
};

export class World {
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  readonly tables: Tables;
  readonly balances: Balances;
  readonly faults: Faults;
  readonly newId: NewId;
  cause: Cause | null = null;
  /** Day since the epoch on which old events were last dropped. */
  events_pruned_on = 0;
  /** Called with each new event; webhook delivery listens. */
  readonly onEvent: Array<(event: KeptEvent) => void> = [];

  constructor(
    readonly context: EmulatorContext,
    readonly options: WorldOptions = {},
  ) {
    this.settings = readSettings(context.env);
    this.newId = options.newId ?? randomId;
    this.scheduler = new Scheduler(context.clock);
    this.tables = makeTables(context.store);
    this.balances = new Balances(this.tables.balance_transactions, this.scheduler);
    this.faults = new Faults(context.store);
  }

  now_ms(): number {
    return this.context.clock.now().getTime();
  }

  /** Epoch seconds, as Stripe counts time. */
  now_s(): number {
    return Math.floor(this.now_ms() / 1000);
  }
}
