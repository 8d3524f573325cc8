/**
 * Stripe's API over HTTP: who calls, what for, whether it has been answered already, and what the fault switches make of
 * it. The endpoints themselves know nothing of this.
 */
import { type Context, Hono } from "hono";
import { known } from "../../frame/known";
import type { Fault, FaultKind } from "../faults/kinds";
import type { Scope } from "../keep/table";
import { API_VERSION } from "../webhooks/emit";
import type { World } from "../world";
import { authorise } from "./caller";
import { Dropped } from "./dropped";
import type { Endpoint } from "./endpoint";
import { expandAll } from "./expand";
import { EXPANDABLES } from "./expandables";
import { decodeForm } from "./form";
import { type Answer, type Asked, IdempotencyKeys, keyInUse } from "./idempotency";
import { readParams } from "./params";
import { RateLimit } from "./rate-limit";
import { rateLimited, StripeRefusal, serverFailure, unknownAddress } from "./refusal";

const BEFORE: FaultKind[] = ["drop_before", "error_500_before", "rate_limit_429", "conflict_409"];
const AFTER: FaultKind[] = ["drop_after_commit", "error_500_after_commit", "delay", "timeout"];

type Reply = Answer & { headers?: Record<string, string> };

export function makeApi(world: World, endpoints: Endpoint[]): Hono {
  const keys = new IdempotencyKeys(world.context.store);
  const limit = new RateLimit(world.settings.rate_per_endpoint_s, world.settings.rate_total_s);
  const app = new Hono();
  for (const endpoint of endpoints)
    app.on(endpoint.method, endpoint.path, (context) => answer(context, world, endpoint, keys, limit));
  return app;
}

/** Stripe's answer to an address it does not know. */
export function unknownAnswer(world: World, request: Request): Response {
  return respond(world.newId("req"), refused(unknownAddress(request.method, new URL(request.url).pathname)));
}

async function answer(
  context: Context,
  world: World,
  endpoint: Endpoint,
  keys: IdempotencyKeys,
  limit: RateLimit,
): Promise<Response> {
  const request_id = world.newId("req");
  const body = endpoint.method === "POST" ? await context.req.text() : (context.req.url.split("?")[1] ?? "");
  try {
    const scope = authorise(context, world);
    if (!limit.allows(`${endpoint.method} ${endpoint.path}`)) throw rateLimited();
    const key = endpoint.method === "POST" ? context.req.header("idempotency-key") : undefined;
    const asked = key ? { scope, key, address: context.req.path, body } : undefined;
    const subject = { method: endpoint.method, path: context.req.path };
    failBefore(world.faults.strike(BEFORE, subject), key);
    const task = { scope, body, asked, request_id, keys };
    const late = asked && !keys.knows(asked) && world.faults.strike(["arrives_late"], subject);
    if (late) {
      keys.begin(asked);
      performLater(late.ms ?? 60_000, context, world, endpoint, { ...task, asked });
      throw new Dropped();
    }
    const reply = perform(context, world, endpoint, task);
    const fault = reply.headers ? undefined : world.faults.strike(AFTER, subject);
    return await hand(context, request_id, reply, fault, asked, keys);
  } catch (error) {
    if (error instanceof Dropped) return drop(context, error);
    if (error instanceof StripeRefusal) return respond(request_id, refused(error));
    console.error("[sandbox stripe]", error);
    return respond(request_id, refused(serverFailure()));
  }
}

type Task = {
  scope: Scope;
  body: string;
  asked: Asked | undefined;
  request_id: string;
  keys: IdempotencyKeys;
};

/** Does what is asked, once per idempotency key. Runs to its end without a pause, so it is one transaction. */
function perform(context: Context, world: World, endpoint: Endpoint, task: Task): Reply {
  const { scope, body, asked, request_id, keys } = task;
  const earlier = asked && keys.earlier(asked, world.now_s());
  if (earlier)
    return {
      ...earlier,
      headers: { "idempotent-replayed": "true", "original-request": earlier.request_id },
    };
  const params = readParams<Record<string, unknown>>(decodeForm(body), endpoint.rules);
  const subject = { method: endpoint.method, path: context.req.path };
  const after = world.faults.strike(["error_500_kept"], subject);
  let reply: Reply;
  world.cause = { id: request_id, idempotency_key: asked?.key ?? null };
  try {
    if (after) throw serverFailure();
    const path = (name: string) => known(context.req.param(name), `:${name} of ${endpoint.path}`);
    const object = endpoint.run({ world, scope, path, request_id }, params as never);
    const shown = expandAll(world, object, params.expand as string[] | undefined, EXPANDABLES);
    reply = { status: 200, body: JSON.stringify(shown, null, 2) };
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error;
    reply = refused(error);
  } finally {
    world.cause = null;
  }
  if (asked) keys.keep(asked, reply, request_id, world.now_s());
  return reply;
}

/** The caller hears nothing of it; whoever asks again with the key is answered as if the first call had been heard. */
function performLater(
  ms: number,
  context: Context,
  world: World,
  endpoint: Endpoint,
  task: Task & { asked: Asked },
): void {
  const { clock } = world.context;
  const arrive = () => {
    task.keys.end(task.asked);
    perform(context, world, endpoint, task);
  };
  clock.at(new Date(clock.now().getTime() + ms), arrive, `${endpoint.method} ${context.req.path} arrives`);
}

function failBefore(fault: Fault | undefined, key: string | undefined): void {
  if (fault?.kind === "drop_before") throw new Dropped();
  if (fault?.kind === "error_500_before") throw serverFailure();
  if (fault?.kind === "rate_limit_429") throw rateLimited();
  if (fault?.kind === "conflict_409") throw keyInUse(key ?? "");
}

/** Hands the answer over, unless a fault keeps it back. What was asked for is done by now. */
async function hand(
  context: Context,
  request_id: string,
  reply: Reply,
  fault: Fault | undefined,
  asked: Asked | undefined,
  keys: IdempotencyKeys,
): Promise<Response> {
  if (fault?.kind === "drop_after_commit") throw new Dropped();
  if (fault?.kind === "error_500_after_commit") {
    const failure = refused(serverFailure());
    if (asked) keys.replace(asked, failure);
    return respond(request_id, failure);
  }
  if (fault?.kind === "delay" || fault?.kind === "timeout") {
    if (asked) keys.begin(asked);
    try {
      await pause(fault.kind === "timeout" ? undefined : (fault.ms ?? 1000), context.req.raw.signal);
    } finally {
      if (asked) keys.end(asked);
    }
    if (fault.kind === "timeout") throw new Dropped();
  }
  return respond(request_id, reply);
}

/** Waits `ms` of real time (undefined: two minutes, longer than the SDK waits), or until the caller has gone. */
function pause(ms: number | undefined, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms ?? 120_000);
    timer.unref();
    gone.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function refused(refusal: StripeRefusal): Reply {
  return { status: refusal.status, body: JSON.stringify({ error: refusal.body }, null, 2) };
}

function respond(request_id: string, reply: Reply): Response {
  return new Response(reply.body, {
    status: reply.status,
    headers: {
      "content-type": "application/json",
      "request-id": request_id,
      "stripe-version": API_VERSION,
      ...(reply.status >= 500 ? { "stripe-should-retry": "false" } : {}),
      ...(reply.status === 409 ? { "stripe-should-retry": "true" } : {}),
      ...reply.headers,
    },
  });
}

/**
 * Closes the connection without an answer. Where the server's socket is out of reach (a caller in the same process, or a
 * server that does not hand it on) the answer breaks off in its body instead, which leaves the caller as ignorant.
 */
function drop(context: Context, dropped: Dropped): Response {
  const outgoing = (context.env as { outgoing?: { destroy: () => void } } | undefined)?.outgoing;
  if (outgoing) {
    outgoing.destroy();
    return new Response(null, { headers: { "x-hono-already-sent": "true" } });
  }
  const body = new ReadableStream({ start: (controller) => controller.error(dropped) });
  return new Response(body, {
    headers: { "content-type": "application/json", "transfer-encoding": "chunked" },
  });
}
