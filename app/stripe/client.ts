/** The one Stripe client. `STRIPE_API_BASE` points the unchanged SDK at another address; nothing else differs. */
import Stripe from "stripe";
import { env } from "@/app/lib/env";
import { type Transport, withinLimits } from "./limits/transport";

/** A call that has no answer by then is asked again with the same key. */
const TIMEOUT_MS = 20_000;

let transport = withinLimits(Stripe.createNodeHttpClient(), () => ({
  per_endpoint_s: env.STRIPE_RATE_PER_ENDPOINT,
  total_s: env.STRIPE_RATE,
}));
let client: Stripe | undefined;

/**
 * From the next call on, requests to Stripe go through `other`, which keeps to whatever limits there are: a proxy of one's own, or a
 * Stripe that lives in this very process.
 */
export function speakThrough(other: Transport): void {
  transport = other;
  client = undefined;
}

export function stripe(): Stripe {
  client ??= new Stripe(env.STRIPE_SECRET_KEY, {
    ...addressOf(env.STRIPE_API_BASE),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    httpClient: transport,
    appInfo: { name: "Postbond" },
  });
  return client;
}

function addressOf(base: string | undefined) {
  if (!base) return {};
  const { protocol, hostname, port } = new URL(base);
  const scheme = protocol === "http:" ? ("http" as const) : ("https" as const);
  return { protocol: scheme, host: hostname, port: port || (scheme === "http" ? 80 : 443) };
}
