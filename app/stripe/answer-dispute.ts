/** The answer to a card dispute: put ready at Stripe as soon as one opens, sent by an operator, once. */
import type { OperatorActor } from "@/app/domain/actor";
import { isAnswerable } from "@/app/domain/disputes/answerable";
import { readDisputeFacts } from "@/app/domain/disputes/evidence-facts";
import { recordAnswer } from "@/app/domain/disputes/record-answer";
import { recordDispute } from "@/app/domain/disputes/record-dispute";
import { Refusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { answerOrRefuse } from "./answer-or-refuse";
import { stripe } from "./client";
import { evidenceOf } from "./dispute-evidence";
import { seenOf } from "./dispute-seen";

/** Kept at Stripe without being sent: if nobody acts, an operator finds it in Stripe's own dashboard as well. */
export async function stageAnswer(dispute_id: string): Promise<void> {
  const evidence = evidenceOf(await readDisputeFacts(db, dispute_id));
  await stripe().disputes.update(dispute_id, { evidence, submit: false });
}

/**
 * Sends what the records show now. Stripe takes one answer only, so it is asked first whether it still waits for one.
 *
 * @throws Refusal 404 · 409 `answer_not_awaited` when the bank waits for no answer any more · 503 `stripe_silent`
 */
export async function sendAnswer(actor: OperatorActor, dispute_id: string): Promise<void> {
  const evidence = evidenceOf(await readDisputeFacts(db, dispute_id));
  const before = await answerOrRefuse(() => stripe().disputes.retrieve(dispute_id));
  if (!isAnswerable({ stripe_status: before.status }))
    throw new Refusal("answer_not_awaited", { status: 409 });
  const after = await answerOrRefuse(() =>
    stripe().disputes.update(dispute_id, {
      evidence,
      submit: true,
      metadata: { answered_by: actor.user_id },
    }),
  );
  await transact(async (tx) => {
    await recordDispute(tx, seenOf(after));
    await recordAnswer(tx, dispute_id);
  });
}
