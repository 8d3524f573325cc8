/**
 * Whether what a request says can be text at all. PostgreSQL takes no NUL, and bytes that are not UTF-8 have no meaning here: such a request is
 * refused before anything is built of it. Each check passes over its text once.
 */

import { isRealDay } from "@/app/lib/real-time";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const REAL_TIME = /^\d{4}-\d{2}-\d{2}T/;

/** @returns the text of `bytes`, or null where they are no text */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** @returns what a part of an address or of a form says, or null where it is ill-formed */
export function decoded(part: string): string | null {
  if (!part.includes("%")) return part.includes("\0") ? null : part;
  try {
    // A lone percent sign is what somebody typed into the address bar.
    const text = decodeURIComponent(part.replace(/%(?![0-9a-f]{2})/gi, "%25"));
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

export function isGoodPath(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}

/** A query whose names and values are text, and whose points in time exist: 31 February does not. */
export function isGoodQuery(search: string): boolean {
  for (const part of search.replace(/^\?/, "").split("&")) {
    const text = decoded(part.replaceAll("+", " "));
    if (text === null) return false;
    const value = text.slice(text.indexOf("=") + 1);
    if (REAL_TIME.test(value) && !isRealDay(value.slice(0, 10))) return false;
  }
  return true;
}

const JSON_DEPTH_MAX = 100;
/** NUL and halves of surrogate pairs, as JSON writes them; jsonb refuses both. */
const NO_TEXT_IN_JSON = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

export function isGoodJson(bytes: Uint8Array): boolean {
  const text = textOf(bytes);
  if (text === null || !isShallow(text)) return false;
  try {
    // Whole pairs are written as themselves again; only halves stay escaped.
    return !NO_TEXT_IN_JSON.test(JSON.stringify(JSON.parse(text)));
  } catch {
    return false;
  }
}

function isShallow(json: string): boolean {
  let depth = 0;
  let in_text = false;
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (in_text) {
      if (char === "\\") at++;
      else if (char === '"') in_text = false;
    } else if (char === '"') in_text = true;
    else if (char === "{" || char === "[") {
      if (++depth > JSON_DEPTH_MAX) return false;
    } else if (char === "}" || char === "]") depth--;
  }
  return true;
}
