/** Disputes at Stripe: read afresh whenever something is said of one, since events come in any order. */
import { isAnswerable } from "@/app/domain/disputes/answerable";
import { recordDispute } from "@/app/domain/disputes/record-dispute";
import { transact } from "@/db/transact";
import { stageAnswer } from "./answer-dispute";
import { stripe } from "./client";
import { seenOf } from "./dispute-seen";

/**
 * The books come first. Then the answer is put ready, unless there is one: what goes wrong there is tried again with the event.
 *
 * @returns whether the dispute is about a charge of ours
 */
export async function settleDispute(dispute_id: string): Promise<boolean> {
  const dispute = await stripe().disputes.retrieve(dispute_id);
  const seen = seenOf(dispute);
  const known = await transact((tx) => recordDispute(tx, seen));
  if (known && isAnswerable(seen) && !dispute.evidence_details.has_evidence) await stageAnswer(dispute_id);
  return known;
}
