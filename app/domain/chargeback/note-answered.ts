/** When the bank was answered; the first time counts. */
import { and, eq, isNull } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { card_disputes } from "@/db/schema/ledger";

export async function noteAnswered(tx: Tx, dispute_id: string): Promise<void> {
  await tx
    .update(card_disputes)
    .set({ evidence_sent_at: now() })
    .where(and(eq(card_disputes.id, dispute_id), isNull(card_disputes.evidence_sent_at)));
}
