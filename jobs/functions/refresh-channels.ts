/** Every night: asks the platforms about the verified channels whose figures are a week old. */
import { refreshChannels } from "@/app/domain/verification/refresh-channels";
import { inngest } from "../client";

export const refreshChannelsNightly = inngest.createFunction(
  { id: "refresh-channels", retries: 3, concurrency: { limit: 1 }, triggers: [{ cron: "10 5 * * *" }] },
  async ({ step }) => step.run("refresh", refreshChannels),
);
