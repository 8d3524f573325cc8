/** Where a brand's money is, from the books: what is still ours to keep for it from the accounts, what has gone from its charges. */

import { and, eq, ne, sql } from "drizzle-orm";
import type { BrandId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import type { OfBrand } from "../../actor";
import { accounts } from "../accounts";

/** Minor units of `currency`. What was paid in is the sum of all the others, to the cent. */
export type BrandMoney = {
  currency: string;
  captured_minor: number;
  /** In offers' budgets: for slots that nobody has taken. */
  free_minor: number;
  held_minor: number;
  /** The brand's own with us, e.g. a refund that its card did not take. */
  own_minor: number;
  refunded_minor: number;
  /** Taken back by the cardholder's bank from what nobody had claimed. */
  charged_back_minor: number;
  /** Creators' pay and our fees, less what came back of them. */
  released_minor: number;
};

export async function readBrandMoney(tx: Queryable, { brand_id }: OfBrand): Promise<BrandMoney[]> {
  const captured = await tx
    .select({
      currency: offer_payments.currency,
      captured_minor: sql<number>`sum(${offer_payments.amount_minor})::float8`,
      charged_back_minor: sql<number>`sum(${offer_payments.charged_back_minor})::float8`,
    })
    .from(offer_payments)
    .where(and(eq(offer_payments.brand_id, brand_id), eq(offer_payments.status, "paid")))
    .groupBy(offer_payments.currency)
    .orderBy(offer_payments.currency);
  const refunded = await tx
    .select({
      currency: money_movements.currency,
      minor: sql<number>`sum(${money_movements.amount_minor})::float8`,
    })
    .from(money_movements)
    .innerJoin(offer_payments, eq(offer_payments.id, money_movements.payment_id))
    .where(
      and(
        eq(offer_payments.brand_id, brand_id),
        eq(money_movements.kind, "refund"),
        ne(money_movements.status, "failed"),
      ),
    )
    .groupBy(money_movements.currency);
  const kept = await readKept(tx, brand_id);
  return captured.map(({ currency, captured_minor, charged_back_minor }) => {
    const places = kept.find((row) => row.currency === currency);
    const [free_minor, held_minor, own_minor] = [
      places?.free_minor ?? 0,
      places?.held_minor ?? 0,
      places?.own_minor ?? 0,
    ];
    const refunded_minor = refunded.find((row) => row.currency === currency)?.minor ?? 0;
    const elsewhere_minor = free_minor + held_minor + own_minor + refunded_minor + charged_back_minor;
    return {
      currency,
      captured_minor,
      free_minor,
      held_minor,
      own_minor,
      refunded_minor,
      charged_back_minor,
      released_minor: captured_minor - elsewhere_minor,
    };
  });
}

type Kept = { currency: string; free_minor: number; held_minor: number; own_minor: number };

/** The balances of the accounts that are the brand's: its offers' budgets, what is held, its own. */
async function readKept(tx: Queryable, brand_id: BrandId): Promise<Kept[]> {
  const own = accounts.brandAvailable(brand_id).code;
  return tx.execute<Kept>(sql`
    select currency,
      coalesce(sum(balance_minor) filter (where place = 'free'), 0)::float8 as free_minor,
      coalesce(sum(balance_minor) filter (where place = 'held'), 0)::float8 as held_minor,
      coalesce(sum(balance_minor) filter (where place = 'own'), 0)::float8 as own_minor
    from (
      select 'free' as place, a.currency, a.balance_minor
      from offers o join ledger_accounts a on a.code = 'offer:' || o.id || ':budget'
      where o.brand_id = ${brand_id}
      union all
      select 'held', a.currency, a.balance_minor
      from collaborations c join ledger_accounts a on a.code = 'collaboration:' || c.id || ':held'
      where c.brand_id = ${brand_id} and c.agreed_at is not null
      union all
      select 'own', currency, balance_minor from ledger_accounts where code = ${own}
    ) places
    group by currency`);
}
