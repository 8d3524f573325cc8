/** One question to a platform, with the evidence of having asked. */
import { now } from "@/app/lib/clock";
import { type Fetched, type SafeFetchRules, safeFetch } from "@/app/lib/safe-fetch";
import type { Evidence } from "../check";

const LONGEST_EVIDENCE = 1_500;

export type Asked = { answer: Fetched | null; evidence: Evidence };

/** Never throws: a platform that does not answer is an answer of its own (`answer` is null). Keys in the address are not kept as evidence. */
export async function ask(url: URL, rules: SafeFetchRules): Promise<Asked> {
  const shown = new URL(url);
  for (const secret of ["key", "access_token"]) shown.searchParams.delete(secret);
  const evidence: Evidence = { url: shown.href, fetched_at: now().toISOString(), status: null, sha256: null };
  try {
    const answer = await safeFetch(url.href, rules);
    return { answer, evidence: { ...evidence, status: answer.status, sha256: answer.sha256 } };
  } catch {
    return { answer: null, evidence };
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

/** The operator's own base addresses are trusted; the platform's public hosts pass the usual checks. */
export function rulesFor(
  hosts: ReadonlySet<string>,
  bases: readonly string[],
  headers: Record<string, string> = {},
): SafeFetchRules {
  return {
    hosts,
    trusted_origins: new Set(bases.map((base) => new URL(base).origin)),
    headers: { "user-agent": "Postbond/1.0 (post verification)", ...headers },
  };
}

/** What a page shows to people, without its markup. Script and style are left out. */
export function visibleText(html: string): string {
  return html
    .replace(/<(script|style|noscript)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** The content of a `<meta>` by its property or name; empty when there is none. */
export function metaContent(html: string, name: string): string {
  for (const [tag] of html.matchAll(/<meta\b[^>]*>/gi)) {
    const attribute = (wanted: string) =>
      new RegExp(`\\b${wanted}\\s*=\\s*("([^"]*)"|'([^']*)')`, "i").exec(tag);
    const key = attribute("property") ?? attribute("name");
    if ((key?.[2] ?? key?.[3]) !== name) continue;
    const content = attribute("content");
    return visibleText(content?.[2] ?? content?.[3] ?? "");
  }
  return "";
}
