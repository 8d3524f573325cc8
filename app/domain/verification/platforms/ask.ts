/** One question to a platform, with the evidence of having asked. */
import { now } from "@/app/lib/clock";
import { type Fetched, FetchRefused, type SafeFetchRules, safeFetch } from "@/app/lib/safe-fetch";
import type { Evidence } from "../check";

const LONGEST_EVIDENCE = 1_500;

export type Asked = {
  /** Null when nobody answered, or a rule of ours forbade to go on. */
  answer: Fetched | null;
  /** It leads where we do not go: off the platform, or to an inner address. */
  refused: boolean;
  evidence: Evidence;
};

/** Never throws: a platform that does not answer is an answer of its own. Keys in the address are not kept as evidence. */
export async function ask(url: URL, rules: SafeFetchRules): Promise<Asked> {
  const shown = new URL(url);
  for (const secret of ["key", "access_token"]) shown.searchParams.delete(secret);
  const evidence: Evidence = { url: shown.href, fetched_at: now().toISOString(), status: null, sha256: null };
  try {
    const answer = await safeFetch(url.href, rules);
    return {
      answer,
      refused: false,
      evidence: { ...evidence, status: answer.status, sha256: answer.sha256 },
    };
  } catch (error) {
    return { answer: null, refused: error instanceof FetchRefused, evidence };
  }
}

/** Keeps the text that was judged beside where it came from. */
export function withText(evidence: Evidence, text: string): Evidence {
  return { ...evidence, text: text.slice(0, LONGEST_EVIDENCE) };
}

/** 5xx, 429 and silence say nothing about a post. */
export function saysNothing(answer: Fetched | null): answer is null {
  return answer === null || answer.status >= 500 || answer.status === 429 || answer.status === 408;
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Addresses that the operator gave in place of a platform's are trusted; the platform's own hosts pass the usual checks. */
export function rulesFor(hosts: ReadonlySet<string>, bases: readonly string[]): SafeFetchRules {
  return {
    hosts,
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
