/** What every platform can be asked, whatever it really offers. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Evidence } from "./check";
import type { CanonicalPost } from "./link";
import type { Absence, Doubt } from "./vocabulary";

/** What people did with a post so far; null where the platform does not tell. */
export type Reach = { views: number | null; likes: number | null; comments: number | null };

export const NO_REACH: Reach = { views: null, likes: null, comments: null };

/** A post as the platform showed it. Null stands for what it did not show. */
export type SeenPost = {
  /** The platform's own id, as it returned it and in the spelling of `canonicalise`: the post's identity. */
  post_id: string;
  /** The platform's own id of the channel. */
  author_id: string | null;
  author_handle: string | null;
  /** Who else the post is shown as being from. */
  coauthor_handles: string[];
  published_at: Date | null;
  /** How much later than `published_at` it may have been, in milliseconds: a day where the platform tells only the day. */
  published_within_ms: number;
  title: string;
  /** Caption or description: the text that people see. */
  text: string | null;
  length_seconds: number | null;
  /** The platform's own mark for paid content. */
  paid_label: boolean | null;
  reach: Reach;
};

/** One look at a post. `missing`: why part of what a live post shows could not be read. */
export type PostObservation =
  | { presence: "live"; post: SeenPost; missing: Doubt | null; evidence: Evidence[] }
  | { presence: "not_live"; reason: Absence; evidence: Evidence[] }
  | { presence: "unknown"; reason: Doubt; evidence: Evidence[] };

export type ChannelObservation =
  | {
      presence: "found";
      /** As the platform writes it now. */
      handle: string;
      external_id: string | null;
      /** What the owner says about themselves, and nothing that anybody else could have written. */
      about: string;
      followers: number | null;
      evidence: Evidence[];
    }
  | { presence: "not_found"; evidence: Evidence[] }
  | { presence: "unknown"; reason: Doubt; evidence: Evidence[] };

/** Where a short or shared link leads, as the platform says. */
export type Resolved =
  | { presence: "found"; address: string; evidence: Evidence[] }
  | { presence: "not_found"; evidence: Evidence[] }
  | { presence: "unknown"; reason: Doubt; evidence: Evidence[] };

/** A channel by the platform's own id where it is known, else by its handle. */
export type ChannelAddress = { handle: string; external_id: string | null };

/** None of these throws: silence is an answer of its own. */
export interface SocialPlatform {
  platform: Platform;
  /** Follows a short or shared link to the address behind it, without asking that address. */
  resolve(url: string): Promise<Resolved>;
  /** @param country ISO 3166-1 alpha-2: where the post has to be visible */
  fetchPost(post: CanonicalPost, country: string): Promise<PostObservation>;
  fetchChannel(channel: ChannelAddress): Promise<ChannelObservation>;
}
