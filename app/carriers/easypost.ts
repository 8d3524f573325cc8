/** Parcels, as EasyPost's tracker API tells of them (POST /v2/trackers, webhook `tracker.updated`). */

import { createHmac, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { trackParcel } from "@/app/domain/collaboration/track-parcel";
import { now } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import type { ParcelId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { parcels } from "@/db/schema/collaboration";
import { transact } from "@/db/transact";

const TIMEOUT_MS = 15_000;

const trackerSchema = z.object({
  id: z.string(),
  tracking_code: z.string(),
  carrier: z.string(),
  status: z.string(),
  tracking_details: z
    .array(
      z.object({
        status: z.string(),
        datetime: z.string(),
        message: z.string().nullish(),
        tracking_location: z.object({ city: z.string().nullish(), country: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});
export type Tracker = z.infer<typeof trackerSchema>;

/** @throws when the service refuses or does not answer; asked again by the job. The same parcel twice is one tracker there. */
export async function registerTracker(parcel_id: ParcelId): Promise<void> {
  const [parcel] = await db.select().from(parcels).where(eq(parcels.id, parcel_id));
  if (!parcel || parcel.tracker_id) return;
  const response = await fetch(`${env.EASYPOST_BASE_URL}/v2/trackers`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${env.EASYPOST_API_KEY}:`).toString("base64")}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ tracker: { tracking_code: parcel.tracking_code, carrier: parcel.carrier } }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`EasyPost answered ${response.status} for parcel ${parcel_id}`);
  await recordTracker(trackerSchema.parse(await response.json()));
}

/** Reads a webhook's body. @returns the tracker, or null when the signature is wrong or it is about something else */
export function readTrackerEvent(
  body: string,
  signature: string | null,
): { valid: boolean; tracker: Tracker | null } {
  if (!isSigned(body, signature)) return { valid: false, tracker: null };
  const event = z.object({ description: z.string(), result: trackerSchema }).safeParse(parseJson(body));
  return { valid: true, tracker: event.success ? event.data.result : null };
}

/** Keeps what the carrier says; delivery moves the collaboration. @returns false for a parcel that is not ours */
export async function recordTracker(tracker: Tracker): Promise<boolean> {
  const history = (tracker.tracking_details ?? []).map(
    ({ status, datetime, message, tracking_location }) => ({
      status,
      at: datetime,
      message: message ?? undefined,
      place: [tracking_location?.city, tracking_location?.country].filter(Boolean).join(", ") || undefined,
    }),
  );
  const told_at = history.findLast(({ status }) => status === tracker.status)?.at;
  const at = told_at && Number.isFinite(Date.parse(told_at)) ? new Date(told_at) : now();
  return transact((tx) =>
    trackParcel(tx, {
      tracking_code: tracker.tracking_code,
      carrier: tracker.carrier,
      tracker_id: tracker.id,
      status: tracker.status,
      at,
      history,
    }),
  );
}

function isSigned(body: string, signature: string | null): boolean {
  const expected = `hmac-sha256-hex=${createHmac("sha256", env.EASYPOST_WEBHOOK_SECRET).update(body).digest("hex")}`;
  const given = Buffer.from(signature ?? "");
  return given.length === expected.length && timingSafeEqual(given, Buffer.from(expected));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
