/** Every channel and post there is, kept across restarts, with what visitors may see of them now. */
import type { SandboxClock } from "../../frame/clock";
import type { Store } from "../../frame/store";
import { type Figures, figuresOf } from "./figures";
import { newChannelId, newPostId, newShortCode } from "./ids";
import type { OddLink } from "./odd";
import {
  type Channel,
  KINDS,
  type Kind,
  PLAIN_CHANNEL,
  PLAIN_POST,
  type Platform,
  type Post,
  STATES_OF,
} from "./platform";
import { isListed, type Seen, visibleAs } from "./visibility";

export type NewChannel = Pick<Channel, "platform" | "handle"> & Partial<Omit<Channel, "platform" | "handle">>;
export type NewPost = Pick<Post, "platform" | "handle" | "caption"> &
  Partial<Omit<Post, "platform" | "handle" | "caption" | "edited_at" | "short_code">>;
export type PostChange = Partial<
  Omit<Post, "id" | "platform" | "handle" | "kind" | "edited_at" | "short_code" | "duration_seconds">
>;
/** Where a short link leads, or what it does instead. */
export type ShortLink = { target: string; odd: OddLink | null };

export class World {
  private readonly channels;
  private readonly posts;
  private readonly links;

  constructor(
    readonly clock: SandboxClock,
    store: Store,
  ) {
    this.channels = store.collection<Channel>("channels");
    this.posts = store.collection<Post>("posts");
    // A plain address is how links were kept before they could be odd.
    this.links = store.collection<string | ShortLink>("short_links");
  }

  /** Makes a channel, or changes what is given of the one that is there. */
  upsertChannel(given: NewChannel): Channel {
    const handle = bare(given.handle);
    const known = this.channel(given.platform, handle);
    const channel: Channel = {
      name: handle,
      external_id: newChannelId(given.platform),
      description: "",
      followers: 0,
      created_at: this.clock.now().toISOString(),
      ...PLAIN_CHANNEL,
      ...known,
      ...given,
      handle: known?.handle ?? handle,
    };
    return this.channels.put(keyOf(given.platform, handle), channel);
  }

  /**
   * Gives a channel another handle. Its id, posts and followers stay, and the old handle is free for anybody.
   *
   * @throws RangeError when another channel has the handle
   */
  renameChannel(channel: Channel, wanted: string): Channel {
    const { platform } = channel;
    const handle = bare(wanted);
    const before = keyOf(platform, channel.handle);
    const after = keyOf(platform, handle);
    if (before !== after && this.channels.get(after)) throw new RangeError(`@${handle} is taken.`);
    for (const post of this.posts.values()) {
      if (post.platform !== platform) continue;
      const renamed = (name: string) => (keyOf(platform, name) === before ? handle : name);
      const coauthors = (post.coauthors ?? []).map(renamed);
      this.posts.put(post.id, { ...post, handle: renamed(post.handle), coauthors });
    }
    this.channels.delete(before);
    return this.channels.put(after, { ...channel, handle });
  }

  channel(platform: Platform, handle: string): Channel | undefined {
    return whole(this.channels.get(keyOf(platform, handle)));
  }

  channelById(platform: Platform, external_id: string): Channel | undefined {
    return this.channelsOf(platform).find((channel) => channel.external_id === external_id);
  }

  channelsOf(platform?: Platform): Channel[] {
    const all = this.channels.values().map((channel) => ({ ...PLAIN_CHANNEL, ...channel }));
    return all.filter((channel) => !platform || channel.platform === platform);
  }

  /** The channel of a visitor's request: one that is deleted or suspended is not found. */
  openChannel(platform: Platform, handle: string): Channel | undefined {
    return open(this.channel(platform, handle));
  }

  openChannelById(platform: Platform, external_id: string): Channel | undefined {
    return open(this.channelById(platform, external_id));
  }

  /** @throws RangeError when there is no such channel, the id is taken, or the platform has no such kind or state */
  publish(given: NewPost): Post {
    const { platform } = given;
    const channel = this.channel(platform, given.handle);
    if (!channel) throw new RangeError(`There is no channel ${given.handle} on ${platform}; make it first.`);
    const kind: Kind = given.kind ?? KINDS[platform][0];
    if (!(KINDS[platform] as readonly string[]).includes(kind))
      throw new RangeError(`${platform} has no ${kind}; give one of ${KINDS[platform].join(", ")}.`);
    assertPossible(platform, given);
    const published_at = given.published_at ? new Date(given.published_at) : this.clock.now();
    const id = given.id ?? newPostId(platform, kind, published_at);
    if (this.posts.get(id)) throw new RangeError(`There is a post ${id} already.`);
    return this.posts.put(id, {
      ...copyOfPlain(),
      title: titleFrom(given.caption),
      short_code: newShortCode(platform),
      ...given,
      id,
      kind,
      handle: channel.handle,
      published_at: published_at.toISOString(),
    });
  }

  post(id: string): Post | undefined {
    const post = this.posts.get(id);
    return post && { ...copyOfPlain(), ...post };
  }

  /** The post with this id on this platform; also deleted ones. */
  postOn(platform: Platform, id: string | undefined): Post | undefined {
    const post = id === undefined ? undefined : this.post(id);
    return post?.platform === platform ? post : undefined;
  }

  postByCode(platform: Platform, short_code: string | undefined): Post | undefined {
    return this.allPosts().find((post) => post.platform === platform && post.short_code === short_code);
  }

  /** Newest first, whatever their state. */
  postsOf(platform?: Platform, handle?: string): Post[] {
    const wanted = handle && bare(handle).toLowerCase();
    return this.allPosts()
      .filter((post) => !platform || post.platform === platform)
      .filter((post) => !wanted || post.handle.toLowerCase() === wanted)
      .sort(newestFirst);
  }

  /** What visitors of a channel see, newest first; a collab post stands on each author's profile. */
  visiblePostsOf(channel: Channel): Post[] {
    const own = channel.handle.toLowerCase();
    return this.postsOf(channel.platform)
      .filter(({ handle, coauthors }) =>
        [handle, ...coauthors].some((name) => bare(name).toLowerCase() === own),
      )
      .filter((post) => this.seen(post) === "public");
  }

  seen(post: Post | undefined): Seen {
    return visibleAs(post, post && this.channel(post.platform, post.handle), this.clock.now());
  }

  /** Whether the platform's interfaces know the post by now. */
  listed(post: Post): boolean {
    return isListed(post, this.clock.now());
  }

  figures(post: Post): Figures {
    return figuresOf(post, this.clock.now());
  }

  /** Any other post that visitors see on the platform: what a platform's mix-up answers with. Made up when there is none. */
  anotherPost(post: Post): Post {
    const others = this.postsOf(post.platform).filter(
      (one) => one.id !== post.id && this.seen(one) === "public",
    );
    const stranger = others.find((one) => one.handle !== post.handle) ?? others[0];
    const published_at = new Date(post.published_at);
    return (
      stranger ?? {
        ...post,
        id: newPostId(post.platform, post.kind, published_at),
        title: "Another post",
        caption: "Another post",
      }
    );
  }

  /** A change of undefined is none, except for a figure, which then grows again. @throws RangeError when there is no such post */
  change(id: string, change: PostChange): Post {
    const post = this.post(id);
    if (!post) throw new RangeError(`There is no post ${id}.`);
    assertPossible(post.platform, change);
    const rewritten = change.caption !== undefined || change.title !== undefined || change.tags !== undefined;
    const edited_at = rewritten ? this.clock.now().toISOString() : post.edited_at;
    return this.posts.put(id, { ...post, ...change, edited_at });
  }

  /** A short link of a platform's shortener to any address, such as amzn.to to a product. */
  shorten(platform: Platform, target: string, odd: OddLink | null = null): string {
    const code = newShortCode(platform);
    this.links.put(`${platform}/${code}`, { target, odd });
    return code;
  }

  shortLink(platform: Platform, code: string): ShortLink | undefined {
    const kept = this.links.get(`${platform}/${code}`);
    return typeof kept === "string" ? { target: kept, odd: null } : kept;
  }

  private allPosts(): Post[] {
    return this.posts.values().map((post) => ({ ...copyOfPlain(), ...post }));
  }
}

/** @throws RangeError for what the platform does not have */
function assertPossible(platform: Platform, { state, odd }: PostChange): void {
  if (state && !STATES_OF[platform].includes(state))
    throw new RangeError(`${platform} has no ${state} posts; give one of ${STATES_OF[platform].join(", ")}.`);
  if (odd?.kind === "profile_embed" && platform !== "tiktok")
    throw new RangeError("Only TikTok answers with a profile where a video was asked for.");
}

function copyOfPlain() {
  return { ...PLAIN_POST, tags: [], blocked_in: [], coauthors: [], products: [] };
}

function whole(channel: Channel | undefined): Channel | undefined {
  return channel && { ...PLAIN_CHANNEL, ...channel };
}

function open(channel: Channel | undefined): Channel | undefined {
  return channel?.state === "deleted" || channel?.state === "suspended" ? undefined : channel;
}

function newestFirst(a: Post, b: Post): number {
  return a.published_at < b.published_at ? 1 : -1;
}

function keyOf(platform: Platform, handle: string): string {
  return `${platform}/${bare(handle).toLowerCase()}`;
}

function bare(handle: string): string {
  return handle.trim().replace(/^@/, "");
}

/** A title for a post that was given none: the first words of its caption. */
function titleFrom(caption: string): string {
  const line = caption.split("\n")[0]?.trim() ?? "";
  return line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line || "Untitled";
}
