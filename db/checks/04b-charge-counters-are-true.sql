-- What a charge counts as claimed, refunded and charged back is what the books and the movements say.
-- examined: offer_payments
with booked as (
  select t.payment_id,
    coalesce(sum(e.amount_minor) filter (where a.code like 'offer:%:budget'
        and t.kind in ('hold', 'void', 'release', 'split', 'holdback_returned', 'release_reversed')), 0)
      - coalesce(sum(e.amount_minor) filter (where a.code like 'collaboration:%:clawback' and t.kind = 'refund_pending'), 0) as claimed_minor,
    coalesce(sum(e.amount_minor) filter (where a.code like 'offer:%:budget' and t.kind = 'dispute_lost'), 0) as charged_back_minor
  from ledger_transactions t
  join ledger_entries e on e.transaction_id = t.id
  join ledger_accounts a on a.id = e.account_id
  group by t.payment_id
), refunded as (
  select payment_id, sum(amount_minor) as minor from money_movements where kind = 'refund' group by payment_id
)
select f.id as subject,
  format('claimed %s (books %s), refunded %s (movements %s), charged back %s (books %s)', f.claimed_minor, x.claimed_minor,
    f.refunded_minor, x.refunded_minor, f.charged_back_minor, x.charged_back_minor) as detail
from offer_payments f
left join booked b on b.payment_id = f.id
left join refunded r on r.payment_id = f.id
cross join lateral (
  select coalesce(b.claimed_minor, 0) as claimed_minor, coalesce(r.minor, 0) as refunded_minor,
    coalesce(b.charged_back_minor, 0) as charged_back_minor
) x
where (f.claimed_minor, f.refunded_minor, f.charged_back_minor) is distinct from (x.claimed_minor, x.refunded_minor, x.charged_back_minor)
