/** A channel that counts: its owner has proved it, and nothing has been learned since that takes it away. */
import { and, isNotNull, isNull } from "drizzle-orm";
import { creator_channels } from "@/db/schema/creator";

export const USABLE_CHANNEL = and(
  isNotNull(creator_channels.verified_at),
  isNull(creator_channels.lost_because),
);

export function isUsable(
  channel: Pick<typeof creator_channels.$inferSelect, "verified_at" | "lost_because">,
): boolean {
  return channel.verified_at !== null && channel.lost_because === null;
}
