/** A row of `money_movements` is what its kind says, or is refused in words. */

import { expect, test } from "vitest";
import { movementOf } from "@/app/domain/ledger/movement";
import type { money_movements } from "@/db/schema/ledger";

const refund: typeof money_movements.$inferSelect = {
  id: "movement_1",
  kind: "refund",
  status: "pending",
  currency: "USD",
  amount_minor: 100,
  idempotency_key: "refund:payment_1:close-offer",
  payment_id: "payment_1",
  collaboration_id: null,
  creator_id: null,
  clawback_id: null,
  stripe_id: null,
  attempts: 0,
  key_version: 1,
  key_sent_at: null,
  destination: null,
  before_gate: false,
  reason: null,
  detail: null,
  settled_at: null,
  created_at: new Date(0),
};
const pay = { ...refund, collaboration_id: "collab_1", creator_id: "creator_1" } as const;

test("each kind comes with what belongs to it, and with everything else unchanged", () => {
  for (const row of [
    refund,
    { ...pay, kind: "transfer" as const },
    { ...pay, kind: "reversal" as const, clawback_id: "clawback_1" as const },
  ])
    expect(movementOf(row)).toEqual(row);
});

test.each([
  ["a transfer to nobody", { ...refund, kind: "transfer" as const }],
  ["a transfer for a debt", { ...pay, kind: "transfer" as const, clawback_id: "clawback_1" as const }],
  ["a reversal without a debt", { ...pay, kind: "reversal" as const }],
  ["a refund to a creator", { ...pay, kind: "refund" as const }],
])("%s is refused", (_, row) => {
  expect(() => movementOf(row)).toThrow(`Movement movement_1 is no ${row.kind}`);
});
