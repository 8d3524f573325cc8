-- Exactly the charges under dispute are frozen, and every dispute that was lost is booked.
-- examined: disputes
select f.id as subject, case when f.frozen_at is null then 'disputed and not frozen' else 'frozen without a dispute' end as detail
from offer_payments f
where (f.frozen_at is not null) <> exists (
  select 1 from disputes d where d.payment_id = f.id and d.status = 'open' and d.stripe_status not like 'warning_%' and d.stripe_status <> 'prevented'
)
union all
select d.id, 'lost and not booked' from disputes d
where d.status = 'lost' and not exists (select 1 from ledger_transactions t where t.idempotency_key = 'dispute-lost:' || d.id)
