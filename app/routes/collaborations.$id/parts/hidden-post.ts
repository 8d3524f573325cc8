/** A submitted post that the first looks did not find: one look proves nothing, and its creator can still make it public. */
import type { Page } from "./props";

export function isHidden(submission: Page["submissions"][number] | undefined): boolean {
  // While further looks are planned, nothing is decided.
  if (!submission?.next_look_at) return false;
  return submission.look?.checks.some(({ code }) => code === "not_live_once") ?? false;
}
