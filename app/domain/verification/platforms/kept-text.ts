/** Text that a database keeps. PostgreSQL takes neither NUL nor half of a surrogate pair, and a platform's JSON may say both. */

const UNKEPT = /[\0\p{Surrogate}]/gu;
const NO_CHARACTER = "\ufffd";
/** How JSON writes them. Whole pairs are written with the same escapes, so that this only says where to look. */
const UNKEPT_IN_JSON = /\\u(?:0000|d[89a-f])/i;

/** Also mends a pair that was cut in two. */
export function keptText(text: string): string {
  return text.replace(UNKEPT, NO_CHARACTER);
}

/** The values of a JSON text, with all of their text as it can be kept; null for what is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(
      text,
      UNKEPT_IN_JSON.test(text)
        ? (_, value) => (typeof value === "string" ? keptText(value) : value)
        : undefined,
    );
  } catch {
    // Also for JSON that is nested deeper than a stack.
    return null;
  }
}
