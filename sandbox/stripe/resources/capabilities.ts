/** Capabilities: what a connected account may do, seen one by one. They are kept with their account. */
import type Stripe from "stripe";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { boolean, expand } from "../wire/params";
import { missing } from "../wire/refusal";
import type { StoredAccount } from "../world";
import { findAccount } from "./accounts";

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

function updateCapability({ world, path }: Call, params: Stripe.AccountUpdateCapabilityParams): object {
  const account = findAccount(world, path.account!);
  const capabilities = account.capabilities as Record<string, string>;
  const name = path.id!;
  if (params.requested === false) delete capabilities[name];
  else if (params.requested && !capabilities[name])
    capabilities[name] =
      account.details_submitted && !account.requirements?.disabled_reason ? "active" : "inactive";
  world.tables.accounts.save(account);
  const capability = capabilityObject(account, name);
  emit(world, "capability.updated", capability, { scope: account.id });
  return capability;
}

export const capabilityEndpoints = [
  endpoint<Stripe.AccountListCapabilitiesParams>(
    "GET",
    "/v1/accounts/:account/capabilities",
    { expand },
    ({ world, path }) => {
      const account = findAccount(world, path.account!);
      return {
        object: "list",
        data: Object.keys(account.capabilities ?? {}).map((name) => capabilityObject(account, name)),
        has_more: false,
        url: `/v1/accounts/${account.id}/capabilities`,
      };
    },
  ),
  endpoint<Stripe.AccountRetrieveCapabilityParams>(
    "GET",
    "/v1/accounts/:account/capabilities/:id",
    { expand },
    ({ world, path }) => {
      const capability = capabilityObject(findAccount(world, path.account!), path.id!);
      if (capability.status === "unrequested") throw missing("capability", path.id!);
      return capability;
    },
  ),
  endpoint<Stripe.AccountUpdateCapabilityParams>(
    "POST",
    "/v1/accounts/:account/capabilities/:id",
    { expand, requested: boolean },
    updateCapability,
  ),
];
