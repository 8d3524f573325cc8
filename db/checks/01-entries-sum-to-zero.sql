-- Entries of every transaction sum to zero per currency, and no transaction is empty.
-- examined: ledger_transactions
select t.id as subject, format('%s: entries sum to %s %s', t.kind, coalesce(sum(e.amount_minor), 0), coalesce(e.currency, '(none)')) as detail
from ledger_transactions t
left join ledger_entries e on e.transaction_id = t.id
group by t.id, t.kind, e.currency
having coalesce(sum(e.amount_minor), 0) <> 0 or count(e.id) = 0
