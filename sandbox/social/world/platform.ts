/** The four platforms, and what a channel and a post are on any of them. */
export const PLATFORMS = ["youtube", "tiktok", "instagram", "amazon"] as const;
export type Platform = (typeof PLATFORMS)[number];

export const PLATFORM_NAMES: Record<Platform, string> = {
  youtube: "YouTube",
  tiktok: "TikTok",
  instagram: "Instagram",
  amazon: "Amazon",
};

/** The kinds of post each platform has; the first is what is made when nothing is said. */
export const KINDS = {
  youtube: ["video", "short", "live"],
  tiktok: ["video", "photo"],
  instagram: ["post", "reel", "tv"],
  amazon: ["photo", "list", "video"],
} as const satisfies Record<Platform, readonly string[]>;
export type Kind = (typeof KINDS)[Platform][number];

export type Channel = {
  platform: Platform;
  /** Without the @, as its owner writes it; compared in any case. */
  handle: string;
  name: string;
  /** What the platform itself calls the channel: UC…, a number, … */
  external_id: string;
  /** The description, bio or introduction that everybody can read. */
  description: string;
  followers: number;
  created_at: string;
};

export const STATES = ["public", "private", "deleted"] as const;
export type PostState = (typeof STATES)[number];

export type Post = {
  /** The platform's own id, the one in the address. */
  id: string;
  platform: Platform;
  handle: string;
  kind: Kind;
  title: string;
  caption: string;
  tags: string[];
  /** ISO instant; in the future for a scheduled post, which nobody sees before. */
  published_at: string;
  edited_at: string | null;
  /** The platform's own label: paid partnership, includes paid promotion. */
  paid_label: boolean;
  /** Whether other sites may embed it (YouTube's oEmbed says 401 when not). */
  embeddable: boolean;
  state: PostState;
  duration_seconds: number;
  /** The code of its short link. */
  short_code: string;
};

/** What a visitor finds at a post's address at `now`. */
export function visibleAs(post: Post | undefined, now: Date): "public" | "private" | "gone" {
  if (!post || post.state === "deleted") return "gone";
  return post.state === "private" || new Date(post.published_at) > now ? "private" : "public";
}
