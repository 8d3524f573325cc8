/** How a card dispute stands, in an operator's eyes. */
import { isAnswerable } from "@/app/domain/disputes/answerable";
import type { DisputeStatus } from "@/app/domain/disputes/vocabulary";

export type Stand = "to_answer" | "with_bank" | "won" | "lost";

export const TONES = { to_answer: "warn", with_bank: "neutral", won: "success", lost: "danger" } as const;

export function standOf(row: { status: DisputeStatus; stripe_status: string }): Stand {
  if (row.status !== "open") return row.status;
  return isAnswerable(row) ? "to_answer" : "with_bank";
}
