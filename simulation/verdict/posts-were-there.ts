/** What the platforms themselves say: nothing left for a post that nobody could see, and nothing was kept from one that everybody could. */
import type { Sql } from "postgres";
import type { Platforms } from "../outside/platforms";
import type { Violation } from "../simulation";

const HOUR_MS = 3_600_000;
/** Looks count for a day, and the clocks of machines differ. */
const LOOK_COUNTS_MS = 25 * HOUR_MS;
/** Who had no two days to put a post back, of which it was there for no moment, was not asked. */
const CURE_MS = 47 * HOUR_MS;

export async function holdAgainstPlatforms(sql: Sql, platforms: Platforms): Promise<Violation[]> {
  return [...(await paidForGone(sql, platforms)), ...(await keptFromLive(sql, platforms))];
}

async function paidForGone(sql: Sql, platforms: Platforms): Promise<Violation[]> {
  const sent = await sql<Array<{ id: string; url: string; at: Date }>>`
    select m.id, s.url, m.key_sent_at as at
    from money_movements m
    join collaborations c on c.id = m.collaboration_id
    join submissions s on s.id = c.paid_submission_id
    -- What was sent without a time, the check of the gate names.
    where m.kind = 'transfer' and m.status = 'settled' and m.key_sent_at is not null
      -- An operator may pay although the platform took a post down.
      and not exists (
        select 1 from collaboration_events e
        where e.collaboration_id = c.id and e.event in ('excuse_removal', 'uphold_appeal', 'split_appeal'))`;
  return sent
    .filter(({ url, at }) => !platforms.wasPublic(url, at.getTime() - LOOK_COUNTS_MS, at.getTime()))
    .map(({ id, url }) => ({ rule: "paid-for-gone", detail: `${id}: ${url}` }));
}

async function keptFromLive(sql: Sql, platforms: Platforms): Promise<Violation[]> {
  const ended = await sql<Array<{ id: string; url: string; at: Date }>>`
    select c.id, s.url, e.at
    from collaborations c
    join submissions s on s.id = c.paid_submission_id
    join collaboration_events e on e.collaboration_id = c.id and e.event = 'deadline_elapsed'
      and e.data ->> 'due_was' = 'removal_cure' and e.to_state in ('refunded', 'completed')`;
  return ended
    .filter(({ url, at }) => wasThereThroughout(platforms, url, at.getTime() - CURE_MS, at.getTime()))
    .map(({ id, url }) => ({ rule: "kept-from-live", detail: `${id}: ${url}` }));
}

/** Seen at the beginning, in the middle and at the end. */
function wasThereThroughout(platforms: Platforms, url: string, from_ms: number, to_ms: number): boolean {
  const middle_ms = (from_ms + to_ms) / 2;
  return [from_ms, middle_ms, to_ms].every((at_ms) => platforms.wasPublic(url, at_ms, at_ms));
}
