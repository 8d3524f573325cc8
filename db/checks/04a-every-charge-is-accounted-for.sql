-- Of every charge: captured = refunded + transferred or owed to creators + fees earned + charged back + still held + unclaimed.
-- examined: offer_payments
with booked as (
  -- What of the charge is in somebody's account; debts of creators and losses of the platform are what somebody has too much.
  select t.payment_id, sum(-e.amount_minor) as minor
  from ledger_transactions t
  join ledger_entries e on e.transaction_id = t.id
  join ledger_accounts a on a.id = e.account_id
  where a.code not like 'stripe:%' and a.code <> 'platform:stripe_fees'
  group by t.payment_id
), moved as (
  select payment_id,
    coalesce(sum(amount_minor) filter (where kind in ('refund', 'transfer')), 0)
      - coalesce(sum(amount_minor) filter (where kind = 'reversal'), 0) as minor
  from money_movements where status <> 'failed' group by payment_id
), lost as (
  select payment_id, sum(amount_minor) as minor from disputes where status = 'lost' group by payment_id
)
select f.id as subject, format('captured %s, accounted for %s %s', f.amount_minor, x.accounted_minor, f.currency) as detail
from offer_payments f
left join booked b on b.payment_id = f.id
left join moved m on m.payment_id = f.id
left join lost l on l.payment_id = f.id
cross join lateral (
  select coalesce(b.minor, 0) + coalesce(m.minor, 0) + coalesce(l.minor, 0) as accounted_minor
) x
where f.status = 'paid' and f.amount_minor <> x.accounted_minor
