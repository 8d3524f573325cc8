/** Recognises a blacklisted person who came back under another account. */

import { sql } from "drizzle-orm";
import type { CreatorId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";

const TRAITS = ["payout_account", "channel", "email", "phone", "address"] as const;
export type Trait = (typeof TRAITS)[number];

export type Recognition = { creator_id: CreatorId; trait: Trait };

/** A telephone number says who somebody is only from this many digits on. */
const TELLING_DIGITS = 7;

/**
 * Looks for a blacklisted creator who shares a payout account, a channel that was proven, a normalised e-mail, a telephone number
 * or a postal address with `creator_id`. Strongest trait first.
 *
 * @returns null when there is none, or when the creator was blacklisted themselves
 */
export async function detectBanEvasion(tx: Queryable, creator_id: CreatorId): Promise<Recognition | null> {
  const digits = (column: string) => sql.raw(`regexp_replace(${column}, '\\D', '', 'g')`);
  const squeezed = (alias: string) =>
    sql.raw(
      `lower(regexp_replace(${alias}.line1 || ${alias}.line2 || ${alias}.postal_code || ${alias}.country, '[^[:alnum:]]', '', 'g'))`,
    );
  const rows = await tx.execute<{ creator_id: CreatorId; trait: Trait }>(sql`
    with me as (
      select c.id, c.stripe_account_id, u.email_normalized
      from creators c join users u on u.id = c.user_id
      where c.id = ${creator_id}
    )
    select b.id as creator_id, found.trait
    from me
    cross join creators b
    join users bu on bu.id = b.user_id
    cross join lateral (values
      (1, 'payout_account', b.stripe_account_id = me.stripe_account_id),
      (2, 'channel', exists (
        select 1 from creator_channels mine
        join creator_channels theirs
          on theirs.platform = mine.platform
          and (theirs.handle_key = mine.handle_key or theirs.external_id = mine.external_id)
        where mine.creator_id = me.id and theirs.creator_id = b.id
          and mine.verified_at is not null)),
      (3, 'email', bu.email_normalized = me.email_normalized),
      (4, 'phone', exists (
        select 1 from creator_addresses mine join creator_addresses theirs
          on right(${digits("theirs.phone")}, 10) = right(${digits("mine.phone")}, 10)
        where mine.creator_id = me.id and theirs.creator_id = b.id
          and length(${digits("mine.phone")}) >= ${TELLING_DIGITS})),
      (5, 'address', exists (
        select 1 from creator_addresses mine join creator_addresses theirs
          on ${squeezed("theirs")} = ${squeezed("mine")}
        where mine.creator_id = me.id and theirs.creator_id = b.id))
    ) as found(rank, trait, holds)
    where b.standing = 'blacklisted' and b.id <> me.id and found.holds
    order by found.rank, b.id
    limit 1`);
  return rows[0] ?? null;
}
