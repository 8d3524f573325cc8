/**
 * What to think of one transfer, refund or reversal at Stripe beside what the books say. Pure: the whole table of what is repaired
 * and what never is stands here.
 */

import type { IncidentKind } from "@/app/domain/audit/incident-kinds";
import type { Observation } from "@/app/domain/audit/incidents";
import type { MovementId } from "@/app/lib/ids";
import { unlike } from "./discrepancies";
import type { AtStripe, Facts, InLedger } from "./movement-facts";

export type Verdict =
  | { is: "same" }
  | { is: "differs"; observation: Observation }
  /** settle: the answer and the webhook were lost · put_back: the refund failed and nobody told us */
  | { is: "repairable"; observation: Observation; repair: "settle" | "put_back"; movement_id: MovementId };

const SAME: Verdict = { is: "same" };

/**
 * @param ours the movement that carries this object's id
 * @param named the movement that the object's metadata names
 */
export function decideMovementVerdict(
  seen: AtStripe,
  ours: InLedger | null,
  named: InLedger | null,
): Verdict {
  if (ours) return compareOurs(seen, ours);
  // Money that never moved needs no booking, unless it is still believed to be on its way.
  if (seen.state === "failed" && !isOpen(named)) return SAME;
  if (!named) return differs(`${seen.facts.kind}_unknown`, seen, { movement: null }, shownOf(seen));
  return compareMatch(seen, named);
}

const isOpen = (row: InLedger | null) =>
  row?.movement.status === "pending" || row?.movement.status === "blocked";

function compareOurs(seen: AtStripe, { movement, facts }: InLedger): Verdict {
  if (seen.names && seen.names !== movement.id)
    return differs("metadata_mismatch", seen, { movement: movement.id }, { movement: seen.names });
  const wrong = firstWrong(facts, seen.facts);
  if (wrong) return differs(wrong.kind, seen, wrong.expected, wrong.found);
  return compareState(seen, movement);
}

function compareMatch(seen: AtStripe, { movement, facts }: InLedger): Verdict {
  const wrong = unlike(facts, seen.facts);
  if (wrong)
    return differs(
      "metadata_mismatch",
      seen,
      { movement: movement.id, ...wrong.expected },
      { movement: movement.id, ...wrong.found },
    );
  if (movement.stripe_id)
    return differs(
      "movement_twice",
      seen,
      { movement: movement.id, object: movement.stripe_id },
      { movement: movement.id, ...shownOf(seen) },
    );
  return compareState(seen, movement);
}

/** The facts agree; do the two sides also agree on what became of it? */
function compareState(seen: AtStripe, { id, status }: InLedger["movement"]): Verdict {
  const expected = { movement: id, status };
  const found = { movement: id, status: seen.state };
  if (seen.state === "failed")
    return status === "failed" ? SAME : repairable("refund_failed_there", "put_back", seen, expected, found);
  if (status === "failed") return differs("failed_here_alive_there", seen, expected, found);
  if (seen.state === "waiting")
    return status === "settled" ? differs("status_differs", seen, expected, found) : SAME;
  return status === "settled" ? SAME : repairable("movement_not_settled", "settle", seen, expected, found);
}

const KIND_OF_FACT: Record<keyof Facts, IncidentKind> = {
  kind: "metadata_mismatch",
  currency: "currency_differs",
  amount_minor: "amount_differs",
  charge: "charge_differs",
  destination: "destination_differs",
  transfer: "charge_differs",
};

function firstWrong(expected: Facts, found: Facts) {
  for (const fact of Object.keys(KIND_OF_FACT) as Array<keyof Facts>) {
    if (expected[fact] === found[fact]) continue;
    return {
      kind: KIND_OF_FACT[fact],
      expected: { [fact]: expected[fact], ...unitOf(fact, expected) },
      found: { [fact]: found[fact], ...unitOf(fact, found) },
    };
  }
  return null;
}

/** An amount says nothing to a person without its currency. */
function unitOf(fact: keyof Facts, { currency }: Facts) {
  return fact === "amount_minor" ? { currency } : {};
}

function shownOf({ id, facts, names }: AtStripe): Record<string, unknown> {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  return { object: id, ...Object.fromEntries(known), ...(names ? { names } : {}) };
}

function differs(
  kind: IncidentKind,
  { id }: AtStripe,
  expected: Record<string, unknown>,
  found: Record<string, unknown>,
): Verdict {
  return { is: "differs", observation: { kind, subject: id, expected, found } };
}

function repairable(
  kind: IncidentKind,
  repair: "settle" | "put_back",
  { id }: AtStripe,
  expected: { movement: MovementId; status: string },
  found: Record<string, unknown>,
): Verdict {
  return {
    is: "repairable",
    repair,
    movement_id: expected.movement,
    observation: { kind, subject: id, expected, found },
  };
}
