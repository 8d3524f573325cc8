-- In total and per currency, what is there and was spent equals what is owed and was earned.
-- examined: ledger_accounts
select currency as subject,
  format('assets and expenses %s, liabilities and revenue %s',
    sum(balance_minor) filter (where kind in ('asset', 'expense')), sum(balance_minor) filter (where kind in ('liability', 'revenue'))) as detail
from ledger_accounts
group by currency
having coalesce(sum(balance_minor) filter (where kind in ('asset', 'expense')), 0)
    <> coalesce(sum(balance_minor) filter (where kind in ('liability', 'revenue')), 0)
