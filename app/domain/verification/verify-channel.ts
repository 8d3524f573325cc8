/** A creator proves a channel by putting the code we gave them into its description, where only the owner can write. */

import { and, eq } from "drizzle-orm";
import type { ChannelId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import type { CreatorActor } from "../actor";
import { markChannelVerified } from "../creator/channels";
import { isUsable } from "../creator/usable-channel";
import { platformFor } from "./platforms";

/**
 * Looks at the channel once.
 * @throws Refusal `channel_not_found` · `verification_code_missing` {code} · `platform_silent`, `platform_not_connected` (an operator looks
 * instead) · `channel_taken` · `channel_renamed`
 */
export async function verifyChannel(actor: CreatorActor, channel_id: ChannelId): Promise<void> {
  const [channel] = await db
    .select()
    .from(creator_channels)
    .where(and(eq(creator_channels.id, channel_id), eq(creator_channels.creator_id, actor.creator_id)));
  if (!channel) throw notFound("channel");
  if (isUsable(channel)) return;
  // By its handle: a channel that was lost may have another owner now, and the code in its description says who that is.
  const observation = await platformFor(channel.platform).fetchChannel({
    handle: channel.handle,
    external_id: null,
  });
  if (observation.presence === "not_found")
    throw new Refusal("channel_not_found", { params: { handle: channel.handle } });
  if (observation.presence === "unknown" && channel.lost_because) await claimAnew(channel.id);
  if (observation.presence === "unknown" && observation.reason === "no_key")
    throw new Refusal("platform_not_connected", { params: { platform: channel.platform } });
  if (observation.presence === "unknown")
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

/** A lost channel that no machine can read is a claim like any other: an operator finds it among those to verify. */
async function claimAnew(channel_id: ChannelId): Promise<void> {
  await db
    .update(creator_channels)
    .set({ verified_at: null, external_id: null, lost_because: null, lost_at: null, missed_at: null })
    .where(eq(creator_channels.id, channel_id));
}
