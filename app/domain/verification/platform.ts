/** What every platform can be asked, whatever it really offers. */
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Evidence } from "./check";
import type { CanonicalPost } from "./link";

export type SeenPost = {
  /** The platform's own id of the channel, where it tells one. */
  author_id: string | null;
  author_handle: string | null;
  published_at: Date | null;
  title: string;
  /** Caption or description: the text that people see. */
  text: string;
  length_seconds: number | null;
  /** The platform's own mark for paid content. */
  paid_label: boolean | null;
};

/**
 * unavailable: the platform did not answer, so nothing is known, and asking again may help; it never counts against anybody.
 * not_readable: it shows the post to people, but not to machines; only a person can help.
 * not_a_post: the link leads somewhere else than to a post of this platform.
 */
export type PostObservation =
  | { outcome: "found"; post: SeenPost; evidence: Evidence[] }
  | { outcome: "gone" | "private" | "unavailable" | "not_readable" | "not_a_post"; evidence: Evidence[] };

export type ChannelObservation =
  | {
      outcome: "found";
      external_id: string | null;
      /** What the owner says about themselves, and nothing that anybody else could have written. */
      about: string;
      followers: number | null;
      evidence: Evidence[];
    }
  | { outcome: "gone" | "unavailable"; evidence: Evidence[] };

/** Where a short or shared link leads, as the platform says; `unavailable` when it does not say. */
export type Resolved =
  | { outcome: "found"; address: string; evidence: Evidence[] }
  | { outcome: "nowhere" | "unavailable"; evidence: Evidence[] };

/** None of these throws: silence is an answer of its own. */
export interface SocialPlatform {
  platform: Platform;
  /** Follows a short or shared link to the address behind it, without asking that address. */
  resolve(url: string): Promise<Resolved>;
  fetchPost(post: CanonicalPost): Promise<PostObservation>;
  fetchChannel(handle: string): Promise<ChannelObservation>;
}
