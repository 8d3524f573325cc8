/** How an operator came to be asked who gets what is held. */
import type { Page } from "./props";

export type DecidedOn = "appeal" | "rejection" | "changes" | "sample";

/** What an operator decides on; null unless the collaboration waits for that. */
export function decidedOn({ row, events }: Page): DecidedOn | null {
  if (row.state !== "appealed") return null;
  const asked = events.findLast(
    ({ from_state, to_state }) => to_state === "appealed" && from_state !== "appealed",
  );
  if (asked?.event === "appeal") return "appeal";
  if (asked?.from_state === "cancelling") return "sample";
  return asked?.from_state === "rejected" ? "rejection" : "changes";
}
