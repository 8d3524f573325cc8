/** Tells an operator, by an incident, of money that will soon have been held for too long; and closes the incident once it has left. */
import type { Tx } from "@/db/client";
import { ALARM_DAYS, type HeldFunds, listHeldLonger, MAX_DAYS_HELD } from "./held-ages";
import type { Observation } from "./incidents";
import { type Alarmed, keepAlarm, MAX_AT_ONCE } from "./keep-alarm";

export async function alarmHeldTooLong(tx: Tx): Promise<Alarmed> {
  const { rows: past } = await listHeldLonger(tx, ALARM_DAYS, null, MAX_AT_ONCE);
  return keepAlarm(tx, "held_too_long", past.map(observationOf), "no_longer_held");
}

function observationOf(funds: HeldFunds): Observation {
  const { part, subject, collaboration_id, offer_id, charge_id, currency, amount_minor, paid_at } = funds;
  return {
    kind: "held_too_long",
    subject: `${part}:${subject}`,
    expected: { max_days: MAX_DAYS_HELD },
    found: {
      part,
      ...(collaboration_id ? { collaboration: collaboration_id } : {}),
      offer: offer_id,
      charge: charge_id,
      currency,
      amount_minor,
      paid_at: paid_at.toISOString(),
    },
  };
}
