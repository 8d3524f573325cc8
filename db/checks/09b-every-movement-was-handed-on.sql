-- Every movement was handed to the job that carries it out, and none was that does not exist.
-- examined: money_movements
select coalesce(m.id, o.movement_id) as subject, case when m.id is null then 'handed on but not created' else 'created but never handed on' end as detail
from money_movements m
full join (select distinct data ->> 'movement_id' as movement_id from outbox where name = 'movement/created') o on o.movement_id = m.id
where m.id is null or o.movement_id is null
