/** The four platforms, and what a channel and a post are on any of them. */
import type { Odd } from "./odd";

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
  amazon: ["photo", "list", "video", "live"],
} as const satisfies Record<Platform, readonly string[]>;
export type Kind = (typeof KINDS)[Platform][number];

export const CHANNEL_STATES = ["public", "private", "deleted", "suspended"] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

export type Channel = {
  platform: Platform;
  /** Without the @, as its owner writes it; compared in any case. */
  handle: string;
  name: string;
  /** What the platform itself calls the channel: UC…, a number, … It stays when the handle changes. */
  external_id: string;
  /** The description, bio or introduction that everybody can read. */
  description: string;
  followers: number;
  /** YouTube: the number of subscribers is not told. */
  hidden_followers: boolean;
  state: ChannelState;
  created_at: string;
};

export const STATES = ["public", "unlisted", "private", "members", "deleted"] as const;
export type PostState = (typeof STATES)[number];

/** Unlisted is YouTube's word; `members` are YouTube's members, TikTok's friends and Instagram's subscribers. */
export const STATES_OF: Record<Platform, readonly PostState[]> = {
  youtube: STATES,
  tiktok: ["public", "private", "members", "deleted"],
  instagram: ["public", "private", "members", "deleted"],
  amazon: ["public", "private", "deleted"],
};

/** YouTube's work on an upload. */
export const UPLOADS = ["processed", "processing", "rejected", "failed"] as const;
export type Upload = (typeof UPLOADS)[number];

/** Null: hidden by its owner. Left out: it grows with the post's age. */
export type Figure = number | null | undefined;

/** Something a storefront post sells. */
export type Product = { asin: string; title: string };

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
  /** Whether other sites may embed it. */
  embeddable: boolean;
  state: PostState;
  upload: Upload;
  /** YouTube: a date in the future is announced as a premiere instead of kept private. */
  premiere: boolean;
  /** Countries in which it cannot be watched; or, in `allowed_in`, the only ones in which it can. */
  blocked_in: string[];
  allowed_in: string[] | null;
  age_restricted: boolean;
  /** ISO instant before which interfaces do not know the post yet, although its page shows it. */
  listed_at: string | null;
  /** Handles of the other authors of a collab post. */
  coauthors: string[];
  views?: Figure;
  likes?: Figure;
  comments?: Figure;
  products: Product[];
  odd: Odd | null;
  duration_seconds: number;
  /** The code of its short link. */
  short_code: string;
};

/** What a post is when nothing is said; also what rows lack that were kept before a field existed. */
export const PLAIN_POST = {
  title: "Untitled",
  tags: [],
  edited_at: null,
  paid_label: false,
  embeddable: true,
  state: "public",
  upload: "processed",
  premiere: false,
  blocked_in: [],
  allowed_in: null,
  age_restricted: false,
  listed_at: null,
  coauthors: [],
  products: [],
  odd: null,
  duration_seconds: 64,
} as const satisfies Partial<Record<keyof Post, unknown>>;

export const PLAIN_CHANNEL = { hidden_followers: false, state: "public" } as const;
