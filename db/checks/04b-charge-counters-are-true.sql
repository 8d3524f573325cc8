-- What a charge counts as claimed and refunded is what the books and the movements say.
-- examined: fundings
with claimed as (
  select t.funding_id, coalesce(sum(e.amount_minor), 0) as minor
  from ledger_transactions t
  join ledger_entries e on e.transaction_id = t.id
  join ledger_accounts a on a.id = e.account_id
  where t.kind in ('hold', 'void', 'release', 'split') and a.code like 'offer:%:budget'
  group by t.funding_id
), refunded as (
  select funding_id, sum(amount_minor) as minor from money_movements where kind = 'refund' group by funding_id
)
select f.id as subject,
  format('claimed %s (books %s), refunded %s (movements %s)', f.claimed_minor, coalesce(c.minor, 0), f.refunded_minor, coalesce(r.minor, 0)) as detail
from fundings f
left join claimed c on c.funding_id = f.id
left join refunded r on r.funding_id = f.id
where f.claimed_minor <> coalesce(c.minor, 0) or f.refunded_minor <> coalesce(r.minor, 0)
