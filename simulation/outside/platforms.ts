/** The platforms on which posts appear, are changed, hidden and taken down. */

import type { Platform } from "@/app/domain/creator/vocabulary";
import { canonicalise } from "@/app/domain/verification/canonical-url";
import type { CanonicalPost } from "@/app/domain/verification/link";
import { NO_REACH, type PostObservation, type SocialPlatform } from "@/app/domain/verification/platform";
import { lookThrough } from "@/app/domain/verification/platforms";
import type { Random } from "../random";
import type { Simulation } from "../simulation";

export type PostState = "public" | "private" | "deleted";

export type SimulatedPost = {
  author: string;
  text: string;
  published_at: Date;
  state: PostState;
  /** Since when it stood how, the latest last. */
  history: Array<{ at_ms: number; state: PostState }>;
  /** The platform answers nothing about it before. */
  silent_until_ms: number;
};

const CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export class Platforms {
  private readonly posts = new Map<string, SimulatedPost>();
  private readonly random: Random;

  constructor(private readonly simulation: Simulation) {
    this.random = simulation.random.split("platforms");
    lookThrough((platform) => this.platform(platform));
  }

  /** @returns the address that the creator hands in */
  publish(
    platform: Platform,
    made: Omit<SimulatedPost, "silent_until_ms" | "history">,
  ): { key: string; url: string } {
    const { random } = this;
    const history = [{ at_ms: this.simulation.scheduler.now_ms, state: made.state }];
    const post = { ...made, history, silent_until_ms: 0 };
    switch (platform) {
      case "youtube": {
        const id = random.text(11, CHARACTERS);
        return this.keep(`https://www.youtube.com/watch?v=${id}`, post);
      }
      case "tiktok": {
        const id = `7${random.text(18, "0123456789")}`;
        return this.keep(`https://www.tiktok.com/@${post.author}/video/${id}`, post);
      }
      case "instagram": {
        const id = random.text(11, CHARACTERS);
        return this.keep(`https://www.instagram.com/reel/${id}/`, post);
      }
      case "amazon":
        throw new Error("Nobody posts on Amazon here");
    }
  }

  post(key: string): SimulatedPost | undefined {
    return this.posts.get(key);
  }

  change(post: SimulatedPost, state: PostState): void {
    post.state = state;
    post.history.push({ at_ms: this.simulation.scheduler.now_ms, state });
  }

  /** Whether anybody could see it at some moment between the two. */
  wasPublic(url: string, from_ms: number, to_ms: number): boolean {
    const reading = canonicalise(url);
    const post = "post_id" in reading ? this.posts.get(this.keyOf(reading)) : undefined;
    const spans = (post?.history ?? []).map((begun, place, all) => ({
      ...begun,
      ended_ms: all[place + 1]?.at_ms ?? Number.POSITIVE_INFINITY,
    }));
    return spans.some(
      ({ state, at_ms, ended_ms }) => state === "public" && at_ms <= to_ms && ended_ms >= from_ms,
    );
  }

  private keep(url: string, post: SimulatedPost) {
    const key = this.keyOf(canonicalise(url) as CanonicalPost);
    this.posts.set(key, post);
    return { key, url };
  }

  /** Several spellings of an id are one post. */
  private keyOf({ platform, post_id }: CanonicalPost): string {
    return `${platform}:${post_id}`;
  }

  private platform(platform: Platform): SocialPlatform {
    return {
      platform,
      resolve: async () => ({ presence: "not_found", evidence: [] }),
      fetchChannel: async () => ({ presence: "unknown", reason: "no_answer", evidence: [] }),
      fetchPost: async (post) => this.look(post.post_id, this.posts.get(this.keyOf(post))),
    };
  }

  private look(post_id: string, post: SimulatedPost | undefined): PostObservation {
    if (this.isSilent(post)) return { presence: "unknown", reason: "no_answer", evidence: [] };
    if (!post || post.state === "deleted") return { presence: "not_live", reason: "gone", evidence: [] };
    if (post.state === "private") return { presence: "not_live", reason: "private", evidence: [] };
    return {
      presence: "live",
      missing: null,
      evidence: [],
      post: {
        post_id,
        author_id: null,
        author_handle: post.author,
        coauthor_handles: [],
        published_at: post.published_at,
        published_within_ms: 0,
        title: "Look at this",
        text: post.text,
        length_seconds: 60,
        paid_label: null,
        reach: NO_REACH,
      },
    };
  }

  /** Mostly for a moment, sometimes for days. */
  private isSilent(post: SimulatedPost | undefined): boolean {
    const { faults, scheduler } = this.simulation;
    if (post && scheduler.now_ms < post.silent_until_ms && faults.possible("platform-silent")) return true;
    if (!faults.strikes("platform-silent")) return false;
    if (post && this.random.hits(0.3)) post.silent_until_ms = scheduler.now_ms + this.random.days(0.1, 3);
    return true;
  }
}
