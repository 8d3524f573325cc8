/** The colour of each state of a movement. */

import type { MovementStatus } from "@/app/domain/ledger/vocabulary";
import type { Tone } from "@/app/ui/tone";

export const MOVEMENT_TONES: Readonly<Record<MovementStatus, Tone>> = {
  pending: "info",
  blocked: "warn",
  settled: "success",
  failed: "danger",
};
