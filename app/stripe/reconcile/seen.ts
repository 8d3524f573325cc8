/**
 * Which of Stripe's objects this run has seen. Kept in a temporary table of one connection, so that a run over millions of them
 * needs no memory here, and what is missing at Stripe is one anti-join.
 */

import type { ReservedSql } from "postgres";
import type { CreatorId, MovementId } from "@/app/lib/ids";
import { sql } from "@/db/client";

/** One page of an anti-join over a year of movements may take longer than what a page of the app may. */
const STATEMENT_TIMEOUT_MS = 120_000;

/** `since` is an ISO instant here: that is how this connection takes one. */
export type Unseen<Id extends string = string> = { id: Id; stripe_id: string };

export class Seen {
  private constructor(private readonly connection: ReservedSql) {}

  static async open(): Promise<Seen> {
    const connection = await sql.reserve();
    try {
      await connection`create temp table if not exists reconcile_seen (stripe_id text primary key)`;
      await connection`truncate reconcile_seen`;
      await connection.unsafe(`set statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
      return new Seen(connection);
    } catch (error) {
      connection.release();
      throw error;
    }
  }

  /** @returns those that this run had not seen before */
  async add(stripe_ids: readonly string[]): Promise<Set<string>> {
    if (stripe_ids.length === 0) return new Set();
    const fresh = await this.connection<Array<{ stripe_id: string }>>`
      insert into reconcile_seen select distinct unnest(${stripe_ids as string[]}::text[])
      on conflict do nothing returning stripe_id`;
    return new Set(fresh.map(({ stripe_id }) => stripe_id));
  }

  /** Settled movements of `kind` that Stripe has not shown, in the order of their ids, from `after` on. */
  movements(kind: string, since: string | null, after: string, limit: number): Promise<Unseen<MovementId>[]> {
    return this.connection<Unseen<MovementId>[]>`
      select m.id, m.stripe_id from money_movements m
      where m.status = 'settled' and m.kind = ${kind} and m.stripe_id is not null and m.id > ${after}
        and (${since}::timestamptz is null or m.settled_at >= ${since})
        and not exists (select 1 from reconcile_seen s where s.stripe_id = m.stripe_id)
      order by m.id limit ${limit}`;
  }

  /** Paid offer_payments whose charge Stripe has not shown. */
  charges(since: string | null, after: string, limit: number): Promise<Unseen[]> {
    return this.connection<Unseen[]>`
      select f.id, f.charge_id as stripe_id from offer_payments f
      where f.status = 'paid' and f.charge_id is not null and f.id > ${after}
        and (${since}::timestamptz is null or f.paid_at >= ${since})
        and not exists (select 1 from reconcile_seen s where s.stripe_id = f.charge_id)
      order by f.id limit ${limit}`;
  }

  /** Card disputes that are open, or were opened since then, and that Stripe has not shown. */
  disputes(since: string | null, after: string, limit: number): Promise<Unseen[]> {
    return this.connection<Unseen[]>`
      select d.id, d.id as stripe_id from disputes d
      where d.id > ${after} and (d.status = 'open' or ${since}::timestamptz is null or d.created_at >= ${since})
        and not exists (select 1 from reconcile_seen s where s.stripe_id = d.id)
      order by d.id limit ${limit}`;
  }

  /** Accounts that money waits for, or is on its way to, and that Stripe has not shown. */
  accounts(after: string, limit: number): Promise<Unseen<CreatorId>[]> {
    return this.connection<Unseen<CreatorId>[]>`
      select c.id, c.stripe_account_id as stripe_id from creators c
      where c.id > ${after} and c.stripe_account_id is not null
        and exists (select 1 from money_movements m
          where m.creator_id = c.id and m.status in ('pending', 'blocked'))
        and not exists (select 1 from reconcile_seen s where s.stripe_id = c.stripe_account_id)
      order by c.id limit ${limit}`;
  }

  async close(): Promise<void> {
    try {
      await this.connection`drop table if exists reconcile_seen`;
      await this.connection`reset statement_timeout`;
    } finally {
      this.connection.release();
    }
  }
}
