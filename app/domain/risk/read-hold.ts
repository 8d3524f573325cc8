/** Why the pay of one collaboration rests, read from what brand and creator have behind them. */
import { and, eq, isNotNull } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { type HeldCollaboration, heldAmount } from "../ledger/held-funds";
import { holdReason } from "./hold-rules";
import type { HoldReason } from "./vocabulary";

type Row = HeldCollaboration & Pick<typeof collaborations.$inferSelect, "brand_id" | "creator_id">;

export async function readHold(tx: Queryable, row: Row): Promise<HoldReason | null> {
  const [earlier] = await tx
    .select({ id: collaborations.id })
    .from(collaborations)
    .where(
      and(
        eq(collaborations.brand_id, row.brand_id),
        eq(collaborations.creator_id, row.creator_id),
        isNotNull(collaborations.paid_at),
      ),
    )
    .limit(1);
  const [brand] = await tx
    .select({ verified_at: brands.verified_at })
    .from(brands)
    .where(eq(brands.id, row.brand_id));
  return holdReason({
    first_pair: earlier === undefined,
    brand_verified: Boolean(brand?.verified_at),
    amount_minor: heldAmount(row),
    currency: row.currency,
  });
}
