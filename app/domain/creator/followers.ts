/** How many follow a channel, and who says so. The platform's own figure is believed before the creator's. */
import { sql } from "drizzle-orm";
import { pick } from "@/app/lib/pick";
import { creator_channels } from "@/db/schema/creator";

/** What is read of a channel to say how many follow it. */
export const FOLLOWERS = pick(creator_channels, ["followers", "seen_followers", "seen_at"]);

export type FollowersRow = { followers: number; seen_followers: number | null; seen_at: Date | null };

/** `seen_at`: when the platform told; null for what the creator states. */
export type Followers = { count: number; seen_at: Date | null };

export function followersOf({ followers, seen_followers, seen_at }: FollowersRow): Followers {
  return seen_followers === null ? { count: followers, seen_at: null } : { count: seen_followers, seen_at };
}

/** The row with one answer in place of the three columns, as pages are given it. */
export function withFollowers<Row extends FollowersRow>(row: Row) {
  const { followers, seen_followers, seen_at, ...rest } = row;
  return { ...rest, followers: followersOf({ followers, seen_followers, seen_at }) };
}

/** The same in SQL, to sort and compare by. */
export const FOLLOWERS_COUNT = sql<number>`coalesce(${creator_channels.seen_followers}, ${creator_channels.followers})`;
