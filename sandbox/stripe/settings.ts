/** What can be said about this emulator through the environment. */

/** The events Postbond asks Stripe for; `SANDBOX_STRIPE_EVENTS` (comma-separated, or `*`) subscribes to others. */
const SUBSCRIBED = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "payment_intent.canceled",
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "transfer.created",
  "transfer.reversed",
  "account.updated",
  "capability.updated",
  "account.application.deauthorized",
  "payout.paid",
  "payout.failed",
];

const DAY_MS = 86_400_000;

export type Settings = {
  /** The only key taken; undefined takes any test key. */
  secret_key: string | undefined;
  webhook_secret: string;
  /** From a charge to its money being available, by the sandbox's clock. */
  settle_ms: number;
  subscribed: ReadonlySet<string> | "all";
  /** Requests per second of real time allowed per endpoint and in all; undefined does not count. */
  rate_per_endpoint_s: number | undefined;
  rate_total_s: number | undefined;
};

export function readSettings(env: Record<string, string | undefined>): Settings {
  const events = env.SANDBOX_STRIPE_EVENTS;
  return {
    secret_key: env.STRIPE_SECRET_KEY || undefined,
    webhook_secret: env.STRIPE_WEBHOOK_SECRET || "whsec_sandbox",
    settle_ms: number(env.SANDBOX_STRIPE_SETTLE_MS) ?? 2 * DAY_MS,
    subscribed:
      events === "*" ? "all" : new Set(events ? events.split(",").map((type) => type.trim()) : SUBSCRIBED),
    rate_per_endpoint_s: number(env.SANDBOX_STRIPE_RATE_PER_ENDPOINT),
    rate_total_s: number(env.SANDBOX_STRIPE_RATE),
  };
}

function number(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${text} is not a number of at least 0`);
  return value;
}
