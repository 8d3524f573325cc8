/** What PostgreSQL's JSON can keep of a stranger's text: it takes no NUL and no half of a surrogate pair. */

/** A copy in which every string, however deep, can be stored. For values as JSON knows them. */
export function storable<T>(value: T): T {
  return copyOf(value) as T;
}

function copyOf(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [storableText(name), copyOf(inner)]),
  );
}

/** Also mends a pair that was cut in two. */
export function storableText(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8").replaceAll("\0", "\ufffd");
}
