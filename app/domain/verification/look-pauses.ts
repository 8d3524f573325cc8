/** When a submitted post that nobody could make out is looked at again. */

const MINUTE_MS = 60_000;

/** Pauses between looks; with the looks themselves just short of the 24 hours after which an operator takes over. */
export const LOOK_PAUSES_MS = [1, 5, 15, 60, 180, 360, 780].map((minutes) => minutes * MINUTE_MS);

/** When the look after the given one is due; null when it was the last. */
export function nextLookAt({ attempt, created_at }: { attempt: number; created_at: Date }): Date | null {
  const pause_ms = LOOK_PAUSES_MS[attempt - 1];
  return pause_ms === undefined ? null : new Date(created_at.getTime() + pause_ms);
}
