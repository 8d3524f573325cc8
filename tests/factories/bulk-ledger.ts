/** Books of many collaborations that have ended, written straight into the tables: only for looking at how lists of them are read. */
import { db, sql } from "@/db/client";
import type { OfferRow } from "./offers";

/**
 * One charge for ten collaborations; of each collaboration a hold, a release, a transfer that has settled, and its accounts at rest. A few
 * movements wait, a few failed, a few accounts hold something. `like` is the offer that all others look like.
 */
export async function seedBulkLedger(like: OfferRow, collaborations: number): Promise<void> {
  const charges = Math.ceil(collaborations / 10);
  await sql.begin(async (tx) => {
    // Made up, and only read by lists: whether each transaction balances would be asked of every entry for itself.
    await tx`alter table ledger_entries disable trigger user`;
    await tx`set local statement_timeout = 0`;
    await tx`
      insert into offers select (jsonb_populate_record(o, jsonb_build_object('id', 'offer_bulk' || i, 'title', 'Bulk offer ' || i))).*
      from offers o, generate_series(1, ${Math.ceil(charges / 5)}) i where o.id = ${like.id}`;
    await tx`
      insert into offer_payments (id, offer_id, brand_id, status, currency, amount_minor, claimed_minor, charge_id, paid_at, created_at)
      select 'funding_bulk' || i, 'offer_bulk' || (1 + i % ${Math.ceil(charges / 5)}), ${like.brand_id}, 'paid', 'USD', 110000, 110000,
        'ch_bulk' || i, at, at
      from generate_series(1, ${charges}) i cross join lateral (select now() - i * interval '1 minute' as at) t`;
    await tx`
      insert into ledger_accounts (code, currency, kind, balance_minor, non_negative)
      select 'collaboration:collab_' || to_char(i, 'FM00000000000') || ':held', 'USD', 'liability', case when i % 1000 = 0 then 11000 else 0 end, true
      from generate_series(1, ${collaborations}) i
      union all
      select 'offer:offer_' || to_char(i, 'FM00000000000') || ':budget', 'USD', 'liability', 0, true from generate_series(1, ${charges}) i
      on conflict do nothing`;
    await tx`
      insert into ledger_transactions (id, kind, idempotency_key, payment_id, created_at)
      select 'ltx_bulk' || i || k, k, k || ':bulk' || i, 'funding_bulk' || (1 + i % ${charges}), now() - i * interval '6 seconds'
      from generate_series(1, ${collaborations}) i, unnest(array['hold', 'release', 'transfer_pending', 'transfer_settled']) k
      union all
      select 'ltx_bulk_rare' || i, 'dispute_lost', 'rare:' || i, 'funding_bulk1', now() - interval '10 years' from generate_series(1, 3) i`;
    await tx`
      insert into ledger_entries (transaction_id, account_id, currency, amount_minor)
      select t.id, a.id, 'USD', a.sign * 100
      from ledger_transactions t, (
        select id, case when code = 'stripe:platform' then 1 else -1 end as sign from ledger_accounts
        where currency = 'USD' and (code = 'stripe:platform' or code = 'platform:fees')
      ) a where t.id like 'ltx_bulk%'`;
    await tx`
      insert into money_movements (id, kind, status, currency, amount_minor, idempotency_key, payment_id, stripe_id, created_at)
      select 'movement_bulk' || i, 'refund', 'settled', 'USD', 10000, 'refund:of' || i, 'funding_bulk' || (1 + i % ${charges}),
        're_bulk' || i, now() - i * interval '6 seconds'
      from generate_series(1, ${collaborations}) i
      union all
      select 'movement_old' || i, 'refund', case when i < 4 then 'failed' else 'blocked' end, 'USD', 10000, 'refund:bulk' || i, 'funding_bulk1',
        null, now() - interval '10 years' from generate_series(1, 6) i`;
    await tx`
      insert into stripe_events (id, type, payload, received_at, processed_at, outcome)
      select 'evt_bulk' || i, case when i % 5000 = 0 then 'charge.dispute.created' else 'charge.succeeded' end, '{}',
        now() - i * interval '6 seconds', now(), 'handled'
      from generate_series(1, ${collaborations}) i`;
    await tx`update ledger_accounts a set balance_minor = s.minor
      from (select account_id, sum(amount_minor) as minor from ledger_entries group by account_id) s
      where s.account_id = a.id and a.code in ('stripe:platform', 'platform:fees')`;
    await tx`alter table ledger_entries enable trigger user`;
  });
  await sql`analyze`;
}

/** The plan that PostgreSQL has for a statement, as text. */
export async function planOf(query: { toSQL(): { sql: string; params: unknown[] } }): Promise<string> {
  const { sql: text, params } = query.toSQL();
  const plan = await sql.unsafe(`explain ${text}`, params as never);
  return plan.map((row) => row["QUERY PLAN"]).join("\n");
}

/** The same for a statement that is written by hand. */
export async function planOfText(text: Parameters<typeof db.execute>[0]): Promise<string> {
  const plan = await db.execute<{ "QUERY PLAN": string }>(text);
  return [...plan].map((row) => row["QUERY PLAN"]).join("\n");
}
