/** What a movement's kind says of its columns is the database's rule, too: no row that nothing of ours could read. */
import { beforeAll, expect, test } from "vitest";
import { newId, type PaymentId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { type Deal, dealAt } from "../factories/collaborations";
import { testDatabase } from "../setup/database";

let deal: Deal;
let payment_id: PaymentId;
beforeAll(async () => {
  await testDatabase();
  deal = await dealAt("in_review");
  payment_id = deal.offer.payment_id;
});

type Row = typeof money_movements.$inferInsert;
const insert = (row: Pick<Row, "kind" | "collaboration_id" | "creator_id" | "clawback_id">) => {
  const id = newId("movement");
  return db
    .insert(money_movements)
    .values({ id, idempotency_key: id, payment_id, currency: "USD", amount_minor: 100, ...row });
};

test("a row has exactly what its kind needs", async () => {
  const whose = { collaboration_id: deal.id, creator_id: deal.creator.creator_id };
  await insert({ kind: "refund" });
  await insert({ kind: "transfer", ...whose });
  await insert({ kind: "reversal", ...whose, clawback_id: newId("clawback") });
  const wrong = [
    insert({ kind: "transfer", collaboration_id: deal.id }),
    insert({ kind: "transfer", ...whose, clawback_id: newId("clawback") }),
    insert({ kind: "refund", ...whose }),
    insert({ kind: "reversal", ...whose }),
    insert({ kind: "gift" as Row["kind"] }),
  ];
  for (const { status, reason } of (await Promise.allSettled(wrong)) as PromiseRejectedResult[])
    expect([status, String(reason.cause)]).toEqual([
      "rejected",
      expect.stringContaining("money_movements_kind"),
    ]);
});
