/** A capability as Stripe shows it: one thing that a connected account may do. It is stored with its account. */
import type Stripe from "stripe";
import type { StoredAccount } from "../world";

export function capabilityObject(account: StoredAccount, name: string): Stripe.Capability {
  const status = (account.capabilities as Record<string, string> | undefined)?.[name];
  const asked = account.requirements;
  const due = status === "active" ? [] : (asked?.currently_due ?? []);
  return {
    id: name,
    object: "capability",
    account: account.id,
    requested: status !== undefined,
    requested_at: status === undefined ? null : (account.created ?? null),
    requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: due,
      disabled_reason: status === "active" || due.length === 0 ? null : "requirements.fields_needed",
      errors: [],
      eventually_due: due,
      past_due: status === "active" ? [] : (asked?.past_due ?? []),
      pending_verification: status === "pending" ? (asked?.pending_verification ?? []) : [],
    },
    status: status ?? "unrequested",
  };
}
