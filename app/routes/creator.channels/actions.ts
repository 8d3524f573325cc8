/** What a creator does with their channels. */

import { z } from "zod";
import type { CreatorActor } from "@/app/domain/actor";
import { addChannel, channelSchema, removeChannel } from "@/app/domain/creator/channels";
import { verifyChannel } from "@/app/domain/verification/verify-channel";
import { idSchema } from "@/app/lib/ids";
import { transact } from "@/db/transact";

/** The rate is typed in percent and kept in hundredths of one. */
const addSchema = channelSchema.omit({ engagement_bps: true }).extend({
  intent: z.literal("add"),
  engagement_percent: z.number().min(0).max(100).default(0),
});
const channel_id = idSchema("channel");

export const CHANNEL_FORMS = [
  addSchema,
  z.object({ intent: z.literal("check"), channel_id }),
  z.object({ intent: z.literal("remove"), channel_id }),
] as const;

export type ChannelForm = z.output<(typeof CHANNEL_FORMS)[number]>;

/** @returns what was done @throws Refusal see `addChannel`, `verifyChannel` and `removeChannel` */
export async function perform(
  actor: CreatorActor,
  form: ChannelForm,
): Promise<"added" | "checked" | "removed"> {
  switch (form.intent) {
    case "add": {
      const { intent: _, engagement_percent, ...channel } = form;
      const engagement_bps = Math.round(engagement_percent * 100);
      await transact((tx) => addChannel(tx, actor, { ...channel, engagement_bps }));
      return "added";
    }
    case "check":
      await verifyChannel(actor, form.channel_id);
      return "checked";
    case "remove":
      await transact((tx) => removeChannel(tx, actor, form.channel_id));
      return "removed";
  }
}
