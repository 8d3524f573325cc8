/** How long pay rests where a rule of risk asks for it, for a test that does not want to wait for it. */
import { rereadEnv } from "@/app/lib/env";

/** For what this process approves from now on. */
export function setHoldDays(days: number): void {
  process.env.RISK_HOLD_DAYS = String(days);
  rereadEnv();
}
