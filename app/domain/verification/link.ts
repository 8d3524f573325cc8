/** What the address of a post comes down to. */
import type { Platform } from "@/app/domain/creator/vocabulary";

export type CanonicalPost = { platform: Platform; post_id: string; canonical_url: string };

export type LinkReading =
  | CanonicalPost
  /** A short or shared link: where it leads, only the platform knows. */
  | { needs_resolving: Platform; url: string }
  /** Codes with a text as `errors:url_<code>`. */
  | { refused: "invalid" | "not_a_post" | "unknown_platform" };

export const NOT_A_POST = { refused: "not_a_post" } as const;

/** Reads the addresses of one platform. `hosts` are matched whole, so that `youtube.com.evil.example` is nobody's. */
export type LinkReader = { hosts: ReadonlySet<string>; read: (url: URL) => LinkReading };

export function pathOf(url: URL): string[] {
  return url.pathname.split("/").filter(Boolean);
}
