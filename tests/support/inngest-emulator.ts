/** A small app with functions of its own on the real Inngest SDK, and the sandbox's Inngest that runs them over HTTP. */
import { Hono } from "hono";
import { Inngest, type InngestFunction } from "inngest";
import { serve as serveInngest } from "inngest/hono";
import { afterEach } from "vitest";
import { type Served, serve } from "@/sandbox/frame/serve";
import type { Run } from "@/sandbox/inngest/model";
import { type Sandbox, startSandbox } from "@/sandbox/main";

const NOWHERE = "http://127.0.0.1:9";

/** Leaves only Inngest to the sandbox, on any free port. */
export const ONLY_INNGEST = {
  SANDBOX_PORT: "0",
  STRIPE_API_BASE: NOWHERE,
  RESEND_BASE_URL: NOWHERE,
  EASYPOST_BASE_URL: NOWHERE,
  YOUTUBE_WEB_BASE: NOWHERE,
  TIKTOK_WEB_BASE: NOWHERE,
  INSTAGRAM_WEB_BASE: NOWHERE,
  AMAZON_WEB_BASE: NOWHERE,
};

export const SILENT = { info() {}, warn() {}, error() {}, debug() {} };

export type MakeFunctions = (client: Inngest) => InngestFunction.Like[];

class InngestWorld {
  client!: Inngest;
  sandbox!: Sandbox;
  private app: Served | undefined;
  private app_port = 0;

  constructor(
    private readonly functions: MakeFunctions,
    private readonly options: { data_folder?: string; env?: Record<string, string> } = {},
  ) {}

  async start(): Promise<this> {
    // The app's port is taken first, because the sandbox must know where to ask for its functions.
    this.app = await serve({
      name: "the test's app",
      port: this.app_port,
      fetch: () => new Response(null, { status: 503 }),
    });
    this.app_port = this.app.port;
    await this.startSandbox();
    await this.app.close();
    await this.startApp();
    return this;
  }

  async startSandbox(): Promise<void> {
    const ports = this.sandbox ? { SANDBOX_INNGEST_PORT: new URL(this.sandbox.urls.inngest ?? "").port } : {};
    this.sandbox = await startSandbox({
      env: { ...ONLY_INNGEST, ...ports, ...this.options.env, APP_URL: `http://127.0.0.1:${this.app_port}` },
      data_folder: this.options.data_folder,
    });
    this.client = new Inngest({
      id: "test",
      isDev: true,
      baseUrl: this.sandbox.urls.inngest,
      logger: SILENT,
    });
  }

  /** Serves the functions and waits until the sandbox knows them. */
  async startApp(functions: MakeFunctions = this.functions): Promise<void> {
    const hono = new Hono();
    const handler = serveInngest({ client: this.client, functions: functions(this.client) });
    hono.on(["GET", "POST", "PUT"], "/api/inngest", (c) => handler(c));
    this.app = await serve({ name: "the test's app", port: this.app_port, fetch: hono.fetch });
    const answer = await fetch(`${this.app.url}/api/inngest`, { method: "PUT" });
    if (!answer.ok) throw new Error(`The app did not register: ${await answer.text()}`);
  }

  async stopApp(): Promise<void> {
    await this.app?.close();
    this.app = undefined;
  }

  async send(
    name: string,
    data: Record<string, unknown> = {},
    rest: { id?: string; ts?: number } = {},
  ): Promise<string[]> {
    return (await this.client.send({ name, data, ...rest })).ids;
  }

  /** Waits until nothing is due and nothing runs, then answers all runs of a function (by its short id), oldest first. */
  async runs(function_id: string): Promise<Run[]> {
    await this.sandbox.clock.rest();
    const response = await fetch(`${this.sandbox.urls.inngest}/control/runs?function=${function_id}`);
    return (await response.json()) as Run[];
  }

  /** The only run of a function. */
  async run(function_id: string): Promise<Run> {
    const runs = await this.runs(function_id);
    if (runs.length !== 1 || !runs[0]) throw new Error(`${function_id} has ${runs.length} runs, not one`);
    return runs[0];
  }

  async turn(span: { s?: number; m?: number; h?: number; d?: number }): Promise<void> {
    const { s = 0, m = 0, h = 0, d = 0 } = span;
    await this.sandbox.clock.turnBy((((d * 24 + h) * 60 + m) * 60 + s) * 1_000);
  }

  async close(): Promise<void> {
    await this.stopApp();
    await this.sandbox.close();
  }
}

const open: InngestWorld[] = [];

/** Starts a world that ends with the test. */
export async function inngestWorld(
  functions: MakeFunctions,
  options?: { data_folder?: string; env?: Record<string, string> },
): Promise<InngestWorld> {
  const world = new InngestWorld(functions, options);
  open.push(world);
  return world.start();
}

afterEach(async () => {
  for (const world of open.splice(0)) await world.close();
});
