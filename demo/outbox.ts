/** What a history leaves to be done: its letters were read long ago, but deadlines that still run need their jobs. */
import { sql } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { db } from "@/db/client";

/** Letters younger than this are still delivered, so that the mailbox of a new demo is not empty. */
const FRESH_HOURS = 24;

/**
 * Marks as handed on whatever has no effect any more: letters of the past, deadlines of steps that are over, movements that are
 * settled, looks that were taken, parcels that have arrived. The rest is left to the relay.
 */
export async function settleOutbox(): Promise<void> {
  const fresh = new Date(now().getTime() - FRESH_HOURS * 3_600_000).toISOString();
  await db.execute(sql`
    update outbox o set sent_at = now()
    where o.sent_at is null and case o.name
      when 'email/requested' then true
      when 'collaboration/transitioned' then (o.data ->> 'at')::timestamptz < ${fresh}::timestamptz
      when 'collaboration/deadline.set' then not exists (
        select 1 from collaborations c
        where c.id = o.data ->> 'collaboration_id' and c.version = (o.data ->> 'version')::int and c.due_at is not null)
      when 'movement/created' then not exists (
        select 1 from money_movements m where m.id = o.data ->> 'movement_id' and m.status = 'pending')
      when 'verification/requested' then exists (
        select 1 from submissions s where s.id = o.data ->> 'submission_id' and s.verdict is not null)
      when 'parcel/shipped' then exists (
        select 1 from parcels p where p.id = o.data ->> 'parcel_id' and p.tracker_id is not null)
      else false end`);
}
