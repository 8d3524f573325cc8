/** How a creator's work is divided. */
import { END_STATES, RUNNING_STATES } from "@/app/domain/collaboration/vocabulary";

export const VIEWS = {
  running: RUNNING_STATES,
  /** States in which the creator may have to act. */
  yours: [
    "invited",
    "slot_offered",
    "awaiting_sample",
    "in_transit",
    "creating",
    "overdue",
    "cancelling",
    "verifying",
    "changes_requested",
    "rejected",
    "appealed",
  ],
  ended: END_STATES,
} as const;

export type View = keyof typeof VIEWS;

export function viewOf(search: URLSearchParams): View {
  return (Object.keys(VIEWS) as View[]).find((name) => name === search.get("view")) ?? "running";
}
