// biome-ignore-all lint/suspicious/noTemplateCurlyInString: patches are source text
/**
 * Ways in which the product could be wrong about money. Each is a small change of its source, made while it is loaded and nowhere
 * else, and each has to be caught: a assess who never finds anything proves nothing.
 */
export type Patch = { file: string; from: string; to: string };
export type Mutant = { wrong: string; patches: readonly Patch[] };

export const MUTANTS: Readonly<Record<string, Mutant>> = {
  "no-idempotency-key": {
    wrong: "every try of a call to Stripe is a new call",
    patches: [
      {
        file: "app/stripe/movements/create.ts",
        from: "{ idempotencyKey: `${movement.id}:${movement.key_version}` }",
        to: "{}",
      },
    ],
  },
  "blind-new-key": {
    wrong: "after an error a new key is used without a look at what the old one has done",
    patches: [
      {
        file: "app/stripe/movements/send.ts",
        from: `const made = await findAtStripe(order);
    if (made) return recordOutcome(movement, made);
    if (!isKept(error)) throw error;
    await rotateKey(movement);`,
        to: "await rotateKey(movement);",
      },
    ],
  },
  "conflict-rotates-key": {
    wrong:
      "a key that is in use counts as refused, and a new one is used although the first call is still on its way",
    patches: [
      {
        file: "app/stripe/movements/send.ts",
        from: "if (saysNothingOfTheKey(error)) throw error;",
        to: "if (saysNothingOfTheKey(error) && (error as { statusCode?: number }).statusCode !== 409) throw error;",
      },
    ],
  },
  "release-without-lock": {
    wrong: "a collaboration is moved without its lock, and whoever writes last wins",
    patches: [
      {
        file: "app/domain/collaboration/lock.ts",
        from: 'touchesBudget(event) ? await offer_query.for("update") : await offer_query',
        to: "touchesBudget(event) ? await offer_query : await offer_query",
      },
      {
        file: "app/domain/collaboration/lock.ts",
        from: 'where(eq(collaborations.id, id)).for("update")',
        to: "where(eq(collaborations.id, id))",
      },
      {
        file: "app/domain/collaboration/transition.ts",
        from: "and(eq(collaborations.id, row.id), eq(collaborations.version, row.version))",
        to: "eq(collaborations.id, row.id)",
      },
    ],
  },
  "webhook-twice": {
    wrong: "news of a payment is booked each time it comes",
    patches: [
      {
        file: "app/domain/ledger/record-payment.ts",
        from: 'if (payment.status === "paid") return null;',
        to: "",
      },
      {
        file: "app/domain/ledger/capture.ts",
        from: "`capture:${input.payment_id}`",
        to: "`capture:${input.payment_id}:${process.hrtime.bigint()}`",
      },
    ],
  },
  "intent-after-call": {
    wrong: "Stripe is asked for a transfer before it is written down that it will be",
    patches: [
      {
        file: "app/domain/ledger/create-transfer.ts",
        from: "  await tx.insert(money_movements).values({",
        to: `  const { stripe } = await import("@/app/stripe/client");
  const { creators } = await import("@/db/schema/creator");
  const [creator] = await tx.select().from(creators).where(eq(creators.id, intent.creator_id));
  const [paid] = await tx.select().from(offer_payments).where(eq(offer_payments.id, intent.payment_id));
  if (!frozen && creator!.transfers_active)
    await stripe().transfers.create(
      {
        amount: amount_minor,
        currency: intent.currency.toLowerCase(),
        destination: creator!.stripe_account_id!,
        source_transaction: paid!.charge_id!,
        transfer_group: paid!.offer_id,
        metadata: { movement_id: id, collaboration_id: intent.collaboration_id },
      },
      { idempotencyKey: \`\${id}:0\` },
    );
  await tx.insert(money_movements).values({`,
      },
    ],
  },
  "refund-any-charge": {
    wrong: "a refund goes to the first charge that comes to hand",
    patches: [
      {
        file: "app/stripe/movements/order.ts",
        from: "charge_id: required(payment.charge_id, `the charge of ${payment.id}`),",
        to: "charge_id: movement.kind === 'refund' ? await anyCharge(movement.currency) : payment.charge_id!,",
      },
      {
        file: "app/stripe/movements/order.ts",
        from: "export async function readOrder(",
        to: `async function anyCharge(currency: string): Promise<string> {
  const [first] = await db.select().from(offer_payments)
    .where(and(eq(offer_payments.currency, currency), eq(offer_payments.status, "paid"))).orderBy(offer_payments.id).limit(1);
  return first!.charge_id!;
}

export async function readOrder(`,
      },
    ],
  },
  "refund-uncounted": {
    wrong: "what was refunded can be refunded again",
    patches: [
      {
        file: "app/domain/ledger/create-refund.ts",
        from: "sql`${offer_payments.refunded_minor} + ${intent.amount_minor}`",
        to: "sql`${offer_payments.refunded_minor}`",
      },
    ],
  },
  "no-sweep": {
    wrong: "nobody looks after what was lost",
    patches: [
      {
        file: "jobs/sweep.ts",
        from: "export async function sweep(): Promise<SweepResult> {",
        to: "export async function sweep(): Promise<SweepResult> {\n  if (Date.now() > 0) return {} as SweepResult;",
      },
    ],
  },
  "balance-outside-transaction": {
    wrong: "balances are changed whether or not the transaction is committed",
    patches: [
      {
        file: "app/domain/ledger/post.ts",
        from: 'import type { Queryable, Tx } from "@/db/client";',
        to: 'import { db, type Queryable, type Tx } from "@/db/client";',
      },
      {
        file: "app/domain/ledger/post.ts",
        from: "    await tx\n      .update(ledger_accounts)",
        to: "    await db\n      .update(ledger_accounts)",
      },
      {
        file: "app/domain/ledger/post.ts",
        from: '.orderBy(sql`${ledger_accounts.code} collate "C"`)\n      .for("update");',
        to: '.orderBy(sql`${ledger_accounts.code} collate "C"`);',
      },
      {
        file: "app/domain/ledger/post.ts",
        from: "await tx.insert(ledger_accounts).values(fresh)",
        to: "await db.insert(ledger_accounts).values(fresh)",
      },
    ],
  },
  "approve-undecided": {
    wrong: "a post that could not be looked at counts as verified",
    patches: [
      {
        file: "app/domain/collaboration/decide-submission.ts",
        from: 'if (input.verdict === "passed")',
        to: 'if (input.verdict !== "failed")',
      },
      {
        file: "app/domain/collaboration/proof.ts",
        from: 'if (newestPass(handed_in)) return "passed";',
        to: 'if (handed_in.some(({ verdict }) => verdict !== "failed")) return "passed";',
      },
    ],
  },
  "cancel-pays-unproven": {
    wrong: "a brand that cancels after a failed hand-in pays for it",
    patches: [
      {
        file: "app/domain/collaboration/lifecycle.ts",
        from: 'event: "cancel", proof: ["failed"], by: BRAND, to: "cancelling", due: "last_hand_in",',
        to: 'event: "cancel", proof: ["failed"], by: BRAND, to: "approved", money: "release", due: "hold",',
      },
    ],
  },
};

export const MUTANT_NAMES = Object.keys(MUTANTS);
