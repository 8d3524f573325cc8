/** Every channel and post there is, kept across restarts, with what visitors may see of them now. */
import type { SandboxClock } from "../../frame/clock";
import type { Store } from "../../frame/store";
import { newChannelId, newPostId, newShortCode } from "./ids";
import { type Channel, KINDS, type Kind, type Platform, type Post, visibleAs } from "./platform";

export type NewChannel = Pick<Channel, "platform" | "handle"> & Partial<Omit<Channel, "platform" | "handle">>;
export type NewPost = Pick<Post, "platform" | "handle" | "caption"> &
  Partial<Omit<Post, "platform" | "handle" | "caption" | "edited_at" | "short_code">>;
export type PostChange = Partial<
  Pick<Post, "state" | "caption" | "title" | "paid_label" | "embeddable" | "published_at" | "tags">
>;

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
    this.links = store.collection<string>("short_links");
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
      ...known,
      ...given,
      handle: known?.handle ?? handle,
    };
    return this.channels.put(keyOf(given.platform, handle), channel);
  }

  channel(platform: Platform, handle: string): Channel | undefined {
    return this.channels.get(keyOf(platform, handle));
  }

  channelById(platform: Platform, external_id: string): Channel | undefined {
    return this.channelsOf(platform).find((channel) => channel.external_id === external_id);
  }

  channelsOf(platform?: Platform): Channel[] {
    return this.channels.values().filter((channel) => !platform || channel.platform === platform);
  }

  /** @throws RangeError when there is no such channel, the id is taken, or the platform has no posts of that kind */
  publish(given: NewPost): Post {
    const { platform } = given;
    const channel = this.channel(platform, given.handle);
    if (!channel) throw new RangeError(`There is no channel ${given.handle} on ${platform}; make it first.`);
    const kind: Kind = given.kind ?? KINDS[platform][0];
    if (!(KINDS[platform] as readonly string[]).includes(kind))
      throw new RangeError(`${platform} has no ${kind}; give one of ${KINDS[platform].join(", ")}.`);
    const published_at = given.published_at ? new Date(given.published_at) : this.clock.now();
    const id = given.id ?? newPostId(platform, kind, published_at);
    if (this.posts.get(id)) throw new RangeError(`There is a post ${id} already.`);
    return this.posts.put(id, {
      title: titleFrom(given.caption),
      tags: [],
      edited_at: null,
      paid_label: false,
      embeddable: true,
      state: "public",
      duration_seconds: 64,
      short_code: newShortCode(platform),
      ...given,
      id,
      kind,
      handle: channel.handle,
      published_at: published_at.toISOString(),
    });
  }

  post(id: string): Post | undefined {
    return this.posts.get(id);
  }

  /** The post with this id on this platform; also deleted ones. */
  postOn(platform: Platform, id: string | undefined): Post | undefined {
    const post = id === undefined ? undefined : this.posts.get(id);
    return post?.platform === platform ? post : undefined;
  }

  postByCode(platform: Platform, short_code: string | undefined): Post | undefined {
    return this.posts.values().find((post) => post.platform === platform && post.short_code === short_code);
  }

  /** Newest first, whatever their state. */
  postsOf(platform?: Platform, handle?: string): Post[] {
    const wanted = handle && bare(handle).toLowerCase();
    return this.posts
      .values()
      .filter((post) => !platform || post.platform === platform)
      .filter((post) => !wanted || post.handle.toLowerCase() === wanted)
      .sort((a, b) => (a.published_at < b.published_at ? 1 : -1));
  }

  /** What visitors of a channel see, newest first. */
  visiblePostsOf(channel: Channel): Post[] {
    return this.postsOf(channel.platform, channel.handle).filter((post) => this.seen(post) === "public");
  }

  seen(post: Post | undefined): ReturnType<typeof visibleAs> {
    return visibleAs(post, this.clock.now());
  }

  /** @throws RangeError when there is no such post */
  change(id: string, change: PostChange): Post {
    const post = this.posts.get(id);
    if (!post) throw new RangeError(`There is no post ${id}.`);
    const rewritten = change.caption !== undefined || change.title !== undefined || change.tags !== undefined;
    const edited_at = rewritten ? this.clock.now().toISOString() : post.edited_at;
    return this.posts.put(id, { ...post, ...change, edited_at });
  }

  /** A short link of a platform's shortener to any address, such as amzn.to to a product. */
  shorten(platform: Platform, target: string): string {
    const code = newShortCode(platform);
    this.links.put(`${platform}/${code}`, target);
    return code;
  }

  shortTarget(platform: Platform, code: string): string | undefined {
    return this.links.get(`${platform}/${code}`);
  }
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
