/** Reads `scheduled_at`: an ISO 8601 instant, or "in 5 min" as Resend's natural language allows. */
import { MailRefusal } from "./refusal";

const UNIT_MS = { sec: 1_000, min: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;
const RELATIVE = /^in (\d+) (sec|min|hour|day|week)(?:ond|ute)?s?$/i;

/** Resend keeps a message for at most 30 days. */
const LONGEST_MS = 30 * UNIT_MS.day;

/** @throws MailRefusal 422 for what is no time, or too far away */
export function readInstant(given: string | undefined, now: Date): Date | undefined {
  if (!given) return undefined;
  const relative = RELATIVE.exec(given.trim());
  const at_ms = relative
    ? now.getTime() + Number(relative[1]) * UNIT_MS[relative[2]!.toLowerCase() as keyof typeof UNIT_MS]
    : Date.parse(given);
  if (!Number.isFinite(at_ms))
    throw new MailRefusal(422, "validation_error", "Invalid `scheduled_at` field. The date is not valid.");
  if (at_ms > now.getTime() + LONGEST_MS)
    throw new MailRefusal(
      422,
      "validation_error",
      "Invalid `scheduled_at` field. It can be at most 30 days ahead.",
    );
  return new Date(at_ms);
}
