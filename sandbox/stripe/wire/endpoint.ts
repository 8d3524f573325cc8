/** One address of Stripe's API: what it takes and what it does. Each resource exports its endpoints as a list. */
import type { Scope } from "../keep/table";
import type { World } from "../world";
import type { RulesFor } from "./params";

export type Call = {
  world: World;
  /** Whose objects are asked for: the platform's, or those of the account in `Stripe-Account`. */
  scope: Scope;
  /** The part of the address that stands for `:name` in the endpoint's path. @throws Error when the path has none */
  path: (name: string) => string;
  request_id: string;
};

export type Method = "GET" | "POST" | "DELETE";

export type Endpoint = {
  method: Method;
  path: string;
  rules: RulesFor<Record<string, unknown>>;
  run: (call: Call, params: never) => object;
};

/**
 * `run` must check everything before it changes anything: it is never interrupted, so what it changes is a transaction.
 * It returns the object to answer with; `expand` is done for it.
 */
export function endpoint<P>(
  method: Method,
  path: string,
  rules: RulesFor<P>,
  run: (call: Call, params: P) => object,
): Endpoint {
  return { method, path, rules: rules as Endpoint["rules"], run };
}
