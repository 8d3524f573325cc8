/** What a creator does with their channels. */
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import type { CreatorActor } from "@/app/domain/actor";
import { addChannel, channelSchema, removeChannel } from "@/app/domain/creator/channels";
import { verifyChannel } from "@/app/domain/verification/verify-channel";
import { zodMessages } from "@/app/i18n/form-messages";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { isRefusal, notFound } from "@/app/lib/refusal";
import { transact } from "@/db/transact";

/** The rate is typed in percent and kept in hundredths of one. */
const schema = channelSchema
  .omit({ engagement_bps: true })
  .extend({ engagement_percent: z.number().min(0).max(100).default(0) })
  .transform(({ engagement_percent, ...channel }) => ({
    ...channel,
    engagement_bps: Math.round(engagement_percent * 100),
  }));

/** @returns null when it is done, else conform's reply */
export async function add(request: Request, form: FormData, actor: CreatorActor) {
  const t = await getT(request, "errors");
  const submission = parseWithZod(form, { schema, error: zodMessages(t) });
  if (submission.status !== "success") return submission.reply();
  try {
    await transact((tx) => addChannel(tx, actor, submission.value));
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return submission.reply({ fieldErrors: { handle: [refusalText(t, error)] } });
  }
}

/** @throws Refusal see `verifyChannel` and `removeChannel` */
export async function actOn(intent: string, channel_id: string, actor: CreatorActor): Promise<string> {
  if (intent === "check") {
    await verifyChannel(actor, channel_id);
    return "checked";
  }
  if (intent !== "remove") throw notFound("form");
  await transact((tx) => removeChannel(tx, actor, channel_id));
  return "removed";
}
