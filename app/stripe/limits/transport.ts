/**
 * Keeps requests to Stripe within its limits. It stands where the SDK hands over each single request, so the SDK's own retries wait
 * for their turn like everything else.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type Stripe from "stripe";
import { endpointOf } from "./endpoint";
import { Queue } from "./queue";
import type { Rates } from "./turns";

/** What carries the SDK's requests and brings back the answers. */
export type Transport = NonNullable<Stripe.StripeConfig["httpClient"]>;
type Response = Awaited<ReturnType<Transport["makeRequest"]>>;

/** A request that Stripe itself found one too many (another program may share the account) is sent again this often. */
const AGAIN = 2;
const FIRST_PAUSE_MS = 500;

/**
 * @param inner carries what has had its turn
 * @param rates asked for anew at every turn
 * @returns a transport in which a request waits for its turn as long as it would wait for its answer; after that it is answered as
 * Stripe answers one too many: 429, `rate_limit`, not to be tried again at once
 */
export function withinLimits(inner: Transport, rates: () => Rates): Transport {
  const queues = new Map<string, Queue>();
  const queueOf = (endpoint: string) => {
    const queue = queues.get(endpoint) ?? new Queue(endpoint, rates);
    queues.set(endpoint, queue);
    return queue;
  };
  return {
    getClientName: () => inner.getClientName(),
    async makeRequest(...request) {
      const [, , path, method, , , , timeout_ms] = request;
      const queue = queueOf(endpointOf(method, path));
      for (let again = 0; ; again++) {
        if (!(await queue.turn(timeout_ms))) return noTurnInTime;
        const response = await inner.makeRequest(...request);
        if (response.getStatusCode() !== 429 || again === AGAIN) return response;
        await response.toJSON().catch(() => {}); // read to its end, so that the connection can be used again
        await sleep(FIRST_PAUSE_MS * 2 ** again * (0.5 + Math.random()));
      }
    },
  };
}

const noTurnInTime: Response = {
  getStatusCode: () => 429,
  getHeaders: () => ({ "stripe-should-retry": "false" }),
  getRawResponse: () => ({}),
  toStream: () => null,
  toJSON: async () => ({
    error: {
      type: "invalid_request_error",
      code: "rate_limit",
      message: "Too many calls to Stripe are waiting for their turn here; this one was not sent.",
    },
  }),
};
