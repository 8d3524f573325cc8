/**
 * The repair: everything that is promised for a time and has not happened by then is asked for again, here in one place. Each part
 * only calls commands that do nothing when there is nothing to do.
 */

import { and, asc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { registerTracker } from "@/app/carriers/easypost";
import { closeExpiredOffers } from "@/app/domain/collaboration/close-offer";
import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import { returnRecovered } from "@/app/domain/ledger/return-recovered";
import { emit } from "@/app/domain/outbox/emit";
import { refreshStandings } from "@/app/domain/standing/refresh-standing";
import { now } from "@/app/lib/clock";
import { log } from "@/app/lib/log";
import { required } from "@/app/lib/one";
import { settleCheckout } from "@/app/stripe/checkout";
import { processLeftOver } from "@/app/stripe/inbox";
import { fetchMissedEvents } from "@/app/stripe/missed-events";
import { sendMovement } from "@/app/stripe/movements/send";
import { settleWaitingRefund } from "@/app/stripe/settle-objects";
import { db } from "@/db/client";
import { collaborations, parcels } from "@/db/schema/collaboration";
import { clawbacks, money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { submissions } from "@/db/schema/verification";
import { transact } from "@/db/transact";

/** How much of each kind one sweep takes on; the next one goes on from there. */
const LIMIT = 200;
/** Jobs are given this long before the sweep steps in. */
const PATIENCE_MS = 2 * 60_000;
const CHECKOUT_PATIENCE_MS = 10 * 60_000;

export type SweepResult = Record<
  | "deadlines"
  | "movements"
  | "waiting_refunds"
  | "recovered"
  | "missed_events"
  | "stripe_events"
  | "checkouts"
  | "verifications"
  | "parcels"
  | "offers"
  | "standings",
  number
>;

export async function sweep(): Promise<SweepResult> {
  return {
    deadlines: await passOverdueDeadlines(),
    missed_events: await orNone("missed events", fetchMissedEvents),
    stripe_events: await processLeftOver(LIMIT),
    checkouts: await settlePendingCheckouts(),
    movements: await finishMovements(),
    waiting_refunds: await settleWaitingRefunds(),
    recovered: await returnAllRecovered(),
    verifications: await requestLostVerifications(),
    parcels: await registerLostParcels(),
    offers: await transact((tx) => closeExpiredOffers(tx, LIMIT)),
    standings: await transact((tx) => refreshStandings(tx, LIMIT)),
  };
}

async function passOverdueDeadlines(): Promise<number> {
  const overdue = await db
    .select({ collaboration_id: collaborations.id, version: collaborations.version })
    .from(collaborations)
    .where(and(isNotNull(collaborations.due_at), lt(collaborations.due_at, now())))
    .orderBy(asc(collaborations.due_at))
    .limit(LIMIT);
  return each("deadline", overdue, (row) => transact((tx) => expireDeadline(tx, row)));
}

async function finishMovements(): Promise<number> {
  const open = await db
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(and(eq(money_movements.status, "pending"), lt(money_movements.created_at, ago(PATIENCE_MS))))
    .orderBy(asc(money_movements.created_at))
    .limit(LIMIT);
  return each("movement", open, ({ id }) => sendMovement(id));
}

/** Refunds that Stripe took on without having the money for them: it is asked whether they are done. */
async function settleWaitingRefunds(): Promise<number> {
  const waiting = await db
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(and(eq(money_movements.status, "blocked"), eq(money_movements.reason, "refund_waits")))
    .orderBy(asc(money_movements.created_at))
    .limit(LIMIT);
  return each("waiting refund", waiting, ({ id }) => settleWaitingRefund(id));
}

/** What was recovered from creators and had to wait for other pay on the same charge. */
async function returnAllRecovered(): Promise<number> {
  const waiting = await db
    .select({ id: clawbacks.id })
    .from(clawbacks)
    .where(lt(clawbacks.returned_minor, clawbacks.recovered_minor))
    .orderBy(asc(clawbacks.id))
    .limit(LIMIT);
  return each("recovered", waiting, ({ id }) => transact((tx) => returnRecovered(tx, id)));
}

/** A webhook that never came: Stripe is asked how the Checkout stands. */
async function settlePendingCheckouts(): Promise<number> {
  const pending = await db
    .select({ session_id: offer_payments.checkout_session_id })
    .from(offer_payments)
    .where(
      and(
        eq(offer_payments.status, "pending"),
        isNotNull(offer_payments.checkout_session_id),
        lt(offer_payments.created_at, ago(CHECKOUT_PATIENCE_MS)),
      ),
    )
    .orderBy(asc(offer_payments.created_at))
    .limit(LIMIT);
  return each("checkout", pending, ({ session_id }) => settleCheckout(required(session_id, "the Checkout")));
}

/** A submission that nobody has looked at although it was handed in a while ago. */
async function requestLostVerifications(): Promise<number> {
  const lost = await db
    .select({ submission_id: submissions.id, collaboration_id: submissions.collaboration_id })
    .from(submissions)
    .innerJoin(collaborations, eq(collaborations.id, submissions.collaboration_id))
    .where(
      and(
        eq(collaborations.state, "verifying"),
        sql`${submissions.verdict} is null`,
        lt(submissions.created_at, ago(PATIENCE_MS)),
        sql`not exists (select 1 from verifications v where v.submission_id = ${submissions.id})`,
      ),
    )
    .limit(LIMIT);
  return each("verification", lost, (row) => transact((tx) => emit(tx, "verification/requested", row)));
}

async function registerLostParcels(): Promise<number> {
  const lost = await db
    .select({ id: parcels.id })
    .from(parcels)
    .innerJoin(collaborations, eq(collaborations.id, parcels.collaboration_id))
    .where(
      and(
        sql`${parcels.tracker_id} is null`,
        inArray(collaborations.state, ["in_transit"]),
        lt(parcels.created_at, ago(PATIENCE_MS)),
      ),
    )
    .limit(LIMIT);
  return each("parcel", lost, ({ id }) => registerTracker(id));
}

/** Stripe may be away for an hour; the rest of the sweep does not wait for it. */
async function orNone(what: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    log.warn({ what, err: error }, "the sweep could not ask, it will ask again");
    return 0;
  }
}

function ago(ms: number): Date {
  return new Date(now().getTime() - ms);
}

/** One that fails must not keep the others waiting. @returns how many went through */
async function each<T>(what: string, rows: readonly T[], run: (row: T) => Promise<unknown>): Promise<number> {
  let done = 0;
  for (const row of rows) {
    try {
      await run(row);
      done++;
    } catch (error) {
      log.warn({ what, row, err: error }, "the sweep could not finish one, it will be tried again");
    }
  }
  return done;
}
