/** When looks at a post have consequences. */
import type { CollaborationState } from "./vocabulary";

const WATCHED: readonly CollaborationState[] = ["approved", "awarded", "monitoring"];

/** Whether anything follows from what a look at the post that is paid for finds. */
export function isWatched(state: CollaborationState): boolean {
  return WATCHED.includes(state);
}
