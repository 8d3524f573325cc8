/** When the bank was answered; the first time counts. */
import { and, eq, isNull } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { disputes } from "@/db/schema/ledger";

export async function recordAnswer(tx: Tx, dispute_id: string): Promise<void> {
  await tx
    .update(disputes)
    .set({ evidence_sent_at: now() })
    .where(and(eq(disputes.id, dispute_id), isNull(disputes.evidence_sent_at)));
}
