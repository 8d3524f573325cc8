/** The ways in which Stripe, its wires and the banks behind it can be made to fail, each with what it does. */
export const FAULT_KINDS = {
  drop_before: "closes the connection before anything is done",
  drop_after_commit: "does what was asked, then closes the connection instead of answering",
  error_500_before: "answers 500 before anything is done; the idempotency key stays unused",
  error_500_kept: "answers 500, does nothing, and repeats that 500 for the idempotency key",
  error_500_after_commit: "does what was asked, answers 500, and repeats that 500 for the idempotency key",
  rate_limit_429: "answers 429 before anything is done",
  conflict_409: "answers 409, as when the same idempotency key is in use at the same moment",
  arrives_late:
    "closes the connection, does what was asked `ms` milliseconds of the sandbox's clock later, and until then says that the idempotency key is in use",
  delay: "does what was asked and answers `ms` milliseconds later",
  timeout: "does what was asked and never answers",
  balance_insufficient: "refuses a transfer or payout for want of available balance",
  account_disabled: "disables the destination of the next transfer and refuses it",
  refund_fails: "takes the refund, and lets it fail at the bank later",
  refund_pending: "takes the refund as pending, and lets it succeed a day later",
  payout_fails: "lets a payout fail at the creator's bank",
  dispute: "opens a dispute on the next payment as soon as it has succeeded",
  webhook_duplicate: "delivers a webhook twice",
  webhook_reorder: "holds a webhook back until the one after it has been delivered",
  webhook_delay: "delivers a webhook `ms` milliseconds of the sandbox's clock later",
  webhook_lose: "never delivers a webhook",
  webhook_bad_signature: "signs one delivery of a webhook with another secret",
  webhook_old_signature: "signs one delivery of a webhook with a time an hour ago",
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

export function isFaultKind(kind: unknown): kind is FaultKind {
  return typeof kind === "string" && Object.hasOwn(FAULT_KINDS, kind);
}

export type FaultMatch = {
  /** HTTP method of the API call. */
  method?: string;
  /** Path of the API call; `*` stands for any run of characters, e.g. a path ending in an id. */
  path?: string;
  /** Event type of the webhook; `*` as above. */
  type?: string;
};

/** A switch that is on: it strikes the next `times` things it matches (undefined: all, until cleared). */
export type Fault = { id: string; kind: FaultKind; times?: number; match?: FaultMatch; ms?: number };
