/** When faults have stopped and time has run on, everything has ended: nothing waits, nothing is under way, nothing was forgotten. */
import type { Sql } from "postgres";
import { END_STATES } from "@/app/domain/collaboration/vocabulary";
import type { Emails } from "../emails";
import type { Violation } from "../simulation";

export type Totals = {
  collaborations: number;
  ended: number;
  stuck: number;
  captured_minor: number;
  released_minor: number;
  refunded_minor: number;
  fees_minor: number;
};

/**
 * What may be left over at the end: nothing, but refunds for which the platform has no money at Stripe after a lost dispute, until somebody
 * pays it in; whether Stripe has done one meanwhile, `stripe-agrees` asks. Each query answers subject and detail of what is.
 */
const LEFT_OVER: Record<string, string> = {
  "collaboration-stuck": `select id as subject, format('%s, due %s %s', state, due_kind, due_at) as detail from collaborations where ended_at is null`,
  "movement-open": `select id as subject, format('%s %s %s, %s tries', kind, status, coalesce(reason, ''), attempts) as detail from money_movements where status in ('pending', 'blocked')
    and not (kind = 'refund' and reason = 'refund_waits')`,
  "payment-pending": `select id as subject, format('session %s', checkout_session_id) as detail from offer_payments where status = 'pending' and checkout_session_id is not null`,
  "event-not-processed": `select id as subject, format('%s after %s tries: %s', type, attempts, error) as detail from stripe_events where processed_at is null`,
  "outbox-not-sent": `select id::text as subject, name as detail from outbox where sent_at is null`,
  "recovered-not-returned": `select id as subject, format('%s recovered, %s returned', recovered_minor, returned_minor) as detail from clawbacks where returned_minor < recovered_minor`,
  "dispute-open": `select id as subject, stripe_status as detail from disputes where status = 'open'`,
  "owed-not-paid": `select code as subject, format('%s %s', balance_minor, currency) as detail from ledger_accounts where code like 'creator:%:payable' and balance_minor <> 0`,
  // A post that passed is paid, unless its creator let the pay go, an operator decided otherwise, the post was gone (`posts-were-there` asks the platform), or the bank took the charge.
  "passed-not-paid": `select c.id as subject, format('%s by %s %s', c.state, e.actor_kind, e.event) as detail from collaborations c
    join lateral (select event, actor_kind, data from collaboration_events e where e.collaboration_id = c.id order by e.id desc limit 1) e on true
    where c.state in ('cancelled', 'defaulted', 'refunded', 'expired')
      and exists (select 1 from submissions s where s.collaboration_id = c.id and s.verdict = 'passed')
      and not (e.actor_kind = 'creator' and e.event in ('cancel', 'accept_rejection') or e.actor_kind = 'operator' or e.event = 'lose_charge'
        or e.data ->> 'due_was' in ('removal_cure', 'removal_decision')
        or not exists (select 1 from submissions s where s.collaboration_id = c.id and s.verdict = 'passed' and not exists (
          select 1 from submissions later where later.collaboration_id = s.collaboration_id and later.post_id = s.post_id and later.round > s.round and later.verdict = 'failed')))`,
  "budget-not-refunded": `select a.code as subject, format('%s %s', a.balance_minor, a.currency) as detail from ledger_accounts a
    join offers o on a.code = 'offer:' || o.id || ':budget' where o.status = 'closed' and a.balance_minor <> 0`,
};

const MAX_OF_A_KIND = 5;

export async function findLeftOver(sql: Sql): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const [rule, query] of Object.entries(LEFT_OVER)) {
    const rows = await sql.unsafe<Array<{ subject: string; detail: string }>>(
      `select subject, detail from (${query}) found order by subject limit ${MAX_OF_A_KIND}`,
    );
    for (const { subject, detail } of rows) violations.push({ rule, detail: `${subject}: ${detail}` });
  }
  return violations;
}

/** Every event that called for letters has them, and no letter is of an event that nobody wrote. */
export async function checkEmails(sql: Sql, emails: Emails): Promise<Violation[]> {
  const rows = await sql<Array<{ id: string; sides: number }>>`
    select 'outbox-' || id as id,
      case name when 'email/requested' then 1 else jsonb_array_length(data -> 'notify') end as sides
    from outbox where name in ('collaboration/transitioned', 'email/requested')`;
  const called_for = new Map(rows.filter(({ sides }) => sides > 0).map(({ id, sides }) => [id, sides]));
  const violations: Violation[] = [];
  for (const [id, sides] of called_for)
    if (emails.written.get(id) !== sides)
      violations.push({ rule: "email-missing", detail: `${id} calls for ${sides}` });
  for (const id of emails.written.keys())
    if (!called_for.has(id)) violations.push({ rule: "email-not-due", detail: id });
  return violations.slice(0, MAX_OF_A_KIND);
}

/** Minor units of whatever currency, added up. */
export async function addUp(sql: Sql): Promise<Totals> {
  const [row] = await sql<[Totals]>`
    select
      (select count(*)::int from collaborations) as collaborations,
      (select count(*)::int from collaborations where state in ${sql(END_STATES as unknown as string[])}) as ended,
      (select count(*)::int from collaborations where ended_at is null) as stuck,
      (select coalesce(sum(amount_minor), 0)::float8 from offer_payments where status = 'paid') as captured_minor,
      (select coalesce(sum(case kind when 'transfer' then amount_minor else -amount_minor end), 0)::float8 from money_movements
        where kind in ('transfer', 'reversal') and status = 'settled') as released_minor,
      (select coalesce(sum(amount_minor), 0)::float8 from money_movements where kind = 'refund' and status = 'settled') as refunded_minor,
      (select coalesce(sum(balance_minor), 0)::float8 from ledger_accounts where code = 'platform:fees') as fees_minor`;
  return row;
}
