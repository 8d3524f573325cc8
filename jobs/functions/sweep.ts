/** Every few minutes: finds and finishes what a lost job, a crash or a lost webhook left over. */

import { inngest } from "../client";
import { sweep } from "../sweep";

export const sweepRegularly = inngest.createFunction(
  { id: "sweep", retries: 2, concurrency: { limit: 1 }, triggers: [{ cron: "*/5 * * * *" }] },
  async ({ step }) => step.run("sweep", sweep),
);
