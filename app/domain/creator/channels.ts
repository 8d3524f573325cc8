/** The channels a creator posts on, and the proof that they are theirs. */

import { randomInt } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { PLATFORMS, type Platform } from "@/app/domain/creator/vocabulary";
import { now } from "@/app/lib/clock";
import { type ChannelId, type CreatorId, newId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import type { CreatorActor } from "../actor";
import { channelPage, handleKey, normaliseHandle } from "./handle";
import { USABLE_CHANNEL } from "./usable-channel";

const MAX_CHANNELS = 12;

export const channelSchema = z.object({
  platform: z.enum(PLATFORMS, { error: "platform_missing" }),
  handle: z
    .string({ error: "channel_handle_invalid" })
    .trim()
    .min(1, "channel_handle_invalid")
    .max(200, "too_long"),
  followers: z
    .number({ error: "followers_missing" })
    .int("followers_missing")
    .min(0, "followers_missing")
    .max(1_000_000_000),
  engagement_bps: z.number().int().min(0).max(10_000).default(0),
});
export type ChannelInput = z.infer<typeof channelSchema>;

/** Letters and digits that nobody confuses when typing them over. */
const CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

function verificationCode(): string {
  return `postbond-${Array.from({ length: 6 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("")}`;
}

/** @throws Refusal `channel_handle_invalid`, `channel_known` (it is on your list), `channel_taken` (proven by somebody else), `too_many_channels` */
export async function addChannel(tx: Tx, actor: CreatorActor, input: ChannelInput): Promise<ChannelId> {
  const handle = normaliseHandle(input.platform, input.handle);
  if (!handle) throw new Refusal("channel_handle_invalid");
  const own = await tx
    .select({ id: creator_channels.id })
    .from(creator_channels)
    .where(eq(creator_channels.creator_id, actor.creator_id));
  if (own.length >= MAX_CHANNELS) throw new Refusal("too_many_channels", { params: { max: MAX_CHANNELS } });
  await refuseVerifiedByOthers(tx, actor.creator_id, { platform: input.platform, handle });
  const id = newId("channel");
  const made = await tx
    .insert(creator_channels)
    .values({
      id,
      creator_id: actor.creator_id,
      ...input,
      handle,
      handle_key: handleKey(handle),
      url: channelPage(input.platform, handle),
      verification_code: verificationCode(),
    })
    .onConflictDoNothing()
    .returning({ id: creator_channels.id });
  if (made.length === 0) throw new Refusal("channel_known", { status: 409 });
  return id;
}

/** @throws Refusal `channel_in_use` when a collaboration was agreed for it */
export async function removeChannel(tx: Tx, actor: CreatorActor, channel_id: ChannelId): Promise<void> {
  const [used] = await tx.execute<{ one: number }>(
    sql`select 1 as one from collaborations where channel_id = ${channel_id} limit 1`,
  );
  if (used) throw new Refusal("channel_in_use", { status: 409 });
  const removed = await tx
    .delete(creator_channels)
    .where(and(eq(creator_channels.id, channel_id), eq(creator_channels.creator_id, actor.creator_id)))
    .returning({ id: creator_channels.id });
  if (removed.length === 0) throw notFound("channel");
}

/** What was seen of a channel: by a machine, or by an operator, who knows no id and no figure. */
export type SeenChannel = { handle?: string; external_id: string | null; followers?: number };

/**
 * The code was found (by the machine, or by an operator who looked).
 *
 * @throws Refusal `channel_taken` when somebody else verified it first · `channel_renamed` when it is another of the creator's own
 */
export async function markChannelVerified(
  tx: Tx,
  { channel_id, ...seen }: SeenChannel & { channel_id: ChannelId },
): Promise<void> {
  const [channel] = await tx
    .select()
    .from(creator_channels)
    .where(eq(creator_channels.id, channel_id))
    .for("update");
  if (!channel) throw notFound("channel");
  const external_id = seen.external_id ?? channel.external_id;
  await lockIdentity(tx, { ...channel, external_id });
  await refuseVerifiedByOthers(tx, channel.creator_id, channel);
  if (external_id) await refuseSameChannel(tx, { ...channel, external_id });
  const at = now();
  await tx
    .update(creator_channels)
    .set({
      verified_at: channel.verified_at ?? at,
      external_id,
      lost_because: null,
      lost_at: null,
      missed_at: null,
      ...(seen.followers === undefined
        ? {}
        : { seen_followers: Math.min(seen.followers, 2_147_483_647), seen_at: at }),
      ...(seen.external_id === null ? {} : { asked_at: at }),
    })
    .where(eq(creator_channels.id, channel.id));
}

/** Two who verify the same channel at once come one after the other, under whichever of its names. */
async function lockIdentity(
  tx: Tx,
  { platform, handle, external_id }: { platform: Platform; handle: string; external_id: string | null },
): Promise<void> {
  const keys = [handleKey(handle), ...(external_id ? [`id:${external_id}`] : [])];
  for (const key of keys.sort())
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`channel:${platform}:${key}`}, 0))`);
}

/** @throws Refusal `channel_taken` */
async function refuseVerifiedByOthers(
  tx: Queryable,
  creator_id: CreatorId,
  { platform, handle }: { platform: Platform; handle: string },
): Promise<void> {
  const [verified] = await tx
    .select({ creator_id: creator_channels.creator_id })
    .from(creator_channels)
    .where(
      and(
        eq(creator_channels.platform, platform),
        eq(creator_channels.handle_key, handleKey(handle)),
        USABLE_CHANNEL,
      ),
    );
  if (verified && verified.creator_id !== creator_id) throw new Refusal("channel_taken", { status: 409 });
}

/** A channel has one identity, whatever it is called. @throws Refusal `channel_taken`, `channel_renamed` */
async function refuseSameChannel(
  tx: Queryable,
  channel: { id: ChannelId; creator_id: CreatorId; platform: Platform; external_id: string },
): Promise<void> {
  const same = await readSameChannel(tx, channel);
  if (!same) return;
  if (same.creator_id !== channel.creator_id) throw new Refusal("channel_taken", { status: 409 });
  throw new Refusal("channel_renamed", { status: 409, params: { handle: same.handle } });
}

/** The usable channel that the platform knows by the same id, if there is another one. */
export async function readSameChannel(
  tx: Queryable,
  channel: { id: ChannelId; platform: Platform; external_id: string },
) {
  const [same] = await tx
    .select({
      id: creator_channels.id,
      creator_id: creator_channels.creator_id,
      handle: creator_channels.handle,
    })
    .from(creator_channels)
    .where(
      and(
        eq(creator_channels.platform, channel.platform),
        eq(creator_channels.external_id, channel.external_id),
        ne(creator_channels.id, channel.id),
        USABLE_CHANNEL,
      ),
    );
  return same ?? null;
}
