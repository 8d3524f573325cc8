-- No account that holds somebody's money is below zero.
-- examined: ledger_accounts
select code as subject, format('balance %s %s', balance_minor, currency) as detail
from ledger_accounts
where balance_minor < 0 and (non_negative or kind = 'liability')
