/** Platforms' JSON, which may say NUL and halves of surrogate pairs, with its text as a database keeps it. */
import { storableText } from "@/app/lib/storable";

/** How JSON writes what cannot be stored. Whole pairs are written with the same escapes, so that this only says where to look. */
const UNKEPT_IN_JSON = /\\u(?:0000|d[89a-f])/i;

/** The values of a JSON text, with all of their text as it can be kept; null for what is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(
      text,
      UNKEPT_IN_JSON.test(text)
        ? (_, value) => (typeof value === "string" ? storableText(value) : value)
        : undefined,
    );
  } catch {
    // Also for JSON that is nested deeper than a stack.
    return null;
  }
}
