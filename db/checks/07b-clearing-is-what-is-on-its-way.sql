-- The clearing account holds exactly the movements that are asked for and not yet confirmed.
-- examined: money_movements
select coalesce(a.currency, m.currency) as subject, format('clearing %s, open movements %s', coalesce(a.balance_minor, 0), coalesce(m.minor, 0)) as detail
from (select currency, balance_minor from ledger_accounts where code = 'stripe:clearing') a
full join (
  select currency, sum(case when kind = 'reversal' then -amount_minor else amount_minor end) as minor
  from money_movements where status in ('pending', 'blocked') group by currency
) m on m.currency = a.currency
where coalesce(a.balance_minor, 0) <> -coalesce(m.minor, 0)
