/** An operator shares the money of a dispute between both sides: so much of the fee to the creator, the rest back to the brand. */

import { eq } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import { isMovable } from "@/app/lib/money";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import type { OperatorActor } from "../actor";
import type { Collaboration } from "./lock";
import { transition } from "./transition";

export type Split = {
  collaboration_id: CollaborationId;
  /** What the creator gets of the fee, in minor units; what the sample cost comes on top. */
  creator_fee_minor: number;
  note: string;
  expected_version?: number;
};

/**
 * @throws Refusal `share_out_of_range` when one side would get nothing of the fee: then the other decisions say it plainly ·
 *   `amount_not_movable` · what `move` refuses
 */
export async function splitAppeal(tx: Tx, actor: OperatorActor, split: Split): Promise<Collaboration> {
  const { collaboration_id, creator_fee_minor, note, expected_version } = split;
  // Neither of them changes after the agreement.
  const [terms] = await tx
    .select({ fee_minor: collaborations.fee_minor, currency: collaborations.currency })
    .from(collaborations)
    .where(eq(collaborations.id, collaboration_id));
  if (!terms) throw notFound("collaboration");
  if (creator_fee_minor <= 0 || creator_fee_minor >= terms.fee_minor) throw new Refusal("share_out_of_range");
  if (!isMovable(creator_fee_minor, terms.currency)) throw new Refusal("amount_not_movable");
  return transition(tx, actor, {
    collaboration_id,
    event: "split_appeal",
    expected_version,
    creator_fee_minor,
    data: { note, creator_fee_minor },
  });
}
