-- The balance of every account equals the sum of its entries on the account's natural side.
-- examined: ledger_accounts
with booked as (
  select account_id, sum(amount_minor) as minor from ledger_entries group by account_id
)
select a.code as subject, format('balance %s, entries %s %s', a.balance_minor, x.natural_minor, a.currency) as detail
from ledger_accounts a
left join booked b on b.account_id = a.id
cross join lateral (
  select coalesce(b.minor, 0) * case when a.kind in ('asset', 'expense') then 1 else -1 end as natural_minor
) x
where a.balance_minor <> x.natural_minor
