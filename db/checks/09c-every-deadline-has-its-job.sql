-- Every running deadline was handed to a job that wakes for it.
-- examined: collaborations
select c.id as subject, format('%s due %s at version %s has no job', c.due_kind, c.due_at, c.version) as detail
from collaborations c
where c.due_at is not null
  and not exists (
    select 1 from outbox o
    where o.name = 'collaboration/deadline.set' and o.data ->> 'collaboration_id' = c.id
      and (o.data ->> 'due_kind') = c.due_kind and (o.data ->> 'due_at')::timestamptz = c.due_at
  )
