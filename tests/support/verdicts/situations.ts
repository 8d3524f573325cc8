/**
 * Situations of a post on a platform, and what is true of each in the world, whatever a machine may see of it. The verdicts have to be right by
 * this truth.
 */
import type { Platform } from "@/app/domain/creator/vocabulary";

/**
 * `good`: public, on the agreed channel, made for the agreement, disclosed. `flawed`: public, but not what was agreed. `absent`: not there for
 * everybody in the offer's country, and not soon. `later`: will be there by itself.
 */
export type Truth = "good" | "flawed" | "absent" | "later";

export type Situation = {
  name: string;
  truth: Truth;
  /** What is set on the post, as the emulator's controls take it. */
  post?: object;
  /** Set on the channel after the post was made. */
  channel?: object;
  /** Another channel takes the name that the agreed one gave up. */
  taken_over?: boolean;
  /** Posted on somebody else's channel. */
  elsewhere?: boolean;
  /** What the outside does to all requests. */
  outage?: number | "timeout";
  /** The key or token is wrong, or its allowance is spent. */
  allowance?: "wrong_key" | "spent";
  /** Nobody has told us the platform's id of the channel. */
  id_unknown?: boolean;
};

const IN_A_DAY = () => new Date(Date.now() + 86_400_000).toISOString();

const FLAWED: Situation[] = [
  { name: "on another channel", truth: "flawed", elsewhere: true },
  { name: "on another channel, no id of ours is known", truth: "flawed", elsewhere: true, id_unknown: true },
  { name: "published before the agreement", truth: "flawed", post: { published_at: "2026-01-10T10:00:00Z" } },
  { name: "no disclosure", truth: "flawed", post: { caption: "My lamp, for my desk." } },
];
const CHANNELS: Situation[] = [
  { name: "channel renamed", truth: "good", channel: { handle: "renamed" } },
  {
    name: "channel renamed, no id of ours is known",
    truth: "good",
    channel: { handle: "renamed" },
    id_unknown: true,
  },
  {
    name: "channel renamed, its name taken by another",
    truth: "good",
    channel: { handle: "renamed" },
    taken_over: true,
  },
  { name: "account deleted", truth: "absent", channel: { state: "deleted" } },
  { name: "account suspended", truth: "absent", channel: { state: "suspended" } },
];
const OUTSIDE: Situation[] = [
  { name: "platform answers 500", truth: "good", outage: 500 },
  { name: "platform answers 429", truth: "good", outage: 429 },
  { name: "platform answers 403", truth: "good", outage: 403 },
  { name: "platform does not answer", truth: "good", outage: "timeout" },
  { name: "deleted, and the platform answers 503", truth: "absent", outage: 503, post: { state: "deleted" } },
  {
    name: "deleted, and the platform does not answer",
    truth: "absent",
    outage: "timeout",
    post: { state: "deleted" },
  },
];
const COMMON: Situation[] = [
  { name: "live", truth: "good" },
  { name: "deleted", truth: "absent", post: { state: "deleted" } },
  { name: "private", truth: "absent", post: { state: "private" } },
  { name: "scheduled for tomorrow", truth: "absent", post: { published_at: IN_A_DAY() } },
  { name: "embedding off", truth: "good", post: { embeddable: false } },
  { name: "new, not yet listed", truth: "good", post: { listed_at: IN_A_DAY() } },
  { name: "numbers hidden", truth: "good", post: { views: null, likes: null, comments: null } },
  ...FLAWED,
  ...CHANNELS,
  ...OUTSIDE,
];

/**
 * Amazon embeds nothing and lists nothing. Where a storefront's old name has a new owner, the address of a post under that name is dead, and
 * nobody but its owner can know that the post has another one.
 */
const NOT_ON_AMAZON = new Set([
  "embedding off",
  "new, not yet listed",
  "channel renamed, its name taken by another",
]);

export const SITUATIONS: Readonly<Record<Platform, Situation[]>> = {
  youtube: [
    ...COMMON,
    { name: "a short", truth: "good", post: { kind: "short" } },
    { name: "a past live stream", truth: "good", post: { kind: "live" } },
    { name: "unlisted", truth: "absent", post: { state: "unlisted" } },
    { name: "for members only", truth: "absent", post: { state: "members" } },
    { name: "upcoming premiere", truth: "later", post: { premiere: true, published_at: IN_A_DAY() } },
    { name: "still processing", truth: "later", post: { upload: "processing" } },
    { name: "upload rejected", truth: "absent", post: { upload: "rejected" } },
    { name: "upload failed", truth: "absent", post: { upload: "failed" } },
    { name: "blocked in the offer's country", truth: "absent", post: { blocked_in: ["US", "CA"] } },
    { name: "blocked in another country", truth: "good", post: { blocked_in: ["DE"] } },
    { name: "allowed in another country only", truth: "absent", post: { allowed_in: ["DE"] } },
    { name: "allowed in the offer's country", truth: "good", post: { allowed_in: ["US", "DE"] } },
    { name: "age-restricted", truth: "good", post: { age_restricted: true } },
    { name: "private, embedding off", truth: "absent", post: { state: "private", embeddable: false } },
    { name: "unlisted and new", truth: "absent", post: { state: "unlisted", listed_at: IN_A_DAY() } },
    { name: "key wrong", truth: "good", allowance: "wrong_key" },
    { name: "quota spent", truth: "good", allowance: "spent" },
    { name: "deleted, quota spent", truth: "absent", allowance: "spent", post: { state: "deleted" } },
  ],
  tiktok: [
    ...COMMON,
    { name: "a photo post", truth: "good", post: { kind: "photo" } },
    { name: "a photo post, embedding off", truth: "good", post: { kind: "photo", embeddable: false } },
    { name: "a photo post, deleted", truth: "absent", post: { kind: "photo", state: "deleted" } },
    { name: "for friends only", truth: "absent", post: { state: "members" } },
    { name: "private account", truth: "absent", channel: { state: "private" } },
    { name: "age-restricted", truth: "good", post: { age_restricted: true } },
    {
      name: "deleted, oEmbed shows its author's profile",
      truth: "absent",
      post: { state: "deleted", odd: { kind: "profile_embed", at: "oembed" } },
    },
    {
      name: "live, oEmbed shows its author's profile",
      truth: "good",
      post: { odd: { kind: "profile_embed", at: "oembed" } },
    },
  ],
  instagram: [
    ...COMMON,
    { name: "a reel", truth: "good", post: { kind: "reel" } },
    { name: "a collab post, the agreed channel first", truth: "good", post: { coauthors: ["lumen"] } },
    { name: "for subscribers only", truth: "absent", post: { state: "members" } },
    { name: "private account", truth: "absent", channel: { state: "private" } },
    { name: "age-restricted", truth: "good", post: { age_restricted: true } },
    { name: "token wrong", truth: "good", allowance: "wrong_key" },
    { name: "allowance spent", truth: "good", allowance: "spent" },
    { name: "deleted, token wrong", truth: "absent", allowance: "wrong_key", post: { state: "deleted" } },
  ],
  amazon: [
    ...COMMON.filter(({ name }) => !NOT_ON_AMAZON.has(name)),
    { name: "a video", truth: "good", post: { kind: "video" } },
    { name: "a live video", truth: "good", post: { kind: "live" } },
    { name: "a list", truth: "good", post: { kind: "list" } },
    { name: "a video, deleted", truth: "absent", post: { kind: "video", state: "deleted" } },
  ],
};

/** What can be odd about an answer, and where. `slow` and `huge_body` take seconds each, so they are tried where it matters. */
export const ODD_KINDS = [
  ...["captcha", "login_wall", "login_redirect", "wall_loop", "error_body", "empty", "cut_body", "huge_body"],
  ...["other_post", "not_json", "slow", "reset", "status_400", "status_401", "status_403", "status_404_html"],
  ...["status_410", "status_429", "status_500", "status_503"],
] as const;

export const SURFACES: Readonly<Record<Platform, readonly string[]>> = {
  youtube: ["api", "oembed", "all"],
  tiktok: ["oembed", "page", "all"],
  instagram: ["oembed", "page", "all"],
  amazon: ["page"],
};
