-- A closed offer has no money of its own left: what nobody claimed went back to the card, unless a bank is still deciding about the charge.
-- examined: offers
select o.id as subject, format('%s %s left in the budget', a.balance_minor, a.currency) as detail
from ledger_accounts a
join offers o on o.id = split_part(a.code, ':', 2)
where a.code like 'offer:%:budget' and a.balance_minor <> 0 and o.status = 'closed'
  and not exists (select 1 from offer_payments f where f.offer_id = o.id and f.frozen_at is not null)
