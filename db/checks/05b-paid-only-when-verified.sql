-- Nothing becomes a creator's without a verification that passed or an operator's decision.
-- examined: ledger_transactions
select t.collaboration_id as subject, format('%s booked without proof', t.kind) as detail
from ledger_transactions t
where t.kind in ('release', 'split')
  and not exists (
    select 1 from submissions s where s.collaboration_id = t.collaboration_id and s.verdict = 'passed'
  )
  and not exists (
    select 1 from collaboration_events e
    where e.collaboration_id = t.collaboration_id
      and e.actor_kind = 'operator' and e.event in ('uphold_appeal', 'split_appeal', 'reimburse')
  )
