-- Every transfer to a creator had, when it was sent: a pass or an operator's decision with a reason, a post that somebody had seen within a day (or an operator's word that came after it was gone), an ended hold, an undisputed charge, an account that could receive, and at most the amount that was decided.
-- examined: money_movements
with sent as (
  -- Of two machines one is ahead: what one saw a moment ago is in the future of the other.
  select m.*, interval '30 minutes' as clocks_differ, c.paid_submission_id, c.hold_until, c.share_minor, c.fee_minor, c.holdback_minor, c.reimbursement_minor
  from money_movements m join collaborations c on c.id = m.collaboration_id
  where m.kind = 'transfer' and not m.before_gate and (m.key_sent_at is not null or m.status = 'settled')
)
select s.id as subject, breach.detail
from sent s
left join lateral (
  select o.presence, o.created_at from post_observations o
  where o.submission_id = s.paid_submission_id and o.presence <> 'unknown' and o.created_at <= s.key_sent_at + s.clocks_differ
  order by o.created_at desc, o.id desc limit 1
) look on true
left join lateral (
  select max(e.at) as at from collaboration_events e
  where e.collaboration_id = s.collaboration_id and e.actor_kind = 'operator' and e.at <= s.key_sent_at + s.clocks_differ
    and e.event in ('uphold_appeal', 'split_appeal', 'reimburse', 'excuse_removal') and length(trim(e.data ->> 'note')) > 0
) decision on true
left join lateral (
  select p.id from submissions p
  where p.id = s.paid_submission_id and p.verdict = 'passed' and p.decided_at <= s.key_sent_at + s.clocks_differ
    and not exists (
      select 1 from submissions later
      where later.collaboration_id = p.collaboration_id and later.post_id = p.post_id and later.round > p.round and later.verdict = 'failed')
) pass on true
cross join lateral (values
  ('sent without a time', s.key_sent_at is null),
  ('sent without a pass or an operator''s decision', decision.at is null and (pass.id is null or s.share_minor is not null)),
  ('sent for a post that nobody had seen within a day',
    s.paid_submission_id is not null and not coalesce(
      (look.presence = 'live' and look.created_at >= s.key_sent_at - interval '24 hours')
      or (look.presence = 'not_live' and decision.at >= look.created_at), false)),
  ('sent before its hold had ended', s.hold_until is null or s.hold_until > s.key_sent_at),
  ('sent while its charge was disputed', exists (
    select 1 from disputes d
    where d.payment_id = s.payment_id and d.froze_at <= s.key_sent_at and (d.closed_at is null or d.closed_at > s.key_sent_at))),
  ('sent to no account that could receive it', s.destination is null),
  ('sent above what was decided', s.amount_minor > case s.idempotency_key
    when 'transfer:' || s.collaboration_id then coalesce(s.share_minor, s.fee_minor - s.holdback_minor) + s.reimbursement_minor
    when 'kept-back:' || s.collaboration_id then s.holdback_minor
    else 0 end)
) as breach(detail, broken)
where breach.broken
