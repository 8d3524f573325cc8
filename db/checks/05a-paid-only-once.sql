-- A collaboration is paid at most once, its holdback at most once, and never more than its fee and what the sample cost.
-- examined: collaborations
select c.id as subject, format('%s transfers of %s %s in all, owed up to %s', count(*), sum(m.amount_minor), c.currency, c.fee_minor + c.reimbursement_minor) as detail
from collaborations c
join money_movements m on m.collaboration_id = c.id and m.kind = 'transfer' and m.status <> 'failed'
group by c.id
having count(*) filter (where m.idempotency_key like 'transfer:%') > 1
  or count(*) filter (where m.idempotency_key not like 'transfer:%') > 1
  or sum(m.amount_minor) > c.fee_minor + c.reimbursement_minor
