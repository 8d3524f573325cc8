-- Entries of every transaction sum to zero per currency, and no transaction is empty.
-- examined: ledger_transactions
with booked as (
  select transaction_id, currency, sum(amount_minor) as minor from ledger_entries group by transaction_id, currency
)
select t.id as subject, format('%s: entries sum to %s %s', t.kind, coalesce(b.minor, 0), coalesce(b.currency, '(none)')) as detail
from ledger_transactions t
left join booked b on b.transaction_id = t.id
where b.minor is null or b.minor <> 0
