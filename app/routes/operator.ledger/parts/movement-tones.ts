/** The colour of each state of a movement. */
import type { Tone } from "@/app/ui/tone";
import type { MovementStatus } from "@/db/schema/ledger";

export const MOVEMENT_TONES: Readonly<Record<MovementStatus, Tone>> = {
  pending: "info",
  blocked: "warn",
  settled: "success",
  failed: "danger",
};
