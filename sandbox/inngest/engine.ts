/** The parts of the executor, which find each other here. */
import type { SandboxClock } from "../frame/clock";
import type { Admission } from "./admission";
import type { Dispatcher } from "./dispatcher";
import type { Intake } from "./intake";
import type { Journal } from "./journal";
import type { Registry } from "./registry";
import type { Runs } from "./runs";
import type { Timers } from "./timers";

export type Engine = {
  clock: SandboxClock;
  app_url: string;
  /** How long one call of a function may take. */
  call_timeout_ms: number;
  journal: Journal;
  timers: Timers;
  registry: Registry;
  intake: Intake;
  admission: Admission;
  runs: Runs;
  dispatcher: Dispatcher;
};
