/**
 * Turns at Stripe on the real database. What is sent is only ever late, never early, so every check here is one that a slow machine
 * passes: the n-th call may not have gone before n gaps had passed.
 */

import Stripe from "stripe";
import { beforeEach, describe, expect, test } from "vitest";
import { one } from "@/app/lib/one";
import { type Transport, withinLimits } from "@/app/stripe/limits/transport";
import { type Rates, takeTurns } from "@/app/stripe/limits/turns";
import { db } from "@/db/client";
import { stripe_call_slots } from "@/db/schema/ledger";
import { testDatabase } from "../setup/database";

/** Timers may fire a little early. */
const EARLY_MS = 5;

type Sent = { path: string; at_ms: number };

/** A Stripe that only writes down when it was called. */
class Recorder implements Transport {
  readonly sent: Sent[] = [];
  refusing = 0;
  private readonly began = performance.now();

  getClientName = () => "recorder";
  makeRequest: Transport["makeRequest"] = async (_host, _port, path) => {
    this.sent.push({ path: one(path.split("?"), "the path"), at_ms: performance.now() - this.began });
    const refused = this.refusing-- > 0;
    return {
      getStatusCode: () => (refused ? 429 : 200),
      getHeaders: () => ({}),
      getRawResponse: () => ({}),
      toStream: () => null,
      toJSON: async () =>
        refused ? { error: { type: "invalid_request_error", code: "rate_limit" } } : { object: "list" },
    };
  };

  times(path?: string): number[] {
    return this.sent.filter((one) => !path || one.path === path).map(({ at_ms }) => at_ms);
  }
}

function client(recorder: Transport, rates: Rates, timeout = 20_000): Stripe {
  return new Stripe("sk_test_limits", {
    httpClient: withinLimits(recorder, () => rates),
    maxNetworkRetries: 0,
    timeout,
  });
}

function expectSpaced(times: number[], per_s: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  for (const [place, at_ms] of sorted.entries())
    expect(at_ms).toBeGreaterThanOrEqual((place * 1_000) / per_s - EARLY_MS);
}

beforeEach(async () => {
  await testDatabase();
});

describe("calls to Stripe", () => {
  test("keep to the limit of their endpoint and to the one of all, over two processes' queues", async () => {
    const recorder = new Recorder();
    const rates = { per_endpoint_s: 40, total_s: 100 };
    const processes = [client(recorder, rates), client(recorder, rates)];
    const calls = processes.flatMap((stripe) =>
      Array.from({ length: 20 }, () => [
        stripe.transfers.list(),
        stripe.refunds.list(),
        stripe.charges.list(),
        stripe.disputes.list(),
      ]),
    );
    await Promise.all(calls.flat());
    expect(recorder.sent).toHaveLength(160);
    expectSpaced(recorder.times(), 100);
    for (const path of ["/v1/transfers", "/v1/refunds", "/v1/charges", "/v1/disputes"]) {
      expect(recorder.times(path)).toHaveLength(40);
      expectSpaced(recorder.times(path), 40);
    }
  });

  test("a busy endpoint keeps no other one waiting behind its whole queue", async () => {
    const recorder = new Recorder();
    const stripe = client(recorder, { per_endpoint_s: 20, total_s: 100 });
    const busy = Array.from({ length: 20 }, () => stripe.transfers.list());
    await stripe.refunds.list();
    expect(recorder.times("/v1/transfers").length).toBeLessThan(20);
    await Promise.all(busy);
  });

  test("a process takes as many turns at once as there are soon, and no more", async () => {
    const fast = await takeTurns("GET /v1/transfers", 200, { per_endpoint_s: 10_000, total_s: 10_000 });
    expect(fast).toMatchObject({ taken: 200, gap_ms: 0.1 });
    const slow = { per_endpoint_s: 10, total_s: 100 };
    const first = await takeTurns("GET /v1/refunds", 200, slow);
    expect(first.taken).toBeGreaterThan(0);
    expect(first.taken).toBeLessThan(10); // less than what there is in a second
    const rest = await takeTurns("GET /v1/refunds", 200, slow);
    expect(rest.taken).toBeLessThan(first.taken);
  });

  test("one whose turn does not come while it would wait for an answer is not sent, and fails as too many", async () => {
    const recorder = new Recorder();
    const stripe = client(recorder, { per_endpoint_s: 2, total_s: 2 }, 300);
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => stripe.transfers.list()));
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    expect(recorder.sent).toHaveLength(results.length - refused.length);
  });

  test("one that Stripe finds too many is sent again, in a new turn", async () => {
    const recorder = new Recorder();
    recorder.refusing = 2;
    await client(recorder, { per_endpoint_s: 25, total_s: 100 }).transfers.list();
    expect(recorder.sent).toHaveLength(3);
    expectSpaced(recorder.times(), 25);
  });

  test("one that Stripe goes on refusing fails in the end", async () => {
    const recorder = new Recorder();
    recorder.refusing = 10;
    const call = client(recorder, { per_endpoint_s: 25, total_s: 100 }).transfers.list();
    await expect(call).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    expect(recorder.sent).toHaveLength(3);
  });

  test("turns given out before the database's clock was set back hold nobody up", async () => {
    const next_at = new Date(Date.now() + 3_600_000);
    await db.insert(stripe_call_slots).values([
      { name: "all", next_at },
      { name: "GET /v1/transfers", next_at },
    ]);
    const recorder = new Recorder();
    await client(recorder, { per_endpoint_s: 25, total_s: 100 }, 2_000).transfers.list();
    expect(recorder.sent).toHaveLength(1);
  });

  test("a database that came up without its rows is no hindrance", async () => {
    const recorder = new Recorder();
    const stripe = client(recorder, { per_endpoint_s: 100, total_s: 100 });
    await stripe.transfers.list();
    await db.delete(stripe_call_slots);
    await stripe.transfers.list();
    expect(recorder.sent).toHaveLength(2);
  });
});
