/**
 * Programs that break a rule of the codebase, and must not compile. `npm run typecheck` reads this file; it is never run. An
 * `@ts-expect-error` whose line compiles is itself an error, so a rule that the types no longer hold shows here.
 */

import { SYSTEM } from "@/app/domain/actor";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { transition } from "@/app/domain/collaboration/transition";
import { post } from "@/app/domain/ledger/post";
import { notify } from "@/app/domain/notifications/notify";
import type { BrandId, CollaborationId, PaymentId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import { db, type Queryable, type Tx } from "@/db/client";
import { offers } from "@/db/schema/offer";

declare const tx: Tx;
declare const read: Queryable;
declare const collaboration_id: CollaborationId;
declare const from_outside: string;
declare const payment_id: PaymentId;
declare const brand_id: BrandId;

export const programs = [
  // @ts-expect-error The pool is no transaction: each FOR UPDATE lock would end with its own statement.
  () => transition(db, SYSTEM, { collaboration_id, event: "deadline_elapsed" }),

  // @ts-expect-error The ledger outside a transaction: entries could stand without what they belong to.
  () => post(db, { kind: "hold", idempotency_key: "hold:1", currency: "USD", entries: [] }),

  // @ts-expect-error No notification has this name.
  () => notify(tx, { brand_id }, "money", { template: "payment_recieved", params: { amount_minor: 1 } }),

  // @ts-expect-error A notification with none of its props: the email would be drawn without an amount.
  () => notify(tx, { brand_id }, "money", { template: "refund_failed", params: {} }),

  // @ts-expect-error No text in any language says what this refusal means.
  () => new Refusal("no_such_code"),

  // @ts-expect-error The fee is agreed once; a transition never changes it.
  () => transition(tx, SYSTEM, { collaboration_id, event: "submit", set: { fee_minor: 1 } }),

  // @ts-expect-error A collaboration stays with its creator.
  () => transition(tx, SYSTEM, { collaboration_id, event: "submit", set: { creator_id: "creator_other" } }),

  // @ts-expect-error A payment is no collaboration, whatever both are called in a log.
  () => makeTransition(tx, SYSTEM, { collaboration_id: payment_id, event: "cancel" }),

  // @ts-expect-error What comes from outside is no id before it was parsed (`idInPath`, `idSchema`, `isId`).
  () => makeTransition(tx, SYSTEM, { collaboration_id: from_outside, event: "cancel" }),

  // @ts-expect-error A read gets nothing that writes, whether it runs on the pool or in a transaction.
  () => read.update(offers),

  // What is allowed, so that the lines above fail for their reason alone.
  () => transition(tx, SYSTEM, { collaboration_id, event: "submit", set: { order_number: "114-1" } }),
  () => makeTransition(tx, SYSTEM, { collaboration_id, event: "cancel" }),
  () => post(tx, { kind: "hold", idempotency_key: "hold:1", currency: "USD", entries: [] }),
  () =>
    notify(tx, { brand_id }, "money", {
      template: "refund_failed",
      params: { amount_minor: 1, currency: "USD" },
    }),
  () => new Refusal("slots_taken"),
];
