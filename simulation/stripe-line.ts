/** The line between the real Stripe SDK and the sandbox's Stripe in this very process; here answers are lost and processes die. */
import Stripe from "stripe";
import type { FaultKind as StripeFault } from "@/sandbox/stripe/faults/kinds";
import type { StripeEmulator } from "@/sandbox/stripe/index";
import { currentExecution } from "./execution";
import type { FaultKind } from "./fault-kinds";
import type { Faults } from "./faults";
import type { Random } from "./random";
import type { Scheduler } from "./scheduler";

/** Faults that the stand-in knows itself. */
const AT_STRIPE: Partial<Record<FaultKind, StripeFault>> = {
  "stripe-429": "rate_limit_429",
  "stripe-409": "conflict_409",
  "stripe-500": "error_500_before",
  "stripe-500-kept": "error_500_kept",
  "stripe-500-done": "error_500_after_commit",
};

/** From the moment when the caller gave up; a job asks again after 15 to 45 seconds. */
const LATE_MS = [5_000, 120_000] as const;

type Call = { path: string; method: string; headers: Record<string, string>; body: string };

const reset = () => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });

class Answer extends Stripe.HttpClientResponse {
  constructor(
    status: number,
    headers: Record<string, string>,
    private readonly body: string,
  ) {
    super(status, headers);
  }

  override getRawResponse(): object {
    return {}; // the SDK notes the headers on it
  }

  override async toJSON(): Promise<unknown> {
    return JSON.parse(this.body);
  }
}

/** The SDK waits between its own tries by the machine's clock, which has no part in this: it waits for nothing instead. */
export function retryAtOnce(client: Stripe): void {
  Object.assign(client, { getInitialNetworkRetryDelay: () => 0, getMaxNetworkRetryDelay: () => 0 });
}

export class StripeLine extends Stripe.HttpClient {
  /** Until then Stripe answers nothing but 500. */
  outage_until_ms = 0;
  calls = 0;
  /** Keys of the calls that nobody waits for any more and that Stripe has not yet done. */
  private readonly on_their_way = new Set<string>();

  constructor(
    private readonly stripe: StripeEmulator,
    private readonly faults: Faults,
    private readonly scheduler: Scheduler,
    private readonly random: Random,
  ) {
    super();
  }

  override getClientName(): string {
    return "simulation";
  }

  override async makeRequest(
    ...[_host, _port, path, method, sent, body]: Parameters<Stripe.HttpClient["makeRequest"]>
  ): Promise<Stripe.HttpClientResponse> {
    const execution = currentExecution();
    await execution?.proceed();
    const call = { path, method, headers: sent as Record<string, string>, body };
    const fate = execution ? this.fate() : undefined;
    if (execution && fate === "crash-before-call") return execution.die();
    if (fate === "call-refused") throw reset();
    if (fate === "stripe-outage") return outage();
    // A 500 from before the key is looked at says nothing of the call that bears it.
    if (this.on_their_way.has(keyOf(call))) return fate === "stripe-500" ? outage() : keyInUse();
    if (fate === "call-on-its-way") {
      this.leaveOnItsWay(call);
      if (execution && this.random.hits(0.5)) return execution.die();
      throw Stripe.HttpClient.makeTimeoutError();
    }
    const answer = await this.ask(fate, call);
    if (execution && fate === "crash-after-call") return execution.die();
    if (fate === "answer-lost") throw reset();
    if (fate === "stripe-timeout") throw Stripe.HttpClient.makeTimeoutError();
    await execution?.proceed();
    return answer;
  }

  private fate(): FaultKind | undefined {
    if (this.scheduler.now_ms < this.outage_until_ms && this.faults.possible("stripe-outage")) {
      this.faults.count("stripe-outage");
      return "stripe-outage";
    }
    return this.faults.which(
      "crash-before-call",
      "crash-after-call",
      "call-refused",
      "answer-lost",
      "stripe-timeout",
      "stripe-429",
      "stripe-409",
      "call-on-its-way",
      "stripe-500",
      "stripe-500-kept",
      "stripe-500-done",
    );
  }

  /** Reads have no key; of them nobody ever hears. */
  private leaveOnItsWay(call: Call): void {
    const key = keyOf(call);
    if (!key) return;
    this.on_their_way.add(key);
    this.scheduler.after(this.random.whole(...LATE_MS), async () => {
      this.on_their_way.delete(key);
      await this.ask(undefined, call);
    });
  }

  private async ask(fate: FaultKind | undefined, { path, method, headers, body }: Call): Promise<Answer> {
    this.calls++;
    const switched = fate && AT_STRIPE[fate];
    if (switched) this.stripe.world.faults.arm({ kind: switched, times: 1 });
    const sent = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]);
    const response = await this.stripe.fetch(
      new Request(`http://stripe.simulation${path}`, { method, headers: sent, body: body || undefined }),
    );
    if (switched) this.stripe.world.faults.clear();
    return new Answer(response.status, Object.fromEntries(response.headers), await response.text());
  }
}

function keyOf({ headers }: Call): string {
  return headers["Idempotency-Key"] ?? "";
}

function keyInUse(): Answer {
  const error = { type: "idempotency_error", code: "idempotency_key_in_use", message: "The key is in use" };
  return new Answer(409, { "stripe-should-retry": "true" }, JSON.stringify({ error }));
}

function outage(): Answer {
  const error = { type: "api_error", message: "An unknown error occurred" };
  return new Answer(500, { "stripe-should-retry": "false" }, JSON.stringify({ error }));
}
