/** Transfers, refunds and reversals: each of Stripe's objects beside the movement that it is, or says it is. */

import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import type { MovementId, OfferId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { stripe } from "../client";
import { refundCameBack } from "../movements/outcome";
import { createdSince, inBatches } from "./batches";
import type { Compared, Discrepancies } from "./discrepancies";
import {
  type AtStripe,
  type InLedger,
  readBooks,
  refundSeen,
  reversalSeen,
  transferSeen,
} from "./movement-facts";
import { decideMovementVerdict, type Verdict } from "./movement-verdict";
import type { Seen } from "./seen";

const GROUP = { transfer: "transfers", refund: "refunds", reversal: "reversals" } as const;

export async function compareTransfers(
  discrepancies: Discrepancies,
  seen: Seen,
  since: Date | null,
): Promise<void> {
  for await (const batch of inBatches(stripe().transfers.list({ ...createdSince(since), limit: 100 })))
    await compareMovements(discrepancies, seen, batch.map(transferSeen));
}

export async function compareRefunds(
  discrepancies: Discrepancies,
  seen: Seen,
  since: Date | null,
): Promise<void> {
  for await (const batch of inBatches(stripe().refunds.list({ ...createdSince(since), limit: 100 })))
    await compareMovements(discrepancies, seen, batch.map(refundSeen));
}

/** One batch, all of one kind; what this run has compared already is passed over. */
export async function compareMovements(
  discrepancies: Discrepancies,
  seen: Seen,
  objects: readonly AtStripe[],
): Promise<void> {
  const fresh = await seen.add(objects.map(({ id }) => id));
  const batch = objects.filter(({ id }) => fresh.has(id));
  const [first] = batch;
  if (!first) return;
  const of = GROUP[first.facts.kind];
  discrepancies.count(of, batch.length);
  const { byStripeId, byId } = await readBooks(batch);
  for (const object of batch) {
    const named = object.names ? (byId.get(object.names) ?? null) : null;
    const verdict = decideMovementVerdict(object, byStripeId.get(object.id) ?? null, named);
    if (verdict.is === "differs") await discrepancies.differs(of, verdict.observation);
    if (verdict.is === "repairable") await repair(discrepancies, of, object, verdict, named);
  }
}

type Repairable = Extract<Verdict, { is: "repairable" }>;

async function repair(
  discrepancies: Discrepancies,
  of: Compared,
  object: AtStripe,
  { observation, repair: how, movement_id }: Repairable,
  named: InLedger | null,
): Promise<void> {
  if (how === "put_back")
    return discrepancies.repair(of, observation, how, async () => {
      await refundCameBack(movement_id, object.reason ?? "unknown");
      return (await read(movement_id))?.status === "failed";
    });
  if (discrepancies.isInProgress(object.created_s)) return;
  // Two objects for one movement, none of them booked yet: which one is meant is not for us to say.
  const alike = named ? await namesakes(named, object) : [object.id];
  if (alike.length > 1)
    return discrepancies.differs(of, {
      kind: "movement_twice",
      subject: object.id,
      expected: { movement: movement_id, objects: 1 },
      found: { movement: movement_id, objects: alike },
    });
  await discrepancies.repair(of, observation, how, async () => {
    const before = await read(movement_id);
    await transact((tx) =>
      settleAndAdvance(tx, {
        movement_id,
        collaboration_id: before?.collaboration_id ?? null,
        stripe_id: object.id,
      }),
    );
    const after = await read(movement_id);
    return after?.status === "settled" && after.stripe_id === object.id;
  });
}

async function read(movement_id: MovementId) {
  const [movement] = await db.select().from(money_movements).where(eq(money_movements.id, movement_id));
  return movement;
}

/** The ids of all living objects that say they are this movement, in order. */
async function namesakes({ movement, offer_id, facts }: InLedger, object: AtStripe): Promise<string[]> {
  const found: string[] = [];
  for await (const made of listAround(movement.kind, offer_id, facts.charge, object))
    if (made.names === movement.id && made.state !== "failed") found.push(made.id);
  return found.sort();
}

async function* listAround(
  kind: InLedger["movement"]["kind"],
  offer_id: OfferId,
  charge: string | null,
  object: AtStripe,
): AsyncGenerator<AtStripe> {
  const each = async function* <T>(list: AsyncIterable<T>, seenAs: (made: T) => AtStripe) {
    for await (const made of list) yield seenAs(made);
  };
  if (kind === "transfer")
    yield* each<Stripe.Transfer>(
      stripe().transfers.list({ transfer_group: offer_id, limit: 100 }),
      transferSeen,
    );
  if (kind === "refund")
    yield* each<Stripe.Refund>(
      stripe().refunds.list({ charge: required(charge, `the charge of ${object.id}`), limit: 100 }),
      refundSeen,
    );
  if (kind === "reversal")
    yield* each<Stripe.TransferReversal>(
      stripe().transfers.listReversals(required(object.facts.transfer, `the transfer of ${object.id}`), {
        limit: 100,
      }),
      reversalSeen,
    );
}
