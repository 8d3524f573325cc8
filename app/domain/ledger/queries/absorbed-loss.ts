/** What a charge that a bank took back has cost the platform, and still does. */

import { sql } from "drizzle-orm";
import type { PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Queryable } from "@/db/client";
import { accounts } from "../accounts";

/**
 * The bank has given the cardholder everything; what had been passed on by then is the platform's loss. Money of that charge which
 * comes free later makes this loss smaller before any of it is the brand's, who has it back already. The caller has locked the offer.
 *
 * @returns minor units of the charge's currency; 0 when nothing was lost, or all of it was made good
 */
export async function absorbedLoss(tx: Queryable, payment_id: PaymentId): Promise<number> {
  const row = one(
    await tx.execute<{ minor: number }>(sql`
    select coalesce(sum(e.amount_minor), 0)::float8 as minor
    from ledger_transactions t
    join ledger_entries e on e.transaction_id = t.id
    join ledger_accounts a on a.id = e.account_id
    where t.payment_id = ${payment_id} and a.code = ${accounts.losses.code}`),
    "the sum of losses",
  );
  return row.minor;
}
