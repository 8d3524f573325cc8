/** What Instagram's public pages say of a post and a profile, read from what they give to search engines and link previews. */
import { canonicalise } from "../canonical-url";
import type { Reach } from "../platform";
import { isWhole, pageHead } from "./page-text";

export type InstagramPost = {
  post_id: string;
  /** The owner first, then who is named beside them. */
  handles: string[];
  owner_id: string | null;
  /** Null where the page shows no words: it may have left them out. */
  caption: string | null;
  reach: Reach;
};

const COUNT = String.raw`([\d.,]+[KMB]?)`;
const HANDLE = String.raw`[\w.]{1,30}`;
/**
 * `12 likes, 3 comments - mia.makes and lumen on November 10, 2026: "Caption". `, as a whole: the caption is the author's own text and may
 * name other accounts, or imitate the beginning.
 */
const POST = new RegExp(
  String.raw`^(?:${COUNT} likes?)?(?:, )?(?:${COUNT} comments?)?\s*-\s*(${HANDLE}(?:, ${HANDLE}){0,5}(?:,? and ${HANDLE})?) on [A-Z][a-z]+ \d{1,2}, \d{4}(?:: ["“]([\s\S]*)["”])?\.?$`,
);
/** `12 Followers, 3 Following, 9 Posts - Name (@handle) on Instagram: "Bio"` */
const PROFILE =
  /^([\d.,]+[KMB]?) Followers?, [\d.,]+[KMB]? Following, [\d.,]+[KMB]? Posts? - [\s\S]{0,200}?\(@([\w.]{1,30})\)[\s\S]{0,200}? on Instagram: ["“]([\s\S]*)["”]$/;
/** Instagram cuts captions at 2,200 characters; what is longer is no sentence of its own. */
const LONGEST = 6_000;

/** Null when the page is of another shape: it says nothing then. */
export function readPost(html: string): InstagramPost | null {
  if (!isWhole(html)) return null;
  const { canonical, meta } = pageHead(html);
  const reading = canonical ? canonicalise(canonical) : null;
  if (!reading || !("post_id" in reading) || reading.platform !== "instagram") return null;
  for (const name of ["og:description", "description"]) {
    const text = meta.get(name) ?? "";
    const found = text.length <= LONGEST ? POST.exec(text) : null;
    if (!found) continue;
    const [, likes, comments, handles = "", caption = null] = found;
    return {
      post_id: reading.post_id,
      handles: handles.split(/, and |, | and /),
      owner_id: numberIn(meta.get("instapp:owner_user_id")),
      caption,
      reach: { views: null, likes: exact(likes), comments: exact(comments) },
    };
  }
  return null;
}

export type InstagramProfile = { handle: string; bio: string; followers: number | null; id: string | null };

export function readProfile(html: string): InstagramProfile | null {
  const description = pageHead(html).meta.get("description") ?? "";
  const found = description.length <= LONGEST ? PROFILE.exec(description) : null;
  if (!found) return null;
  const [, followers, handle = "", bio = ""] = found;
  const id = /"(?:profilePage_(\d{1,20})|profile_id":"(\d{1,20}))"/.exec(html);
  return { handle, bio, followers: exact(followers), id: id?.[1] ?? id?.[2] ?? null };
}

/** Instagram's own words for a post that is not there, or not for everybody; another 404 may be anybody's. */
export function saysUnavailable(html: string): boolean {
  return /Sorry, this page isn(?:'|&#0?39;|&#x27;|’)t available|Page Not Found • Instagram|Page not found • Instagram/i.test(
    html,
  );
}

/** Rounded numbers (12.3K) are not what the platform counts. */
function exact(text: string | undefined): number | null {
  const digits = text && /^[\d,]+$/.test(text) ? text.replaceAll(",", "") : "";
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

function numberIn(text: string | undefined): string | null {
  return text && /^\d{1,20}$/.test(text) ? text : null;
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
