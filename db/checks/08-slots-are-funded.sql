-- An offer never has more accepted collaborations than funded slots, and its count of them is true.
-- examined: offers
select o.id as subject, format('%s slots, %s counted, %s accepted', o.slots, o.slots_taken, coalesce(c.accepted, 0)) as detail
from offers o
left join (
  select offer_id, count(*) as accepted from collaborations
  where agreed_at is not null and state not in ('cancelled', 'defaulted', 'refunded')
  group by offer_id
) c on c.offer_id = o.id
where o.slots_taken <> coalesce(c.accepted, 0) or o.slots_taken > o.slots
