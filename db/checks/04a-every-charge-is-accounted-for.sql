-- Of every charge: captured = refunded + transferred or owed to creators + fees earned + still held + unclaimed.
-- examined: fundings
with booked as (
  select t.funding_id,
    sum(-e.amount_minor) filter (where a.code like 'offer:%:budget') as budget_minor,
    sum(-e.amount_minor) filter (where a.code like 'collaboration:%:held') as held_minor,
    sum(-e.amount_minor) filter (where a.code like 'creator:%:payable') as payable_minor,
    sum(-e.amount_minor) filter (where a.code = 'platform:fees') as fees_minor,
    sum(-e.amount_minor) filter (where a.code like 'brand:%:available') as available_minor
  from ledger_transactions t
  join ledger_entries e on e.transaction_id = t.id
  join ledger_accounts a on a.id = e.account_id
  group by t.funding_id
), moved as (
  select funding_id,
    coalesce(sum(amount_minor) filter (where kind = 'refund' and status <> 'failed'), 0) as refunded_minor,
    coalesce(sum(amount_minor) filter (where kind = 'transfer'), 0) as transferred_minor
  from money_movements group by funding_id
)
select f.id as subject, format('captured %s, accounted for %s %s', f.amount_minor, x.accounted_minor, f.currency) as detail
from fundings f
left join booked b on b.funding_id = f.id
left join moved m on m.funding_id = f.id
cross join lateral (
  select coalesce(b.budget_minor, 0) + coalesce(b.held_minor, 0) + coalesce(b.payable_minor, 0) + coalesce(b.fees_minor, 0)
    + coalesce(b.available_minor, 0) + coalesce(m.refunded_minor, 0) + coalesce(m.transferred_minor, 0) as accounted_minor
) x
where f.status = 'paid' and f.amount_minor <> x.accounted_minor
