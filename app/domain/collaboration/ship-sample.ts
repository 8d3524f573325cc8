/** The sample leaves: by a parcel of the brand's, by an order of the creator's, or as a code. */

import { eq } from "drizzle-orm";
import { type CollaborationId, newId } from "@/app/lib/ids";
import { stepOf } from "@/app/lib/money";
import { one } from "@/app/lib/one";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaborations, parcels } from "@/db/schema/collaboration";
import type { BrandActor, CreatorActor } from "../actor";
import { emit } from "../outbox/emit";
import type { Carrier } from "./carriers";
import type { Collaboration } from "./lock";
import { transition } from "./transition";

export type Shipment = {
  collaboration_id: CollaborationId;
  carrier: Carrier;
  tracking_code: string;
  expected_version?: number;
};

/**
 * The brand enters a tracking number, the first time or for a replacement.
 * @throws Refusal `tracking_code_invalid` · `tracking_code_used` when another parcel bears it · `stale_state`
 */
export async function shipSample(tx: Tx, actor: BrandActor, input: Shipment): Promise<Collaboration> {
  return sendParcel(tx, actor, input, "ship");
}

/** A second parcel in place of one that did not arrive. */
export async function reshipSample(tx: Tx, actor: BrandActor, input: Shipment): Promise<Collaboration> {
  return sendParcel(tx, actor, input, "reship");
}

async function sendParcel(
  tx: Tx,
  actor: BrandActor,
  input: Shipment,
  event: "ship" | "reship",
): Promise<Collaboration> {
  const tracking_code = input.tracking_code.replace(/[\s-]/g, "").toUpperCase();
  if (!/^[A-Z0-9]{8,34}$/.test(tracking_code)) throw new Refusal("tracking_code_invalid");
  const { collaboration_id, carrier, expected_version } = input;
  const row = await transition(tx, actor, {
    collaboration_id,
    event,
    expected_version,
    data: { carrier, tracking_code },
  });
  const [parcel] = await tx
    .insert(parcels)
    .values({ id: newId("parcel"), collaboration_id, carrier, tracking_code })
    .onConflictDoNothing({ target: [parcels.carrier, parcels.tracking_code] })
    .returning({ id: parcels.id });
  if (!parcel) throw new Refusal("tracking_code_used", { status: 409 });
  await emit(tx, "parcel/shipped", { parcel_id: parcel.id });
  return row;
}

export type Order = {
  collaboration_id: CollaborationId;
  order_number: string;
  paid_minor: number;
  expected_version?: number;
};

/**
 * The creator has bought the sample. What they paid, in minor units, is counted up to the cap that was reserved, rounded down to what
 * can be moved in the currency.
 * @throws Refusal `order_number_invalid` · `amount_not_movable` when it is below zero or a fraction · `stale_state`
 */
export async function enterOrder(tx: Tx, actor: CreatorActor, input: Order): Promise<Collaboration> {
  const order_number = input.order_number.trim();
  if (!/^[\w-]{5,40}$/.test(order_number)) throw new Refusal("order_number_invalid");
  const { collaboration_id, expected_version, paid_minor } = input;
  if (!Number.isSafeInteger(paid_minor) || paid_minor < 0) throw new Refusal("amount_not_movable");
  const row = await transition(tx, actor, {
    collaboration_id,
    event: "enter_order",
    expected_version,
    data: { order_number },
    set: { order_number },
  });
  const counted_minor = Math.min(paid_minor, row.reimbursement_cap_minor);
  return setReimbursement(tx, row, counted_minor - (counted_minor % stepOf(row.currency)));
}

export type Code = { collaboration_id: CollaborationId; code: string; expected_version?: number };

/** The brand hands over a download or discount code. @throws Refusal `code_missing` · `stale_state` */
export async function issueCode(tx: Tx, actor: BrandActor, input: Code): Promise<Collaboration> {
  const issued_code = input.code.trim();
  if (!issued_code) throw new Refusal("code_missing");
  const { collaboration_id, expected_version } = input;
  return transition(tx, actor, {
    collaboration_id,
    event: "issue_code",
    expected_version,
    set: { issued_code },
  });
}

async function setReimbursement(
  tx: Tx,
  row: Collaboration,
  reimbursement_minor: number,
): Promise<Collaboration> {
  const changed = one(
    await tx
      .update(collaborations)
      .set({ reimbursement_minor })
      .where(eq(collaborations.id, row.id))
      .returning(),
    "the collaboration",
  );
  return changed;
}
