/**
 * How old held funds are. Stripe lets a platform hold money for about 90 days; ours goes to where it belongs within 80, and an operator
 * is told before that. Money is as old as the charge that brought it.
 */

import { type SQL, sql } from "drizzle-orm";
import { DAY_MS, now } from "@/app/lib/clock";
import type { CollaborationId, OfferId } from "@/app/lib/ids";
import { type Cursor, PAGE_SIZE, type Page, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";

/** The last day on which money may still be held. */
export const MAX_DAYS_HELD = 80;
/** From this day on an operator is told. */
export const ALARM_DAYS = 75;
/** Where one age group ends and the next one begins, in days. */
const BOUNDS_DAYS = [30, 60, ALARM_DAYS, MAX_DAYS_HELD] as const;

/** budget: no collaboration has claimed it · held: for a running collaboration · payable, movement: a creator's or a card's, not yet sent */
export type HeldPart = "budget" | "held" | "payable" | "movement" | "recovered";

export type HeldFunds = {
  part: HeldPart;
  /** The collaboration, the movement or, for a budget, the funding. */
  subject: string;
  collaboration_id: CollaborationId | null;
  offer_id: OfferId;
  offer_title: string;
  charge_id: string;
  currency: string;
  amount_minor: number;
  /** When the charge was paid. */
  paid_at: Date;
  age_days: number;
};

export type HeldAgeGroup = {
  currency: string;
  /** From so many days on, up to the next group's beginning. */
  from_days: number;
  parts: number;
  amount_minor: number;
};

/** Everything that is held for somebody, one row a part of a charge. */
const HELD = sql`
  select 'held' as part, c.id as subject, c.id as collaboration_id, c.payment_id, a.balance_minor as amount_minor
  from ledger_accounts a join collaborations c on a.code = 'collaboration:' || c.id || ':held'
  where a.balance_minor > 0
  union all
  select 'budget', f.id, null, f.id, f.amount_minor - f.claimed_minor - f.refunded_minor - f.charged_back_minor
  from offer_payments f where f.status = 'paid'
    and f.amount_minor > f.claimed_minor + f.refunded_minor + f.charged_back_minor
  union all
  select 'payable', t.collaboration_id, t.collaboration_id, t.payment_id, sum(-e.amount_minor)
  from ledger_accounts a
  join ledger_entries e on e.account_id = a.id
  join ledger_transactions t on t.id = e.transaction_id
  where a.code like 'creator:%:payable' and a.balance_minor > 0
  group by t.collaboration_id, t.payment_id having sum(-e.amount_minor) > 0
  union all
  select 'movement', m.id, m.collaboration_id, m.payment_id, m.amount_minor
  from money_movements m where m.status in ('pending', 'blocked') and m.kind <> 'reversal'
  union all
  select 'recovered', w.collaboration_id, w.collaboration_id, c.payment_id, w.recovered_minor - w.returned_minor
  from clawbacks w join collaborations c on c.id = w.collaboration_id
  where w.returned_minor < w.recovered_minor`;

/** How much is how old, per currency; only groups that hold something, youngest first. */
export async function readHeldAgeGroups(tx: Queryable): Promise<HeldAgeGroup[]> {
  const group = sql.join(
    [...BOUNDS_DAYS]
      .reverse()
      .map((days) => sql`when f.paid_at <= ${daysAgo(days)} then ${sql.raw(String(days))}`),
    sql` `,
  );
  const rows = await tx.execute<{
    currency: string;
    from_days: number;
    parts: number;
    amount_minor: number;
  }>(sql`
    select f.currency, case ${group} else 0 end as from_days, count(*)::int as parts,
      sum(h.amount_minor)::float8 as amount_minor
    from (${HELD}) h join offer_payments f on f.id = h.payment_id
    group by 1, 2 order by 1, 2`);
  return [...rows];
}

/** What is held from charges older than `days`, oldest first. */
export async function listHeldLonger(
  tx: Queryable,
  days: number,
  after: Cursor | null = null,
  size = PAGE_SIZE,
): Promise<Page<HeldFunds>> {
  const since = after
    ? sql`and (f.paid_at, h.part || ':' || h.subject) > (${after.key}::timestamptz, ${after.id})`
    : sql``;
  const read = (max: number) =>
    tx.execute<Omit<HeldFunds, "paid_at" | "age_days"> & { paid_at: string }>(sql`
    select h.part, h.subject, h.collaboration_id, f.offer_id, o.title as offer_title, f.charge_id, f.currency,
      h.amount_minor::float8 as amount_minor, f.paid_at
    from (${HELD}) h join offer_payments f on f.id = h.payment_id join offers o on o.id = f.offer_id
    where f.paid_at <= ${daysAgo(days)} ${since}
    order by f.paid_at, h.part || ':' || h.subject limit ${max}`);
  const { rows, next } = await pageOf(
    async (max) => [...(await read(max))].map((row) => ({ ...row, paid_at: new Date(row.paid_at) })),
    size,
    ({ paid_at, part, subject }) => ({ key: paid_at.toISOString(), id: `${part}:${subject}` }),
  );
  const at = now().getTime();
  return {
    rows: rows.map((row) => ({ ...row, age_days: Math.floor((at - row.paid_at.getTime()) / DAY_MS) })),
    next,
  };
}

function daysAgo(days: number): SQL {
  return sql`${new Date(now().getTime() - days * DAY_MS).toISOString()}::timestamptz`;
}
