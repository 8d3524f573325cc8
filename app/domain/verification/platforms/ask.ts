/** One question to a platform, with the evidence of having asked. */
import { now } from "@/app/lib/clock";
import { type Fetched, FetchRefused, type SafeFetchRules, safeFetch } from "@/app/lib/safe-fetch";
import { storableText } from "@/app/lib/storable";
import type { Evidence } from "../check";
import type { Doubt } from "../vocabulary";
import { pageBody, pageHead } from "./page-text";
import { isWall, isWallAddress } from "./walls";

const LONGEST_EVIDENCE = 1_500;
/** Of a page that says nothing: its words stand near the beginning. */
const LONGEST_READ = 40_000;

export type Asked =
  /** An answer of the platform about what it was asked, whatever its status. */
  | { answer: Fetched; doubt: null; evidence: Evidence }
  /** Nothing that says anything about what was asked. `refused`: it leads where we do not go. */
  | { answer: null; doubt: Doubt; refused: boolean; evidence: Evidence };

/** Never throws: a platform that does not answer is an answer of its own. Keys in the address are not kept as evidence. */
export async function ask(url: URL, rules: SafeFetchRules): Promise<Asked> {
  const shown = new URL(url);
  for (const secret of ["key", "access_token"]) shown.searchParams.delete(secret);
  const asked: Evidence = { url: shown.href, fetched_at: now().toISOString(), status: null, sha256: null };
  try {
    const arrived = (at: URL) => isWallAddress(at) || (rules.arrived?.(at) ?? false);
    const answer = await safeFetch(url.href, { ...rules, arrived });
    const seen = { ...asked, status: answer.status, sha256: answer.sha256 };
    const doubt = doubtOf(answer);
    const evidence = doubt || answer.status !== 200 ? { ...seen, answer: beginningOf(answer) } : seen;
    return doubt ? { answer: null, doubt, refused: false, evidence } : { answer, doubt: null, evidence };
  } catch (error) {
    if (!(error instanceof FetchRefused))
      return { answer: null, doubt: "no_answer", refused: false, evidence: asked };
    // A wall that sends its visitors in circles, or to the sign-in page of another house of the same owner, says nothing about the link.
    const wall = error.reason === "redirects" || (error.url !== null && isWallAddress(error.url));
    // Nor does a redirect to what is no address.
    const refused = !wall && error.url !== null;
    return { answer: null, doubt: wall ? "wall" : "odd_answer", refused, evidence: asked };
  }
}

/** Why an answer says nothing about what was asked; null when it may. */
function doubtOf(answer: Fetched): Doubt | null {
  if (answer.status === 429) return "limited";
  if (answer.status >= 500 || answer.status === 408) return "no_answer";
  if (isWall(answer)) return "wall";
  // The beginning of an answer is not the answer.
  return answer.truncated ? "odd_answer" : null;
}

/** What people would read of a page, or what a machine would of anything else. */
function beginningOf({ content_type, body_text }: Fetched): string {
  const beginning = body_text.slice(0, LONGEST_READ);
  if (!/html/i.test(content_type)) return storableText(beginning.slice(0, LONGEST_EVIDENCE));
  const { title } = pageHead(beginning);
  return storableText(`${title}\n${pageBody(beginning).text}`.trim().slice(0, LONGEST_EVIDENCE));
}

/** Keeps the text that was judged beside where it came from. */
export function withText(evidence: Evidence, text: string): Evidence {
  return { ...evidence, text: storableText(text.slice(0, LONGEST_EVIDENCE)) };
}

/** Addresses that the operator gave in place of a platform's are trusted; the platform's own hosts pass the usual checks. */
export function rulesFor(
  hosts: ReadonlySet<string>,
  bases: readonly string[],
  timeout_ms?: number,
): SafeFetchRules {
  return {
    hosts,
    ...(timeout_ms ? { timeout_ms } : {}),
    trusted_bases: bases.filter((base) => !hosts.has(new URL(base).hostname)),
    headers: {
      "user-agent": "Postbond/1.0 (post verification)",
      // The words around a caption are read in English.
      "accept-language": "en-US,en;q=0.9",
    },
  };
}

/** Where to ask for `url`: at the platform itself, or at the operator's base where that stands in for the platform's `own` origin. */
export function askAt(base: string, own: string, url: URL): URL {
  return new URL(base).origin === own ? url : new URL(`${base}${url.pathname}${url.search}`);
}
