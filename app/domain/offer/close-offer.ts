/** Closing an offer: nobody new comes in, and what no slot has claimed goes back to the card it came from. */
import { and, asc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { fundings, offers } from "@/db/schema/offer";
import type { BrandActor } from "../actor";
import { endOpenApplications } from "../collaboration/end-open-applications";
import { peopleOf } from "../collaboration/remind";
import { intendRefund } from "../ledger/intend-refund";
import { emit } from "../outbox/emit";
import { changeStatus, lockOffer, type Offer, requireFinance } from "./lock-offer";

const OPEN = ["draft", "funded", "live", "paused"] as const;

/** Running collaborations go on; what they free later goes back to the card then. @returns what is refunded now, in minor units */
export async function closeOffer(tx: Tx, actor: BrandActor, offer_id: string): Promise<number> {
  requireFinance(actor);
  return close(tx, await lockOffer(tx, actor, offer_id));
}

/** On the day the brand named. Idempotent. @returns whether this call closed it */
export async function closeExpiredOffer(tx: Tx, offer_id: string): Promise<boolean> {
  const [offer] = await tx.select().from(offers).where(eq(offers.id, offer_id)).for("update");
  if (!offer || offer.status === "closed" || !offer.closes_at || offer.closes_at > now()) return false;
  await close(tx, offer);
  return true;
}

/** The sweep's part. @returns how many were closed */
export async function closeExpiredOffers(tx: Tx, limit: number): Promise<number> {
  const expired = await tx
    .select({ id: offers.id })
    .from(offers)
    .where(
      and(
        inArray(offers.status, ["funded", "live", "paused"]),
        isNotNull(offers.closes_at),
        lte(offers.closes_at, now()),
      ),
    )
    .orderBy(asc(offers.id))
    .limit(limit);
  for (const { id } of expired) await closeExpiredOffer(tx, id);
  return expired.length;
}

async function close(tx: Tx, offer: Offer): Promise<number> {
  const closed = await changeStatus(tx, offer, OPEN, { status: "closed", closed_at: now() });
  await endOpenApplications(tx, closed.id);
  const charges = await tx
    .select()
    .from(fundings)
    .where(and(eq(fundings.offer_id, closed.id), eq(fundings.status, "paid")))
    .orderBy(asc(fundings.id));
  let refunded_minor = 0;
  for (const charge of charges) {
    const rest_minor = charge.amount_minor - charge.claimed_minor - charge.refunded_minor;
    if (await intendRefund(tx, { funding_id: charge.id, amount_minor: rest_minor, cause: "close-offer" }))
      refunded_minor += rest_minor;
  }
  if (refunded_minor > 0)
    for (const user_id of await peopleOf(tx, { brand_id: closed.brand_id, creator_id: "" }, "brand"))
      await emit(tx, "email/requested", {
        template: "offer_closed_refund_sent",
        user_id,
        params: {
          offer_id: closed.id,
          offer_title: closed.title,
          amount_minor: refunded_minor,
          currency: closed.currency,
        },
      });
  return refunded_minor;
}
