/** Looks at the database after a command and holds it against the model. */

import { expect } from "vitest";
import { required } from "@/app/lib/one";
import { sql } from "@/db/client";
import { HOLDBACK_BPS, type Market } from "./market";
import { completed, type Money, moneyAfter, type Seen } from "./model";

type Booked = { id: string; version: number } & Money;

type Known = { seen: Seen; money: Money };

export type Real = {
  market: Market;
  /** Each collaboration as it was seen last, and where its money is by the model. */
  known: Map<string, Known>;
};

/** What was seen of each collaboration, what is in the books for it, and the slots that its offer counts. */
async function read(market: Market) {
  const offers = market.offers.map(({ id }) => id);
  const seen = await sql<Seen[]>`
    select id, offer_id, state, due_kind, version, sample_mode,
      (select event from collaboration_events e where e.collaboration_id = collaborations.id order by e.id desc limit 1) as event, fee_minor::int, platform_fee_minor::int,
      reimbursement_cap_minor::int, reimbursement_minor::int,
      (select coalesce(sum(e.amount_minor), 0)::int from ledger_transactions t
        join ledger_entries e on e.transaction_id = t.id join ledger_accounts a on a.id = e.account_id
        where t.collaboration_id = collaborations.id and t.kind = 'recovered' and a.code like 'creator:%:payable') as recovered_minor
    from collaborations where offer_id in ${sql(offers)}`;
  const booked = await sql<Booked[]>`
    select c.id,
      coalesce(-sum(e.amount_minor) filter (where a.code = 'collaboration:' || c.id || ':held'), 0)::int as held,
      coalesce(-sum(e.amount_minor) filter (where (a.code like 'creator:%:payable'
          and t.kind in ('release', 'split', 'holdback_released', 'release_reversed'))
        or (a.code = 'stripe:clearing' and t.kind = 'release_reversed')), 0)::int as earned,
      coalesce(-sum(e.amount_minor) filter (where a.code = 'platform:fees'), 0)::int as platform,
      coalesce(sum(e.amount_minor) filter (where a.code like 'creator:%:owed' and t.kind = 'clawback'), 0)::int as owed_back
    from collaborations c
    left join ledger_transactions t on t.collaboration_id = c.id
    left join ledger_entries e on e.transaction_id = t.id
    left join ledger_accounts a on a.id = e.account_id
    where c.offer_id in ${sql(offers)} group by c.id`;
  const slots = await sql<Array<{ id: string; slots_taken: number }>>`
    select id, slots_taken from offers where id in ${sql(offers)}`;
  return { seen, booked: new Map(booked.map((row) => [row.id, row])), slots };
}

/** @param refused the command was refused: nothing may have changed at all */
export async function hold({ market, known }: Real, refused: boolean): Promise<void> {
  const { seen, booked, slots } = await read(market);
  for (const now of seen) {
    const before = known.get(now.id);
    const moved = before?.seen.version !== now.version || before.seen.state !== now.state;
    if (refused) expect({ ...now }).toEqual(before?.seen);
    if (moved) known.set(now.id, { seen: { ...now }, money: after(before, now) });
    else known.set(now.id, { seen: { ...now }, money: before.money });
    const { slots: _, ...money } = required(known.get(now.id), "the money known before").money;
    const { id: __, ...books } = required(booked.get(now.id), "the books before");
    expect({ state: now.state, ...books }).toEqual({ state: now.state, ...money });
  }
  for (const { id, slots_taken } of slots) {
    const taken = seen
      .filter(({ offer_id }) => offer_id === id)
      .map((one) => required(known.get(one.id), "the money known before").money.slots);
    expect(slots_taken).toBe(taken.reduce((sum, n) => sum + n, 0));
  }
}

function after(before: Known | undefined, now: Seen): Money {
  const money = before?.money ?? { held: 0, earned: 0, platform: 0, owed_back: 0, slots: 0 };
  const moved = moneyAfter(money, before?.seen, now);
  if (now.state !== "completed") return moved;
  // The last part of the pay that arrived is the only good end; a removal that was not cured and an operator's word are not.
  const stayed_up = now.event === "settle_transfer";
  const kept_minor = Math.floor((now.fee_minor * HOLDBACK_BPS) / 10_000);
  return completed(money, now, kept_minor, stayed_up);
}
