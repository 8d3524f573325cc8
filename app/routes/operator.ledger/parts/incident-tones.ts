/** The colour of each state of an incident. */

import type { IncidentStatus } from "@/app/domain/audit/vocabulary";
import type { Tone } from "@/app/ui/tone";

export const INCIDENT_TONES: Readonly<Record<IncidentStatus, Tone>> = {
  open: "danger",
  repaired: "success",
  resolved: "neutral",
};
