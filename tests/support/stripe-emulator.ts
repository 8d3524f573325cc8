/** A sandbox Stripe of one test's own: the emulator on a free port, the real SDK before it, a small app behind it. */
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import Stripe from "stripe";
import { SandboxClock } from "@/sandbox/frame/clock";
import type { EmulatorContext } from "@/sandbox/frame/emulator";
import { Store } from "@/sandbox/frame/store";
import { openStripe, type StripeEmulator } from "@/sandbox/stripe/index";

const WEBHOOK_SECRET = "whsec_test";
export const KEY = "sk_test_sandbox";
const DAY_MS = 86_400_000;

type Options = {
  /** Folder in which the journal is kept, so that `restart` finds it; undefined keeps it in memory. */
  folder?: string;
  env?: Record<string, string>;
  retries?: number;
};

export class StripeTest {
  clock!: SandboxClock;
  emulator!: StripeEmulator;
  stripe!: Stripe;
  /** Webhooks that came with a good signature, in the order in which they came. */
  readonly received: Stripe.Event[] = [];
  /** What was wrong with the others. */
  readonly rejected: string[] = [];
  /** What the app answers to a webhook. */
  app_status = 200;
  private app: Server | undefined;
  private api: Server | undefined;
  private readonly verifier = new Stripe(KEY);
  private app_port = 0;
  private api_port = 0;

  private constructor(private readonly options: Options) {}

  static async open(options: Options = {}): Promise<StripeTest> {
    const bench = new StripeTest(options);
    await bench.startApp();
    await bench.start();
    return bench;
  }

  get url(): string {
    return `http://127.0.0.1:${this.api_port}`;
  }

  async startApp(): Promise<void> {
    this.app = serve({
      port: this.app_port,
      hostname: "127.0.0.1",
      fetch: (request) => this.receive(request),
    }) as Server;
    this.app_port = await portOf(this.app);
  }

  async stopApp(): Promise<void> {
    await end(this.app);
  }

  async stop(): Promise<void> {
    await this.emulator.close?.();
    this.clock.close();
    await end(this.api);
  }

  /** Ends the emulator and starts it again from what it wrote down. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.stopApp();
  }

  async start(): Promise<void> {
    const { folder, env } = this.options;
    const path = folder && `${folder}/stripe.jsonl`;
    const store = new Store(path);
    this.clock = new SandboxClock(new Store(folder && `${folder}/clock.jsonl`));
    let handler: StripeEmulator["fetch"] = () => new Response(null, { status: 503 });
    this.api = serve({
      port: this.api_port,
      hostname: "127.0.0.1",
      fetch: (request, env) =>
        (handler as (request: Request, env: object) => Promise<Response>)(request, env),
    }) as Server;
    this.api_port = await portOf(this.api);
    this.emulator = openStripe({
      clock: this.clock,
      store,
      url: this.url,
      app_url: `http://127.0.0.1:${this.app_port}`,
      nav: { current: "stripe", links: [], now: () => this.clock.now() },
      env: { STRIPE_SECRET_KEY: KEY, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, ...env },
    } satisfies EmulatorContext);
    handler = this.emulator.fetch;
    this.stripe = this.sdk(KEY);
  }

  sdk(key: string, config: Stripe.StripeConfig = {}): Stripe {
    return new Stripe(key, {
      host: "127.0.0.1",
      port: this.api_port,
      protocol: "http",
      maxNetworkRetries: this.options.retries ?? 0,
      telemetry: false,
      ...config,
    });
  }

  async control<T = Record<string, unknown>>(path: string, body?: object, method?: string): Promise<T> {
    const response = await fetch(`${this.url}/control${path}`, {
      method: method ?? (body ? "POST" : "GET"),
      body: body && JSON.stringify(body),
    });
    return (await response.json()) as T;
  }

  turnDays(days: number): Promise<void> {
    return this.clock.turnBy(days * DAY_MS);
  }

  rest(): Promise<void> {
    return this.clock.rest();
  }

  typesReceived(): string[] {
    return this.received.map((event) => event.type);
  }

  /** A creator's Express account, with the onboarding done unless `outcome` says otherwise. */
  async account(outcome: string | null = "complete"): Promise<Stripe.Account> {
    const account = await this.stripe.accounts.create({
      type: "express",
      country: "US",
      email: "creator@example.com",
      business_type: "individual",
      capabilities: { transfers: { requested: true } },
      metadata: { creator: "creator_1" },
    });
    if (outcome) await this.control(`/accounts/${account.id}`, { outcome });
    return account;
  }

  async session(amount_minor = 20_000, currency = "usd"): Promise<Stripe.Checkout.Session> {
    return this.stripe.checkout.sessions.create({
      mode: "payment",
      line_items: [
        {
          quantity: 1,
          price_data: { currency, unit_amount: amount_minor, product_data: { name: "Two posts" } },
        },
      ],
      payment_intent_data: { transfer_group: "offer_1", metadata: { offer: "offer_1" } },
      metadata: { movement: "movement_1" },
      success_url: "http://127.0.0.1:9/funded?session={CHECKOUT_SESSION_ID}",
      cancel_url: "http://127.0.0.1:9/offers/1",
      customer_email: "brand@example.com",
    });
  }

  /** A charge that has been paid for through Checkout. */
  async paid(amount_minor = 20_000, card = "success", currency = "usd"): Promise<Stripe.Charge> {
    const session = await this.session(amount_minor, currency);
    await this.control(`/checkout/${session.id}`, { outcome: card });
    const { payment_intent } = await this.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent.latest_charge"],
    });
    return (payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
  }

  private async receive(request: Request): Promise<Response> {
    const body = await request.text();
    try {
      const signature = request.headers.get("stripe-signature") ?? "";
      const event = this.verifier.webhooks.constructEvent(body, signature, WEBHOOK_SECRET);
      this.received.push(event as Stripe.Event);
      return new Response(null, { status: this.app_status });
    } catch (error) {
      this.rejected.push((error as Error).message);
      return new Response(null, { status: 400 });
    }
  }
}

async function portOf(server: Server): Promise<number> {
  if (!server.listening) await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function end(server: Server | undefined): Promise<void> {
  if (!server?.listening) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
