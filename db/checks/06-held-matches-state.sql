-- A collaboration holds its whole amount until it is decided, then what is kept back until that is the creator's too, and at its end exactly 0.
-- examined: collaborations
select c.id as subject, format('%s holds %s, should hold %s %s', c.state, coalesce(a.balance_minor, 0), x.held_minor, c.currency) as detail
from collaborations c
left join ledger_accounts a on a.code = 'collaboration:' || c.id || ':held' and a.currency = c.currency
cross join lateral (
  select case
    when c.state in ('agreed', 'awaiting_sample', 'in_transit', 'creating', 'overdue', 'cancelling', 'verifying', 'in_review', 'changes_requested', 'rejected', 'appealed')
      then c.fee_minor + c.platform_fee_minor + c.reimbursement_cap_minor
    when c.state in ('approved', 'paid', 'monitoring') and not exists (
      select 1 from ledger_transactions t where t.idempotency_key = 'settle-kept-back:' || c.id) then c.holdback_minor
    else 0 end as held_minor
) x
where coalesce(a.balance_minor, 0) <> x.held_minor
