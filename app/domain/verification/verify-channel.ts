/** A creator proves a channel by putting the code we gave them into its description, where only the owner can write. */

import { and, eq } from "drizzle-orm";
import type { ChannelId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import type { CreatorActor } from "../actor";
import { markChannelVerified } from "../creator/channels";
import { platformFor } from "./platforms";

/**
 * Looks at the channel once.
 * @throws Refusal `channel_not_found` · `verification_code_missing` {code} · `platform_silent` (an operator may look instead) · `channel_taken`
 */
export async function verifyChannel(actor: CreatorActor, channel_id: ChannelId): Promise<void> {
  const [channel] = await db
    .select()
    .from(creator_channels)
    .where(and(eq(creator_channels.id, channel_id), eq(creator_channels.creator_id, actor.creator_id)));
  if (!channel) throw notFound("channel");
  if (channel.verified_at) return;
  const observation = await platformFor(channel.platform).fetchChannel(channel.handle);
  if (observation.outcome === "gone")
    throw new Refusal("channel_not_found", { params: { handle: channel.handle } });
  if (observation.outcome !== "found")
    throw new Refusal("platform_silent", { params: { platform: channel.platform } });
  if (!observation.about.toLowerCase().includes(channel.verification_code))
    throw new Refusal("verification_code_missing", { params: { code: channel.verification_code } });
  await transact((tx) =>
    markChannelVerified(tx, {
      channel_id: channel.id,
      external_id: observation.external_id,
      followers: observation.followers ?? undefined,
    }),
  );
}
