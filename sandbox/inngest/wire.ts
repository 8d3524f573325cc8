/** What the SDK and Inngest's public API speak: registration, events, and reading runs. */
import { Hono } from "hono";
import { z } from "zod";
import type { Engine } from "./engine";
import type { IncomingEvent } from "./intake";
import type { Run } from "./model";
import { readRegistration } from "./registration";

const incoming = z.looseObject({
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  id: z.string().nullish(),
  ts: z.number().int().nullish(),
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
    const body = readRegistration(await c.req.json().catch(() => null));
    if ("refused" in body) {
      engine.registry.complain(body.refused);
      return c.json({ error: body.refused, status: 400 }, 400);
    }
    const modified = engine.registry.register(body);
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
