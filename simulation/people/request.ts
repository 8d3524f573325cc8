/** How a person uses the product: one form, sent once, or twice, or at the same moment as somebody else's, and again when it failed. */

import { eq } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import { isRefusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { atOnce } from "../at-once";
import type { Ending, Execution } from "../execution";
import type { Random } from "../random";
import type { Simulation } from "../simulation";

export type Row = typeof collaborations.$inferSelect;
export type Answer = "done" | "refused" | "failed";

const TRIES = 4;
/** Checkpoints of a usual change: statements, commit, calls. */
const CHECKPOINTS = 24;

export class Requests {
  private readonly random: Random;

  constructor(private readonly simulation: Simulation) {
    this.random = simulation.random.split("requests");
  }

  /** Sends a form. What failed may have been done all the same. */
  async send(what: string, work: () => Promise<unknown>, rival?: () => Promise<unknown>): Promise<Answer> {
    const { faults } = this.simulation;
    if (faults.strikes("two-at-once")) return this.sendAtOnce(what, work, rival ?? work);
    const execution = this.simulation.web();
    const answer = this.assess(what, execution, await execution.lead(work));
    if (answer !== "failed" && faults.strikes("double-click")) {
      const again = this.simulation.web();
      this.assess(`${what}, clicked twice`, again, await again.lead(work));
    }
    return answer;
  }

  private async sendAtOnce(
    what: string,
    work: () => Promise<unknown>,
    rival: () => Promise<unknown>,
  ): Promise<Answer> {
    const [one, other] = [this.simulation.web(), this.simulation.web()];
    const stop_at = this.random.whole(1, CHECKPOINTS);
    const [first, second] = await atOnce(
      this.simulation.monitor,
      { execution: one, work },
      { execution: other, work: rival },
      stop_at,
    );
    this.assess(`${what}, with a rival`, other, second);
    return this.assess(`${what}, at once`, one, first);
  }

  private assess(what: string, execution: Execution, ending: Ending<unknown>): Answer {
    if (ending.kind === "done") return "done";
    if (ending.kind === "threw") {
      if (isRefusal(ending.error)) return "refused";
      this.simulation.noteError(what, execution, ending.error);
    }
    return "failed";
  }

  /**
   * Plans to look at a collaboration in `in_ms` and, when it is still as `wanted` says, to send `work`; tries again when that fails.
   * `work` gets the row that the page shows.
   */
  plan(
    in_ms: number,
    collaboration_id: CollaborationId,
    what: string,
    wanted: (row: Row) => boolean,
    work: (row: Row) => Promise<unknown>,
    rival?: (row: Row) => Promise<unknown>,
    tries = TRIES,
  ): void {
    this.simulation.scheduler.after(in_ms, async () => {
      const [row] = await db.select().from(collaborations).where(eq(collaborations.id, collaboration_id));
      if (!row || !wanted(row)) return;
      if (this.simulation.faults.strikes("stale-form")) await this.sendStale(what, row, work);
      const answer = await this.send(what, () => work(row), rival && (() => rival(row)));
      if (answer === "failed" && tries > 1)
        this.plan(this.random.whole(60_000, 900_000), collaboration_id, what, wanted, work, rival, tries - 1);
    });
  }

  /** The page was opened before the last move: whatever is sent from it has to be refused. */
  private async sendStale(what: string, row: Row, work: (row: Row) => Promise<unknown>): Promise<void> {
    const execution = this.simulation.web();
    const ending = await execution.lead(() => work({ ...row, version: row.version - 1 }));
    if (ending.kind === "done")
      this.simulation.violation("stale-form-taken", `${what} of ${row.id} at version ${row.version}`);
    if (ending.kind === "threw")
      this.simulation.noteError(`${what}, from an old page`, execution, ending.error);
  }
}
