/** Carries out the money movements that a step of the history intended, as the job does in service. */
import { eq } from "drizzle-orm";
import { sendMovement } from "@/app/stripe/movements/send";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";

export async function sendOpenMovements(): Promise<void> {
  const open = await db
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(eq(money_movements.status, "pending"));
  for (const { id } of open) await sendMovement(id);
}
