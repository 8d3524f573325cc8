/** An event that will never be acted on, however often it is tried: kept with its reason, for an operator to see. */

export type UnacceptableReason =
  /** It lacks what an event of its type is about. */
  | "object_missing"
  /** It speaks of an object of a connected account, which is no money of ours. */
  | "of_another_account"
  /** Stripe knows no such object, or does not let us see it. */
  | "not_at_stripe"
  /** Its metadata names something that we never wrote. */
  | "unknown_to_us"
  /** It names something of ours, and is of another amount, currency, kind, charge or destination. */
  | "does_not_match"
  /** What it names was settled by another object before. */
  | "second_object";

export class Unacceptable extends Error {
  readonly reason: UnacceptableReason;

  /** @param detail what was expected and what came, for a person */
  constructor(reason: UnacceptableReason, detail = "") {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = "Unacceptable";
    this.reason = reason;
  }
}

/** @returns what differs first, for a person, or null */
export function mismatch(ours: Record<string, unknown>, theirs: Record<string, unknown>): string | null {
  for (const [field, expected] of Object.entries(ours))
    if (theirs[field] !== expected)
      return `${field} is ${JSON.stringify(theirs[field])}, not ${JSON.stringify(expected)}`;
  return null;
}

/** @throws Unacceptable `does_not_match`, naming the first field that differs */
export function assertMatch(ours: Record<string, unknown>, theirs: Record<string, unknown>): void {
  const differs = mismatch(ours, theirs);
  if (differs) throw new Unacceptable("does_not_match", differs);
}
