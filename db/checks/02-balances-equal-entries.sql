-- The balance of every account equals the sum of its entries on the account's natural side.
-- examined: ledger_accounts
select a.code as subject, format('balance %s, entries %s %s', a.balance_minor, s.natural_minor, a.currency) as detail
from ledger_accounts a
cross join lateral (
  select coalesce(sum(e.amount_minor), 0) * case when a.kind in ('asset', 'expense') then 1 else -1 end as natural_minor
  from ledger_entries e where e.account_id = a.id
) s
where a.balance_minor <> s.natural_minor
