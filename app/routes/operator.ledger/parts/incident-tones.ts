/** The colour of each state of an incident. */
import type { Tone } from "@/app/ui/tone";
import type { IncidentStatus } from "@/db/schema/audit";

export const INCIDENT_TONES: Readonly<Record<IncidentStatus, Tone>> = {
  open: "danger",
  repaired: "success",
  resolved: "neutral",
};
