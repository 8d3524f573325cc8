/** Where a brand's money is: whatever happens, the places add up to what was paid in, and each is where the books have it. */

import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { splitAppeal } from "@/app/domain/collaboration/split-appeal";
import { readBrandMoney } from "@/app/domain/ledger/queries/brand-money";
import { failRefund } from "@/app/domain/ledger/settle-movement";
import { required } from "@/app/lib/one";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { dealAt } from "../factories/collaborations";
import { makeOperator } from "../factories/people";
import { testDatabase } from "../setup/database";

const NOTE = "The brief says nothing of this.";

beforeAll(async () => {
  await testDatabase();
});

test("a share is paid out and no longer held; a refund that came back is the brand's own", async () => {
  const { brand, creator, id, offer } = await dealAt("in_review");
  const [before] = await readBrandMoney(db, brand);
  const { captured_minor, held_minor } = required(before, "the balances before");
  expect(held_minor).toBeGreaterThan(0);
  expect(before).toMatchObject({ free_minor: captured_minor - held_minor, released_minor: 0 });

  const review = { collaboration_id: id, decision: "reject", clause: "summary", note: NOTE } as const;
  await transact((tx) => reviewSubmission(tx, brand, review));
  await transact((tx) => makeTransition(tx, creator, { collaboration_id: id, event: "appeal", note: NOTE }));
  const operator = await makeOperator();
  const share = { collaboration_id: id, creator_fee_minor: 5_000, note: NOTE };
  await transact((tx) => splitAppeal(tx, operator, share));
  const [split] = await readBrandMoney(db, brand);
  expect(split).toMatchObject({ held_minor: 0, released_minor: 5_000, free_minor: captured_minor - 5_000 });

  await transact((tx) => closeOffer(tx, brand, offer.id));
  const rest_minor = captured_minor - 5_000;
  expect((await readBrandMoney(db, brand))[0]).toMatchObject({
    free_minor: 0,
    refunded_minor: rest_minor,
    own_minor: 0,
  });

  const refund = required(
    await db.query.money_movements.findFirst({
      where: and(eq(money_movements.payment_id, offer.payment_id), eq(money_movements.kind, "refund")),
    }),
    "the refund",
  );
  await transact((tx) => failRefund(tx, refund.id, "expired_card"));
  const [after] = await readBrandMoney(db, brand);
  expect(after).toEqual({
    currency: "USD",
    captured_minor,
    free_minor: 0,
    held_minor: 0,
    own_minor: rest_minor,
    refunded_minor: 0,
    charged_back_minor: 0,
    released_minor: 5_000,
  });
});
