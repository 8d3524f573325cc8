/** Lets the product's own relay run whenever something was committed, and takes what it hands to Inngest. */
import { inngest } from "@/jobs/client";
import { relayOnce } from "@/jobs/relay";
import { currentExecution } from "./execution";
import type { JobEvent, Jobs } from "./jobs";
import type { Simulation } from "./simulation";

/** Virtual time between a commit and the relay; it gathers what is committed meanwhile. */
const PAUSE_MS = 20_000;
const BATCH = 100;

export class Relay {
  private planned = false;

  constructor(
    private readonly simulation: Simulation,
    jobs: Jobs,
    receive: (event: JobEvent) => Promise<void>,
  ) {
    const heard = new Set<string>();
    const send = async (events: JobEvent[]) => {
      await currentExecution()?.proceed();
      jobs.take(events);
      for (const event of events) {
        if (heard.has(event.id)) continue;
        heard.add(event.id);
        simulation.scheduler.after(0, () => receive(event));
      }
      return { ids: events.map(({ id }) => id) };
    };
    inngest.send = send as typeof inngest.send;
  }

  /** Something was committed that may have written to the outbox. */
  wake(in_ms = PAUSE_MS): void {
    if (this.planned) return;
    this.planned = true;
    this.simulation.scheduler.after(in_ms, () => this.run());
  }

  private async run(): Promise<void> {
    const execution = this.simulation.worker();
    const ending = await execution.lead(relayOnce);
    if (ending.kind === "threw") this.simulation.noteError("relay", execution, ending.error);
    this.planned = false; // its own commit calls for no further run
    if (ending.kind !== "done") this.wake();
    else if (ending.value === BATCH) this.wake(0);
  }
}
