/** What the SDK and Inngest's public API speak: registration, events, signals, and reading runs. */
import { Hono } from "hono";
import { z } from "zod";
import type { Engine } from "./engine";
import { ulid } from "./ids";
import type { IncomingEvent } from "./intake";
import { isOpen, type Run } from "./model";
import type { Registration } from "./registry";

const incoming = z.looseObject({
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  id: z.string().nullish(),
  ts: z.number().int().nullish(),
});

const registration = z.object({
  appName: z.string(),
  functions: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      triggers: z.array(z.looseObject({})),
      steps: z.record(z.string(), z.looseObject({})),
    }),
  ),
});

export function wireRoutes(engine: Engine): Hono {
  const wire = new Hono();

  wire.get("/dev", (c) =>
    c.json({
      version: "sandbox",
      authed: false,
      isSingleNodeService: true,
      functions: engine.registry.all(),
      handlers: [...new Set(engine.registry.all().map((fn) => fn.app))],
    }),
  );

  wire.post("/fn/register", async (c) => {
    const body = registration.safeParse(await c.req.json().catch(() => null));
    if (!body.success)
      return c.json({ error: `Not a registration: ${body.error.message}`, status: 400 }, 400);
    const modified = engine.registry.register(body.data as unknown as Registration);
    if (modified) engine.dispatcher.wake();
    return c.json({ ok: true, modified });
  });

  wire.post("/e/:key", async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const events = z.array(incoming).safeParse(Array.isArray(body) ? body : [body]);
    if (!events.success)
      return c.json({ ids: [], status: 400, error: "Each event needs a name and data" }, 400);
    const clean = events.data.map(({ data, id, ts, ...rest }) => ({
      ...rest,
      data: data ?? {},
      id: id ?? undefined,
      ts: ts ?? undefined,
    }));
    const ids = engine.intake.receive(clean as IncomingEvent[], c.req.header("x-inngest-event-id-seed"));
    return c.json({ ids, status: 200 });
  });

  wire.post("/v1/signals", async (c) => {
    const body = (await c.req.json().catch(() => ({}))) as { signal?: string; data?: unknown };
    for (const run of engine.journal.activeRuns())
      for (const step of Object.values(run.steps)) {
        if (step.kind !== "signal" || step.signal !== body.signal || !isOpen(step)) continue;
        engine.runs.endStep(run, step, { data: { signal: body.signal, data: body.data ?? null } });
        return c.json({ data: { run_id: run.id } });
      }
    return c.json({ error: "No run waits for this signal", status: 404 }, 404);
  });

  wire.post("/invoke/:function_id", async (c) => {
    const fn = engine.registry.get(c.req.param("function_id"));
    if (!fn) return c.json({ error: "Unknown function", status: 404 }, 404);
    const body = (await c.req.json().catch(() => ({}))) as { data?: Record<string, unknown> };
    const now_ms = engine.clock.now().getTime();
    const id = ulid(now_ms);
    const event = { name: "inngest/function.invoked", data: body.data ?? {}, id, ts: now_ms };
    engine.runs.create(fn, [event], { id, start_ms: now_ms });
    return c.json({ data: { run_id: id }, status: 200 });
  });

  wire.get("/v1/events/:id/runs", (c) => {
    const stored = engine.journal.events.get(c.req.param("id"));
    const id = stored?.event.id ?? c.req.param("id");
    const runs = engine.journal.runs.values().filter((run) => run.events.some((event) => event.id === id));
    return c.json({ data: runs.map(asApiRun) });
  });

  wire.get("/v1/runs/:id", (c) => {
    const run = engine.journal.runs.get(c.req.param("id"));
    return run ? c.json({ data: asApiRun(run) }) : c.json({ error: "Unknown run", status: 404 }, 404);
  });

  wire.delete("/v1/runs/:id", (c) => {
    const run = engine.journal.runs.get(c.req.param("id"));
    if (!run) return c.json({ error: "Unknown run", status: 404 }, 404);
    engine.runs.cancel(run);
    return c.body(null, 204);
  });

  return wire;
}

const API_STATUS: Record<Run["status"], string> = {
  queued: "Running",
  running: "Running",
  completed: "Completed",
  failed: "Failed",
  cancelled: "Cancelled",
};

function asApiRun(run: Run) {
  const iso = (at_ms: number | undefined) => (at_ms === undefined ? null : new Date(at_ms).toISOString());
  return {
    run_id: run.id,
    function_id: run.function_id,
    status: API_STATUS[run.status],
    run_started_at: iso(run.started_ms ?? run.queued_ms),
    ended_at: iso(run.ended_ms),
    output: run.status === "completed" ? (run.output ?? null) : (run.error ?? null),
    event_id: run.events[0]?.id ?? null,
  };
}
