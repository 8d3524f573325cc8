-- A collaboration is paid at most once, and never more than its fee and what the sample cost.
-- examined: collaborations
select c.id as subject, format('%s transfers of %s %s in all, owed at most %s', count(*), sum(m.amount_minor), c.currency, c.fee_minor + c.reimbursement_minor) as detail
from collaborations c
join money_movements m on m.collaboration_id = c.id and m.kind = 'transfer'
group by c.id
having count(*) > 1 or sum(m.amount_minor) > c.fee_minor + c.reimbursement_minor
