/**
 * The emulator for Inngest: a durable executor that the unchanged SDK talks to as to a development server. Functions are
 * registered, events start runs, steps are kept, sleeps follow the sandbox's clock. Everything is journaled, so that the
 * sandbox or the app may be killed at any moment: no run is lost and no kept step runs twice.
 */
import { Hono } from "hono";
import type { Emulator, EmulatorContext, MakeEmulator } from "../frame/emulator";
import { Admission } from "./admission";
import { controlRoutes } from "./control";
import { Dispatcher } from "./dispatcher";
import type { Engine } from "./engine";
import { Intake } from "./intake";
import { Journal } from "./journal";
import { isActive } from "./model";
import { pageRoutes } from "./pages";
import { Registry } from "./registry";
import { Runs } from "./runs";
import { Timers } from "./timers";
import { wireRoutes } from "./wire";

/** How long the app may take to answer one call, unless SANDBOX_INNGEST_CALL_TIMEOUT_MS says otherwise. */
const CALL_TIMEOUT_MS = 240_000;

const FORGET_EVERY_MS = 3_600_000;

export const makeInngest: MakeEmulator = (context: EmulatorContext): Emulator => {
  const engine = assemble(context);
  recover(engine);
  void engine.registry.keepInStep();
  const stopForgetting = context.clock.every(
    (after) => new Date((Math.floor(after.getTime() / FORGET_EVERY_MS) + 1) * FORGET_EVERY_MS),
    () => engine.journal.forgetOldKeys(context.clock.now().getTime()),
    "Inngest: old keys are dropped",
  );
  const app = new Hono();
  app.route("/", wireRoutes(engine));
  app.route("/", controlRoutes(engine));
  app.route("/", pageRoutes(engine, context.nav));
  return {
    name: "inngest",
    fetch: app.fetch,
    close: () => {
      stopForgetting();
      engine.registry.close();
      engine.dispatcher.close();
    },
  };
};

function assemble(context: EmulatorContext): Engine {
  const engine = {
    clock: context.clock,
    app_url: context.app_url,
    call_timeout_ms: Number(context.env.SANDBOX_INNGEST_CALL_TIMEOUT_MS) || CALL_TIMEOUT_MS,
    journal: new Journal(context.store),
    timers: new Timers(context.clock),
  } as Engine;
  engine.registry = new Registry(engine);
  engine.intake = new Intake(engine);
  engine.admission = new Admission(engine);
  engine.runs = new Runs(engine);
  engine.dispatcher = new Dispatcher(engine);
  return engine;
}

/** Finishes what a kill cut short, in the order in which it would have happened, and arms everything again. */
function recover(engine: Engine): void {
  const { journal, runs } = engine;
  engine.registry.armCrons();
  for (const run of journal.runs.values()) if (!isActive(run) && !run.announced) runs.announce(run);
  for (const event of journal.events.values()) if (!event.handled) engine.intake.handle(event);
  for (const run of journal.activeRuns()) runs.resume(run);
}
