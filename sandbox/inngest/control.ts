/** What tests and scripts may ask of the executor, in JSON. */
import { Hono } from "hono";
import type { Engine } from "./engine";
import type { IncomingEvent } from "./intake";

export function controlRoutes(engine: Engine): Hono {
  const control = new Hono();

  control.get("/control/runs", (c) => {
    const { function: function_id, status, event } = c.req.query();
    const runs = engine.journal.runs
      .values()
      .filter(
        (run) =>
          !function_id || run.function_id === function_id || run.function_id.endsWith(`-${function_id}`),
      )
      .filter((run) => !status || run.status === status)
      .filter((run) => !event || run.events.some((one) => one.name === event || one.id === event));
    return c.json(runs);
  });

  control.get("/control/runs/:id", (c) => {
    const run = engine.journal.runs.get(c.req.param("id"));
    return run ? c.json(run) : c.json({ error: "Unknown run" }, 404);
  });

  control.get("/control/events", (c) => {
    const { name } = c.req.query();
    const events = engine.journal.events.values().map((stored) => stored.event);
    return c.json(name ? events.filter((event) => event.name === name) : events);
  });

  control.get("/control/functions", (c) => c.json(engine.registry.all()));

  control.post("/control/functions/:id/:change{pause|resume}", (c) => {
    const { id, change } = c.req.param();
    const fn = engine.registry.all().find((one) => one.id === id || one.id.endsWith(`-${id}`));
    if (!fn) return c.json({ error: "Unknown function" }, 404);
    engine.registry[change as "pause" | "resume"](fn.id);
    return c.json({ id: fn.id, paused: engine.registry.isPaused(fn.id) });
  });

  control.post("/control/events", async (c) => {
    const body = (await c.req.json()) as IncomingEvent | IncomingEvent[];
    return c.json({ ids: engine.intake.receive(Array.isArray(body) ? body : [body]) });
  });

  control.post("/control/runs/:id/cancel", (c) => {
    const run = engine.journal.runs.get(c.req.param("id"));
    if (!run) return c.json({ error: "Unknown run" }, 404);
    engine.runs.cancel(run);
    return c.json(run);
  });

  control.post("/control/runs/:id/rerun", (c) => {
    const run = engine.journal.runs.get(c.req.param("id"));
    const again = run && engine.runs.rerun(run);
    return again ? c.json(again) : c.json({ error: "Unknown run or function" }, 404);
  });

  /** Resolves when nothing is due and nothing is under way. */
  control.post("/control/idle", async (c) => {
    await engine.clock.rest();
    return c.json({ idle: true, in_progress: engine.clock.inProgress() });
  });

  return control;
}
