/** While a bank decides about a charge, nothing is claimed, sent or refunded from it; afterwards what had waited goes on. */
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { card_disputes, money_movements } from "@/db/schema/ledger";
import { fundings, offers } from "@/db/schema/offer";
import { intendRefund, unclaimedOf } from "../ledger/intend-refund";
import { blockMovement, unblockMovement } from "../ledger/settle-movement";
import { emit } from "../outbox/emit";

/** The caller has locked the offer and the funding. Movements whose key Stripe may know are left to finish. */
export async function freezeCharge(tx: Tx, funding_id: string): Promise<void> {
  await tx
    .update(fundings)
    .set({ frozen_at: now() })
    .where(and(eq(fundings.id, funding_id), isNull(fundings.frozen_at)));
  const unsent = await tx
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(
      and(
        eq(money_movements.funding_id, funding_id),
        eq(money_movements.status, "intended"),
        inArray(money_movements.kind, ["transfer", "refund"]),
        isNull(money_movements.key_sent_at),
      ),
    )
    .orderBy(asc(money_movements.id));
  for (const { id } of unsent) await blockMovement(tx, id, "charge_disputed");
}

/** Sets going again what the dispute had stopped, once no other dispute of the same charge is open. */
export async function thawCharge(tx: Tx, funding_id: string): Promise<void> {
  const [other] = await tx
    .select({ id: card_disputes.id })
    .from(card_disputes)
    .where(
      and(
        eq(card_disputes.funding_id, funding_id),
        eq(card_disputes.status, "open"),
        // An inquiry takes no money and freezes nothing, however long it stands.
        sql`${card_disputes.stripe_status} not like 'warning_%' and ${card_disputes.stripe_status} <> 'prevented'`,
      ),
    )
    .limit(1);
  if (other) return;
  const [funding] = await tx
    .update(fundings)
    .set({ frozen_at: null })
    .where(eq(fundings.id, funding_id))
    .returning();
  const waiting = await tx
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(
      and(
        eq(money_movements.funding_id, funding_id),
        eq(money_movements.status, "blocked"),
        eq(money_movements.reason, "charge_disputed"),
      ),
    )
    .orderBy(asc(money_movements.id));
  for (const { id } of waiting)
    if (await unblockMovement(tx, id)) await emit(tx, "movement/intended", { movement_id: id });
  await returnRest(tx, funding!);
}

/** The offer was closed meanwhile: what is left of the charge goes back now. */
async function returnRest(tx: Tx, funding: typeof fundings.$inferSelect): Promise<void> {
  const [offer] = await tx
    .select({ status: offers.status })
    .from(offers)
    .where(eq(offers.id, funding.offer_id));
  if (offer!.status !== "closed") return;
  await intendRefund(tx, {
    funding_id: funding.id,
    amount_minor: unclaimedOf(funding),
    cause: `thaw:${now().toISOString()}`,
  });
}
