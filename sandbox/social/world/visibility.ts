/** What a visitor without an account finds at a post's address. */
import type { Channel, Post } from "./platform";

export type Seen = "public" | "unlisted" | "private" | "members" | "upcoming" | "gone";

export function visibleAs(post: Post | undefined, channel: Channel | undefined, now: Date): Seen {
  if (!post || post.state === "deleted") return "gone";
  if (!channel || channel.state === "deleted" || channel.state === "suspended") return "gone";
  if (post.upload === "rejected" || post.upload === "failed") return "gone";
  if (post.state === "private" || channel.state === "private") return "private";
  // While an upload is being processed nobody but its owner can watch it.
  if (post.upload === "processing") return "private";
  if (new Date(post.published_at) > now)
    return post.platform === "youtube" && post.premiere && post.state === "public" ? "upcoming" : "private";
  return post.state;
}

/** Whether the platform's interfaces know the post by now; its page may show it earlier. */
export function isListed(post: Post, now: Date): boolean {
  return post.listed_at === null || new Date(post.listed_at) <= now;
}
