/**
 * Verified channels are asked about again from time to time: their figures grow old, they are renamed, deleted, and their old names are taken
 * by others. What nobody could tell changes nothing.
 */

import { and, eq, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { DAY_MS, now } from "@/app/lib/clock";
import { log } from "@/app/lib/log";
import { db, type Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { creator_channels } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import { openIncident } from "../audit/incidents";
import { readSameChannel } from "../creator/channels";
import { channelPage, handleKey, sameHandle } from "../creator/handle";
import { USABLE_CHANNEL } from "../creator/usable-channel";
import { type ChannelLoss, PLATFORMS, type Platform } from "../creator/vocabulary";
import type { ChannelObservation } from "./platform";
import { platformFor } from "./platforms";

/** Figures older than this are asked for again. */
const OLD_AFTER_MS = 7 * DAY_MS;
/** Between the two nights that agree that a channel is gone, or another's. */
const APART_MS = DAY_MS / 2;
/**
 * How many of a platform's channels one night asks about. YouTube: one unit each of 10,000 a day, of which posts need most. The others are public
 * pages, which are asked sparingly.
 */
const A_NIGHT: Readonly<Record<Platform, number>> = {
  youtube: 2_000,
  tiktok: 300,
  instagram: 150,
  amazon: 150,
};

/** What the column holds: more is no smaller audience. */
const MAX_FOLLOWERS = 2_147_483_647;

type Channel = typeof creator_channels.$inferSelect;
export type RefreshResult = { asked: number; changed: number };

/** Asks about the channels of each platform that were asked about longest ago. One that fails keeps none of the others waiting. */
export async function refreshChannels(): Promise<RefreshResult> {
  const result = { asked: 0, changed: 0 };
  for (const platform of PLATFORMS) {
    for (const channel of await dueChannels(platform)) {
      try {
        result.asked++;
        if (await refreshChannel(channel)) result.changed++;
      } catch (error) {
        log.warn(
          { channel_id: channel.id, err: error },
          "a channel could not be refreshed, it will be tried again",
        );
      }
    }
  }
  return result;
}

function dueChannels(platform: Platform): Promise<Channel[]> {
  const old = new Date(now().getTime() - OLD_AFTER_MS);
  return (
    db
      .select()
      .from(creator_channels)
      .where(
        and(
          eq(creator_channels.platform, platform),
          USABLE_CHANNEL,
          or(
            isNull(creator_channels.asked_at),
            lt(creator_channels.asked_at, old),
            isNotNull(creator_channels.missed_at),
          ),
        ),
      )
      // Whatever was missed once is asked about again first, then what was never asked about.
      .orderBy(
        sql`${creator_channels.missed_at} asc nulls last, ${creator_channels.asked_at} asc nulls first`,
      )
      .limit(A_NIGHT[platform])
  );
}

/** Asks about one channel and keeps what it learns. @returns whether anything but the figures changed */
export async function refreshChannel(channel: Channel): Promise<boolean> {
  const seen = await platformFor(channel.platform).fetchChannel(channel);
  return transact((tx) => keepWhatWasSeen(tx, channel, seen));
}

async function keepWhatWasSeen(tx: Tx, before: Channel, seen: ChannelObservation): Promise<boolean> {
  const [channel] = await tx
    .select()
    .from(creator_channels)
    .where(eq(creator_channels.id, before.id))
    .for("update");
  if (!channel || channel.handle !== before.handle) return false;
  const at = now();
  const change = (columns: Partial<typeof creator_channels.$inferInsert>) =>
    tx
      .update(creator_channels)
      .set({ asked_at: at, ...columns })
      .where(eq(creator_channels.id, channel.id));
  const lose = async (lost_because: ChannelLoss, known = channel.external_id) => {
    await change({ lost_because, lost_at: at, missed_at: null, external_id: known });
    return true;
  };
  /** One night is no proof. */
  const miss = async (loss: ChannelLoss) => {
    if (channel.missed_at && at.getTime() - channel.missed_at.getTime() >= APART_MS) return lose(loss);
    await change({ missed_at: channel.missed_at ?? at });
    return false;
  };
  if (seen.presence === "unknown") {
    await change({});
    return false;
  }
  if (seen.presence === "not_found") return miss("gone");
  if (channel.external_id && seen.external_id && channel.external_id !== seen.external_id)
    return miss("taken_over");
  const external_id = channel.external_id ?? seen.external_id;
  // With the id that it turned out to have, so that nobody takes it for another channel again.
  if (external_id && (await isAnother(tx, { ...channel, external_id })))
    return lose("same_channel", external_id);
  const renamed = !sameHandle(seen.handle, channel.handle) && (await isFree(tx, channel, seen.handle));
  await change({
    external_id,
    missed_at: null,
    ...(seen.followers === null
      ? {}
      : { seen_followers: Math.min(seen.followers, MAX_FOLLOWERS), seen_at: at }),
    ...(renamed
      ? {
          handle: seen.handle,
          handle_key: handleKey(seen.handle),
          former_handle: channel.handle,
          url: channelPage(channel.platform, seen.handle),
        }
      : {}),
  });
  return renamed;
}

/**
 * Whether the channel can take its new name here: a claim of the creator's own that nobody has verified gives way; a name that another channel still has
 * waits until that one was asked about.
 */
async function isFree(tx: Tx, channel: Channel, handle: string): Promise<boolean> {
  const holders = await tx
    .select({
      id: creator_channels.id,
      verified_at: creator_channels.verified_at,
      creator_id: creator_channels.creator_id,
    })
    .from(creator_channels)
    .where(
      and(
        eq(creator_channels.platform, channel.platform),
        eq(creator_channels.handle_key, handleKey(handle)),
        ne(creator_channels.id, channel.id),
        or(eq(creator_channels.creator_id, channel.creator_id), USABLE_CHANNEL),
      ),
    );
  if (holders.some(({ verified_at }) => verified_at !== null)) return false;
  for (const { id } of holders) {
    const [used] = await tx
      .select({ id: collaborations.id })
      .from(collaborations)
      .where(eq(collaborations.channel_id, id))
      .limit(1);
    if (used) return false;
    await tx.delete(creator_channels).where(eq(creator_channels.id, id));
  }
  return true;
}

/** A channel that was verified by eye turns out to be one that is here already: a person has to decide whose it is. */
async function isAnother(tx: Tx, channel: Channel & { external_id: string }): Promise<boolean> {
  const same = await readSameChannel(tx, channel);
  if (!same) return false;
  const told = ({ id, creator_id, handle }: Pick<Channel, "id" | "creator_id" | "handle">) => ({
    id,
    creator_id,
    handle,
  });
  await openIncident(tx, {
    kind: "channel_twice",
    subject: `${channel.platform}:${channel.external_id}`,
    expected: { channels: 1 },
    found: { channels: [told(same), told(channel)] },
  });
  return true;
}
