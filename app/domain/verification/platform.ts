/** What every platform can be asked, whatever it really offers. */
import type { Platform } from "@/db/schema/creator";
import type { Evidence } from "./check";
import type { CanonicalPost, LinkReading } from "./link";

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

/** unavailable: the platform did not answer, so nothing is known; it never counts against anybody. */
export type PostLook =
  | { outcome: "found"; post: SeenPost; evidence: Evidence[] }
  | { outcome: "gone" | "private" | "unavailable" | "not_readable"; evidence: Evidence[] };

export type ChannelLook =
  | {
      outcome: "found";
      external_id: string | null;
      about: string;
      followers: number | null;
      evidence: Evidence[];
    }
  | { outcome: "gone" | "unavailable"; evidence: Evidence[] };

export interface SocialPlatform {
  platform: Platform;
  /** Follows a short or shared link to the post behind it. @throws when the platform does not answer */
  resolve(url: string): Promise<LinkReading>;
  fetchPost(post: CanonicalPost): Promise<PostLook>;
  fetchChannel(handle: string): Promise<ChannelLook>;
}
