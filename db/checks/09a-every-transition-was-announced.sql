-- Every change of a collaboration is in the outbox, and nothing is announced that did not happen.
-- examined: collaboration_events
select coalesce(e.collaboration_id, o.collaboration_id) as subject, format('%s events, %s announced', coalesce(e.n, 0), coalesce(o.n, 0)) as detail
from (select collaboration_id, count(*) as n from collaboration_events group by collaboration_id) e
full join (
  select data ->> 'collaboration_id' as collaboration_id, count(*) as n from outbox where name = 'collaboration/transitioned' group by 1
) o on o.collaboration_id = e.collaboration_id
where coalesce(e.n, 0) <> coalesce(o.n, 0)
