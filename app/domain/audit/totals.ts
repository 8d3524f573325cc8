/** How much has come in and where it is, in total and per currency: what may be shown to anybody. */
import type { Sql } from "postgres";

/** Minor units of `currency`, since the beginning. */
export type CurrencyTotals = {
  currency: string;
  funded_minor: number;
  /** To creators, less what was reversed. */
  paid_out_minor: number;
  /** To brands' cards. */
  refunded_minor: number;
  /** The platform's fees. */
  earned_minor: number;
  /** Lost to card disputes. */
  charged_back_minor: number;
  /** What of it the platform pays from its own pocket. */
  absorbed_minor: number;
  /** In the books for somebody: budgets, held, owed to creators, on its way, brands' own balances. */
  held_minor: number;
};

/**
 * One statement, so that all figures are of one moment. Five of them are counted where the movements are, `held_minor` where the
 * accounts are: that they add up is a finding, not an identity.
 */
export async function readTotals(sql: Sql): Promise<CurrencyTotals[]> {
  const rows = await sql<CurrencyTotals[]>`
    with paid as (
      select currency, sum(amount_minor) as minor from offer_payments where status = 'paid' group by currency
    ), moved as (
      select currency,
        coalesce(sum(amount_minor) filter (where kind = 'transfer'), 0)
          - coalesce(sum(amount_minor) filter (where kind = 'reversal'), 0) as out_minor,
        coalesce(sum(amount_minor) filter (where kind = 'refund'), 0) as refunded_minor
      from money_movements where status = 'settled' group by currency
    ), lost as (
      select currency, sum(amount_minor) as minor from disputes where status = 'lost' group by currency
    ), accounts as (
      select currency,
        coalesce(sum(balance_minor) filter (where code = 'platform:fees'), 0) as earned_minor,
        coalesce(sum(balance_minor) filter (where code = 'platform:losses'), 0) as absorbed_minor,
        coalesce(sum(balance_minor) filter (where kind = 'liability'), 0)
          - coalesce(sum(balance_minor) filter (where code = 'stripe:clearing' or code like 'creator:%:owed'), 0) as held_minor
      from ledger_accounts where balance_minor <> 0 group by currency
    )
    select p.currency, p.minor::float8 as funded_minor, coalesce(m.out_minor, 0)::float8 as paid_out_minor,
      coalesce(m.refunded_minor, 0)::float8 as refunded_minor, coalesce(a.earned_minor, 0)::float8 as earned_minor,
      coalesce(l.minor, 0)::float8 as charged_back_minor, coalesce(a.absorbed_minor, 0)::float8 as absorbed_minor,
      coalesce(a.held_minor, 0)::float8 as held_minor
    from paid p
    left join moved m on m.currency = p.currency
    left join lost l on l.currency = p.currency
    left join accounts a on a.currency = p.currency
    order by p.minor desc, p.currency`;
  return [...rows];
}

/** What came in and is nowhere; zero when the totals add up. */
export function unexplainedOf(totals: CurrencyTotals): number {
  const { funded_minor, absorbed_minor, ...where } = totals;
  const somewhere_minor =
    where.paid_out_minor +
    where.refunded_minor +
    where.earned_minor +
    where.charged_back_minor +
    where.held_minor;
  return funded_minor + absorbed_minor - somewhere_minor;
}
