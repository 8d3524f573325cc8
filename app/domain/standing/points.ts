/** What a breach weighs and for how long it counts: the numbers of the lifecycle page, in one place. */

import type { StrikeKind } from "@/app/domain/standing/vocabulary";
import { DAY_MS } from "@/app/lib/clock";

export const STRIKE_POINTS: Readonly<Record<StrikeKind, number>> = {
  ghosted: 3,
  returned_after_reimbursement: 3,
  taken_down_early: 2,
  very_late: 1,
  disclosure_not_cured: 1,
  rejection_overturned: 2,
  off_platform_payment: 2,
  did_not_ship: 1,
  silent_approvals: 1,
  charged_back: 3,
};

export const DECAY_DAYS = 180;
export const SUSPENDED_FROM_POINTS = 3;
export const BLACKLISTED_FROM_POINTS = 6;
export const SUSPENSION_DAYS = 30;
export const APPEAL_WINDOW_DAYS = 14;
/** This many ghostings within `GHOST_WINDOW_DAYS` end a creator's time here, whatever their points. */
const GHOSTS_TOLERATED = 1;
export const GHOST_WINDOW_DAYS = 365;

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

export type CountedStrike = {
  kind: StrikeKind;
  points: number;
  at: Date;
  decays_at: Date;
  lifted_at: Date | null;
};

/** A strike that still weighs at `instant`. */
export function isLive(strike: CountedStrike, instant: Date): boolean {
  return strike.lifted_at === null && strike.decays_at > instant;
}

export type Tally = { points: number; ghosts: number; verdict: "good" | "suspended" | "blacklisted" };

/** What a record of strikes adds up to at `instant`. Pure; the order of the strikes does not matter. */
export function tally(strikes: readonly CountedStrike[], instant: Date): Tally {
  const points = strikes
    .filter((strike) => isLive(strike, instant))
    .reduce((sum, strike) => sum + strike.points, 0);
  // Ghosting is remembered for longer than its points count.
  const ghosts = strikes.filter(
    (strike) =>
      strike.kind === "ghosted" &&
      strike.lifted_at === null &&
      strike.at <= instant &&
      daysAfter(strike.at, GHOST_WINDOW_DAYS) > instant,
  ).length;
  if (points >= BLACKLISTED_FROM_POINTS || ghosts > GHOSTS_TOLERATED)
    return { points, ghosts, verdict: "blacklisted" };
  return { points, ghosts, verdict: points >= SUSPENDED_FROM_POINTS ? "suspended" : "good" };
}
