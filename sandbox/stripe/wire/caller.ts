/** Who calls: the API key, and the connected account they speak for. */
import type { Context } from "hono";
import { PLATFORM, type Scope } from "../keep/table";
import { noAccess } from "../resources/accounts";
import type { World } from "../world";
import { invalid } from "./refusal";

/** @throws StripeRefusal 401 for a missing or wrong key, 403 for an account out of reach */
export function authorise(context: Context, world: World): Scope {
  const header = context.req.header("authorization") ?? "";
  const key = header.startsWith("Bearer ")
    ? header.slice(7)
    : header.startsWith("Basic ")
      ? Buffer.from(header.slice(6), "base64").toString().replace(/:.*$/s, "")
      : "";
  if (!key)
    throw invalid(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      { status: 401 },
    );
  const { secret_key } = world.settings;
  if (secret_key ? key !== secret_key : !/^(sk|rk)_test_/.test(key))
    throw invalid(`Invalid API Key provided: ${key.slice(0, 8)}${"*".repeat(8)}${key.slice(-4)}`, {
      status: 401,
    });
  const account = context.req.header("stripe-account");
  if (!account) return PLATFORM;
  const known = world.tables.accounts.get(account);
  if (!known || known.gone) throw noAccess(account);
  return account;
}
