/** What a carrier tells about a parcel. Delivery starts the creator's clock; every other word is only kept and shown. */

import { and, eq } from "drizzle-orm";
import { one } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { collaborations, parcels } from "@/db/schema/collaboration";
import { SYSTEM } from "../actor";
import { transition } from "./transition";

export type ParcelNews = {
  tracking_code: string;
  carrier: string;
  tracker_id: string;
  status: string;
  /** When it happened at the carrier. */
  at: Date;
  history: Array<{ status: string; at: string; message?: string; place?: string }>;
};

/** Idempotent; news may come twice or out of order. @returns false when no parcel bears this tracking code */
export async function trackParcel(tx: Tx, news: ParcelNews): Promise<boolean> {
  const [known] = await tx
    .select({ id: parcels.id, collaboration_id: parcels.collaboration_id })
    .from(parcels)
    .where(and(eq(parcels.tracking_code, news.tracking_code), eq(parcels.carrier, news.carrier)));
  if (!known) return false;
  const delivered = news.status === "delivered";
  // The collaboration is locked before its parcel, as everywhere.
  const [collaboration] = await tx
    .select({ state: collaborations.state })
    .from(collaborations)
    .where(eq(collaborations.id, known.collaboration_id));
  if (delivered && collaboration?.state === "in_transit")
    await transition(tx, SYSTEM, {
      collaboration_id: known.collaboration_id,
      event: "deliver",
      data: { tracking_code: news.tracking_code },
      set: { delivered_at: news.at },
    });
  const parcel = one(
    await tx.select().from(parcels).where(eq(parcels.id, known.id)).for("update"),
    "the parcel",
  );
  // A delivered parcel stays delivered, whatever late news says.
  const settled = parcel.status === "delivered";
  await tx
    .update(parcels)
    .set({
      tracker_id: news.tracker_id,
      status: settled ? "delivered" : news.status,
      history: news.history.length >= parcel.history.length ? news.history : parcel.history,
      delivered_at: parcel.delivered_at ?? (delivered ? news.at : null),
    })
    .where(eq(parcels.id, known.id));
  return true;
}
