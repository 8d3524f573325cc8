/** What PostgreSQL can keep of a stranger's text: no NUL, and no half of a character. */

/** A copy in which every string, however deep, can be stored. */
export function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? storableText(part) : part,
  ) as T;
}

export function storableText(text: string): string {
  // A half of a pair alone is replaced; the pair that it came from may have been cut.
  return text.replaceAll("\0", "").replace(LONE_HALF, "\ufffd");
}

const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
