/** Everything that the simulator can let go wrong, with what it does and how often: the share of the moments at which it could strike. */
export const FAULT_KINDS = {
  // The process and its database.
  "crash-before-commit": { share: 0.002, does: "a process dies before its transaction is committed" },
  "crash-after-commit": { share: 0.002, does: "a process dies right after a commit" },
  deadlock: { share: 0.002, does: "the database undoes a transaction as a deadlock's victim" },
  "serialization-failure": {
    share: 0.002,
    does: "the database undoes a transaction that it could not order",
  },
  "connection-lost": { share: 0.001, does: "the connection breaks before a commit" },
  "commit-unheard": { share: 0.001, does: "a commit happens and its answer is lost" },
  "clock-skew": { share: 0.05, does: "a machine's clock is up to ten minutes off for some hours" },
  // Calls to Stripe.
  "crash-before-call": { share: 0.004, does: "a process dies before it has called Stripe" },
  "crash-after-call": { share: 0.004, does: "a process dies before it has read Stripe's answer" },
  "call-refused": { share: 0.004, does: "the connection to Stripe breaks before anything is done there" },
  "answer-lost": { share: 0.006, does: "Stripe does what is asked and its answer is lost" },
  "stripe-timeout": { share: 0.004, does: "Stripe does what is asked and never answers" },
  "stripe-429": { share: 0.006, does: "Stripe answers that there are too many calls" },
  "stripe-409": { share: 0.003, does: "Stripe answers that the idempotency key is in use" },
  "call-on-its-way": {
    share: 0.004,
    does: "a call outlives its caller's patience, or its caller: its key is in use, and Stripe does the work later",
  },
  "stripe-500": { share: 0.004, does: "Stripe answers 500 and has not looked at the call" },
  "stripe-500-kept": {
    share: 0.004,
    does: "Stripe answers 500, does nothing, and repeats that for the same key",
  },
  "stripe-500-done": {
    share: 0.004,
    does: "Stripe does what is asked, answers 500, and repeats that for the same key",
  },
  "stripe-outage": { share: 0.15, does: "for an hour Stripe answers nothing but 500 (of all half days)" },
  // Webhooks.
  "webhook-twice": { share: 0.02, does: "a webhook is delivered twice" },
  "webhook-late": { share: 0.02, does: "a webhook comes hours or days late" },
  "webhook-reordered": { share: 0.02, does: "a webhook comes after those that follow it" },
  "webhook-lost": { share: 0.02, does: "a webhook never comes" },
  "webhook-forged": { share: 0.01, does: "a webhook comes with a wrong signature first" },
  // Jobs.
  "job-twice": { share: 0.01, does: "an event starts its jobs twice" },
  "job-late": { share: 0.01, does: "a job is hours late" },
  "job-lost": { share: 0.01, does: "a job that the sweep stands behind never runs" },
  "two-at-once": { share: 0.02, does: "two processes do the same, or its opposite, at the same moment" },
  // People.
  "double-click": { share: 0.02, does: "a person sends the same form twice" },
  "stale-form": { share: 0.02, does: "a person sends a form that shows an older state" },
  "account-restricted": { share: 0.06, does: "Stripe restricts a creator's account (of all applications)" },
  "dispute-before-release": { share: 0.05, does: "a cardholder disputes a charge nobody was paid from" },
  "dispute-after-release": { share: 0.1, does: "a cardholder disputes a charge somebody was paid from" },
  "refund-fails": { share: 0.04, does: "a brand pays with a card that will not take a refund" },
  "post-deleted": { share: 0.04, does: "a paid post is taken down, for good or for some days" },
  "post-private": { share: 0.03, does: "a paid post is hidden, for good or for some days" },
  // The world outside.
  "platform-silent": { share: 0.02, does: "a platform does not answer" },
  "parcel-lost": { share: 0.04, does: "a parcel never arrives" },
  "parcel-news-twice": { share: 0.03, does: "a carrier tells the same news twice" },
  "parcel-news-reordered": { share: 0.05, does: "a carrier tells of the delivery before the journey" },
} as const satisfies Record<string, { share: number; does: string }>;

export type FaultKind = keyof typeof FAULT_KINDS;

export const ALL_FAULTS = Object.keys(FAULT_KINDS) as FaultKind[];

export function isFaultKind(name: string): name is FaultKind {
  return Object.hasOwn(FAULT_KINDS, name);
}
