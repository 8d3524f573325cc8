-- What creators owe, and what brands wait for, is what the debts say; what is on its way back by a reversal is neither.
-- examined: clawbacks
with debts as (
  select 'creator:' || c.creator_id || ':owed' as code, c.currency, sum(c.amount_minor - c.recovered_minor - coalesce(r.minor, 0)) as minor
  from clawbacks c
  left join (
    select clawback_id, sum(amount_minor) as minor from money_movements
    where kind = 'reversal' and status in ('pending', 'blocked') group by clawback_id
  ) r on r.clawback_id = c.id
  group by c.creator_id, c.currency
  union all
  select 'collaboration:' || collaboration_id || ':clawback', currency, amount_minor - returned_minor from clawbacks
), booked as (
  select code, currency, balance_minor as minor from ledger_accounts where code like 'creator:%:owed' or code like 'collaboration:%:clawback'
)
select coalesce(d.code, b.code) as subject, format('balance %s, debts %s', coalesce(b.minor, 0), coalesce(d.minor, 0)) as detail
from debts d
full join booked b on b.code = d.code and b.currency = d.currency
where coalesce(b.minor, 0) <> coalesce(d.minor, 0)
