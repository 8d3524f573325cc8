/**
 * Every fault that the product has to live with, in the order of docs/faults.md: a fault that is struck off the page, or a new one
 * that has no row and no test yet, fails the page's test.
 */
export const FAULTS = [
  // the process
  "The process dies between the commit and the call to Stripe",
  "The process dies between the call to Stripe and its answer",
  "The process dies with Stripe's answer in hand",
  "The process stays dead until Stripe has forgotten the idempotency key",
  "The process is dead when a deadline falls due",
  // webhooks
  "A webhook comes twice",
  "Webhooks come out of order",
  "A webhook comes days late",
  "A webhook is years old",
  "A webhook never comes",
  "A webhook has a wrong signature",
  "A webhook has an old signature",
  "An event of an unknown type",
  "An event of an unknown API version",
  "Bytes that are no event",
  "An event that lacks what it is about",
  "An event with another amount, currency, charge or destination",
  "An event whose metadata lies",
  "An event about an object that nobody knows, or of another account",
  "Events at random, of any shape, age and order",
  // paying in
  "A Checkout session expires",
  "A payment fails",
  "3-D Secure is abandoned",
  "A bank debit fails days later",
  "An amount that no card can be charged",
  // the creator's account
  "The creator's account is not onboarded",
  "The creator's account is restricted",
  "The creator's account is disabled at the very transfer",
  "The creator's country is not supported",
  // Stripe
  "A transfer is refused for insufficient available balance",
  "Stripe answers 429 for an hour",
  "Stripe answers 500 for an hour",
  "Stripe answers 500 although it did the work",
  "Stripe closes every connection for an hour",
  "Stripe does not answer in time",
  "More calls are due at once than Stripe allows",
  // at once
  "Two reviewers decide at once",
  "Approve meets auto-approve",
  "Approve meets a rejection",
  "Approve meets a dispute",
  "Refund meets release",
  "The offer closes while its last slot is accepted",
  "A thousand creators claim the last slot",
  "A double click",
  "The back button, and a form posted again",
  "A job runs twice at once",
  "A job runs again after success",
  // afterwards
  "A chargeback before the release",
  "A chargeback after the release",
  "A chargeback that is won",
  "A post is deleted after the pay, and put back",
  "A post is deleted after the pay, for good",
  "A creator who owes has no balance left at Stripe",
  "A refund to an expired card fails",
  // machines
  "A serialization failure",
  "A deadlock",
  "The database restarts",
  "The clocks of two machines differ",
  "Daylight saving begins or ends",
  "The 29th of February",
] as const;
