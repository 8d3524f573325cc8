/** What the address of a post comes down to. */
import type { Platform } from "@/app/domain/creator/vocabulary";

export type PostKind = "video" | "short" | "live" | "photo" | "post" | "reel" | "tv" | "list";

export type CanonicalPost = {
  platform: Platform;
  /** What the address calls the post. `platform` and `post_id` alone identify it: one reel has addresses as a post and as a reel. */
  kind: PostKind;
  post_id: string;
  /** Read again, it gives the same post, kind and handle. */
  canonical_url: string;
  /** The channel's handle in lower case; null where the address names none. Who pasted the address wrote it: it proves nothing. */
  handle: string | null;
};

export type LinkReading =
  | CanonicalPost
  /** A short or shared link: where it leads, only the platform knows. */
  | { needs_resolving: Platform; url: string }
  /** Codes with a text as `errors:url_<code>`. */
  | { refused: "invalid" | "not_a_post" | "unknown_platform" };

export const NOT_A_POST = { refused: "not_a_post" } as const;

/** Reads the addresses of one platform. `hosts` are matched whole, so that `youtube.com.evil.example` is nobody's. */
export type LinkReader = { hosts: ReadonlySet<string>; read: (url: URL) => LinkReading };

/** The parts of the path, decoded one by one: an encoded slash divides nothing. */
export function pathOf(url: URL): string[] {
  return url.pathname
    .split("/")
    .filter(Boolean)
    .map((part) => decoded(part) ?? part);
}

/** What stands before a tail that was hung on without its question mark: `ID&feature=share`. */
export function beforeTail(part: string): string {
  return /^[^&?;,=|]*/.exec(part)?.[0] ?? "";
}

/** Null where a percent sign encodes nothing. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
