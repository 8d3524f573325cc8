/** What Instagram's public pages say of a post and a profile, read from the sentence that they give to search engines. */
import { metaContent } from "./page-text";

export type InstagramPost = { handle: string; caption: string };

/**
 * `12 likes, 3 comments - mia.makes on November 10, 2026: "Caption". `, as a whole: the caption is the author's own text and may
 * name other accounts, or imitate the beginning.
 */
const POST =
  /^(?:[\d.,]+[KMB]? likes?)?(?:, )?(?:[\d.,]+[KMB]? comments?)?\s*-\s*([\w.]{1,30}) on [A-Z][a-z]+ \d{1,2}, \d{4}(?:: ["“]([\s\S]*)["”])?\.?$/;
/** `12 Followers, 3 Following, 9 Posts - Name (@handle) on Instagram: "Bio"` */
const PROFILE =
  /^([\d.,]+[KMB]?) Followers?, [\d.,]+[KMB]? Following, [\d.,]+[KMB]? Posts? - [\s\S]*?\(@([\w.]{1,30})\)[\s\S]*? on Instagram: ["“]([\s\S]*)["”]$/;

/** Null when the page is a wall or of another shape. */
export function readPost(html: string): InstagramPost | null {
  for (const name of ["og:description", "description"]) {
    const found = POST.exec(metaContent(html, name));
    if (found) return { handle: found[1] as string, caption: found[2] ?? "" };
  }
  return null;
}

export function readProfile(html: string): { handle: string; bio: string; followers: number | null } | null {
  const found = PROFILE.exec(metaContent(html, "description"));
  if (!found) return null;
  const [, followers = "", handle = "", bio = ""] = found;
  // Rounded numbers (12.3K) are left to what the creator stated.
  const exact = /^[\d,]+$/.test(followers) ? Number(followers.replaceAll(",", "")) : null;
  return { handle, bio, followers: exact };
}

const EPOCH_MS = 1_314_220_021_721n;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A short code is the post's number in base 64; above its lower 23 bits stand the milliseconds of its making. */
export function publishedAt(code: string): Date | null {
  if (code.length < 10) return null;
  let number = 0n;
  for (const letter of code.slice(0, 11)) number = number * 64n + BigInt(ALPHABET.indexOf(letter));
  const ms = Number((number >> 23n) + EPOCH_MS);
  return ms > 1_315_000_000_000 && ms < 4_000_000_000_000 ? new Date(ms) : null;
}
