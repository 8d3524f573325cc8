/** Where one is in a list of collaborations, as it stands in an address (`?after=…`). */
import { isRealInstant } from "@/app/lib/real-time";
import type { Cursor } from "./queries";

/** Anything that is no cursor of ours begins the list anew. */
export function cursorOf(search: URLSearchParams): Cursor | null {
  const [at, id] = (search.get("after") ?? "").split("~");
  return at && id && isRealInstant(at) ? { at, id } : null;
}

export function cursorText(next: Cursor | null): string | null {
  return next && `${next.at}~${next.id}`;
}
