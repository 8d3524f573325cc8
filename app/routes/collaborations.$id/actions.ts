/** What the forms of a collaboration's page ask for: each intent, the shape of its fields, and the command it calls. */

import { z } from "zod";
import type { Actor, OperatorActor } from "@/app/domain/actor";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { CARRIERS } from "@/app/domain/collaboration/carriers";
import { decideAsOperator } from "@/app/domain/collaboration/decide-submission";
import { makeTransition, PLAIN_EVENTS } from "@/app/domain/collaboration/make-transition";
import { observeAsOperator } from "@/app/domain/collaboration/record-presence";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { enterOrder, issueCode, reshipSample, shipSample } from "@/app/domain/collaboration/ship-sample";
import { shortlistApplication } from "@/app/domain/collaboration/shortlist-application";
import { splitAppeal } from "@/app/domain/collaboration/split-appeal";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { readDebt } from "@/app/domain/ledger/queries/debts";
import { BREACHES, type Breach } from "@/app/domain/standing/breaches";
import { recordBreach } from "@/app/domain/standing/record-breach";
import { REVIEW_DECISIONS } from "@/app/domain/verification/vocabulary";
import { type CollaborationId, idSchema } from "@/app/lib/ids";
import { isReason } from "@/app/lib/reason";
import { forbidden, notFound, Refusal } from "@/app/lib/refusal";
import { reversePay } from "@/app/stripe/movements/reverse-pay";
import { parseMoney } from "@/app/ui/form/money-text";
import { db, type Tx } from "@/db/client";
import { transact } from "@/db/transact";

/** The version the person was looking at: a form that has gone stale is told so instead of acting on another state. */
const version = z.number().int().positive();
const note = z.string().trim().max(2_000).optional();
/** Why an operator decides as they do. */
const reason = z
  .string({ error: "reason_missing" })
  .trim()
  .max(2_000)
  .refine(isReason, { error: "reason_missing" });

const plainSchema = z.object({ intent: z.enum(PLAIN_EVENTS), version, note });
const splitSchema = z.object({
  intent: z.literal("split_appeal"),
  version,
  note: reason,
  /** Typed in major units of the collaboration's currency, which the form carries along. */
  share: z.string({ error: "required" }).trim(),
  currency: z.string().length(3),
});
const acceptSchema = z.object({
  intent: z.literal("accept_slot"),
  version,
  agreed: z.literal("on", { error: "agreement_not_ticked" }),
});
const shipSchema = z.object({
  intent: z.enum(["ship", "reship"]),
  version,
  carrier: z.enum(CARRIERS, { error: "carrier_missing" }),
  tracking_code: z.string({ error: "tracking_code_missing" }).trim().min(1, "tracking_code_missing").max(60),
});
const orderSchema = z.object({
  intent: z.literal("enter_order"),
  version,
  order_number: z.string({ error: "order_number_missing" }).trim().min(1, "order_number_missing").max(60),
  /** Typed in major units of the collaboration's currency, which the form carries along. */
  paid: z.string({ error: "required" }).trim(),
  currency: z.string().length(3),
});
const codeSchema = z.object({
  intent: z.literal("issue_code"),
  version,
  code: z.string({ error: "code_missing" }).trim().min(1, "code_missing").max(200),
});
const submitSchema = z.object({
  intent: z.literal("submit"),
  version,
  url: z.string({ error: "url_missing" }).trim().min(1, "url_missing").max(2_000),
});
const reviewSchema = z
  .object({
    intent: z.enum(REVIEW_DECISIONS),
    version,
    clause: z.string().trim().max(60).optional(),
    note,
  })
  .check((context) => {
    const { intent, clause, note: said } = context.value;
    if (intent === "approve") return;
    const complain = (path: string, message: string) =>
      context.issues.push({ code: "custom", path: [path], message, input: context.value });
    if (!clause) complain("clause", "clause_missing");
    if (!isReason(said)) complain("note", "note_missing");
  });
const shortlistSchema = z.object({ intent: z.enum(["shortlist", "take_off_shortlist"]) });
const passSchema = z.object({
  intent: z.literal("pass_verification"),
  submission_id: idSchema("submission"),
  note: reason,
});
/** An operator's own eyes: whether the post is there for everybody. */
const presence = z.enum(["live", "not_live"], { error: "presence_missing" });
const failSchema = z.object({
  intent: z.literal("fail_verification"),
  submission_id: idSchema("submission"),
  presence,
  note: reason,
});
const observeSchema = z.object({ intent: z.literal("observe_post"), version, presence, note: reason });

const reverseSchema = z.object({ intent: z.literal("reverse_pay") });
const breachSchema = z.object({
  intent: z.literal("record_breach"),
  kind: z.enum(Object.keys(BREACHES) as [Breach, ...Breach[]], { error: "required" }),
  note: reason,
});

export const COLLABORATION_FORMS = [
  plainSchema,
  splitSchema,
  acceptSchema,
  shipSchema,
  orderSchema,
  codeSchema,
  submitSchema,
  reviewSchema,
  shortlistSchema,
  passSchema,
  failSchema,
  observeSchema,
  reverseSchema,
  breachSchema,
] as const;

export type CollaborationForm = z.output<(typeof COLLABORATION_FORMS)[number]>;

/** @throws Refusal of the command · 403 when the form belongs to another side */
export async function perform(
  actor: Actor,
  collaboration_id: CollaborationId,
  form: CollaborationForm,
): Promise<void> {
  // Asks Stripe first, which no transaction waits for.
  if (form.intent === "reverse_pay") return reverse(as(actor, "operator"), collaboration_id);
  await transact((tx) => command(tx, actor, collaboration_id, form));
}

async function reverse(actor: OperatorActor, collaboration_id: CollaborationId): Promise<void> {
  const debt = await readDebt(db, collaboration_id);
  if (!debt) throw notFound("clawback");
  await reversePay(actor, debt.id);
}

async function command(
  tx: Tx,
  actor: Actor,
  collaboration_id: CollaborationId,
  form: Exclude<CollaborationForm, { intent: "reverse_pay" }>,
): Promise<void> {
  const base = { collaboration_id, expected_version: "version" in form ? form.version : undefined };
  switch (form.intent) {
    case "accept_slot":
      await acceptSlot(tx, as(actor, "creator"), base);
      return;
    case "ship":
      await shipSample(tx, as(actor, "brand"), {
        ...base,
        carrier: form.carrier,
        tracking_code: form.tracking_code,
      });
      return;
    case "reship":
      await reshipSample(tx, as(actor, "brand"), {
        ...base,
        carrier: form.carrier,
        tracking_code: form.tracking_code,
      });
      return;
    case "enter_order":
      await enterOrder(tx, as(actor, "creator"), {
        ...base,
        order_number: form.order_number,
        paid_minor: typedMinor(form.paid, form.currency),
      });
      return;
    case "issue_code":
      await issueCode(tx, as(actor, "brand"), { ...base, code: form.code });
      return;
    case "submit":
      await submitPost(tx, as(actor, "creator"), { ...base, url: form.url });
      return;
    case "approve":
    case "request_changes":
    case "reject":
      await reviewSubmission(tx, as(actor, "brand"), {
        ...base,
        decision: form.intent,
        clause: form.clause,
        note: form.note,
      });
      return;
    case "shortlist":
    case "take_off_shortlist":
      await shortlistApplication(tx, as(actor, "brand"), {
        collaboration_id,
        shortlisted: form.intent === "shortlist",
      });
      return;
    case "pass_verification":
      await decideAsOperator(tx, as(actor, "operator"), {
        submission_id: form.submission_id,
        verdict: "passed",
        presence: "live",
        note: form.note,
      });
      return;
    case "fail_verification":
      await decideAsOperator(tx, as(actor, "operator"), {
        submission_id: form.submission_id,
        verdict: "failed",
        presence: form.presence,
        note: form.note,
      });
      return;
    case "observe_post":
      await observeAsOperator(tx, as(actor, "operator"), {
        ...base,
        presence: form.presence,
        note: form.note,
      });
      return;
    case "split_appeal":
      await splitAppeal(tx, as(actor, "operator"), {
        ...base,
        creator_fee_minor: typedMinor(form.share, form.currency),
        note: form.note,
      });
      return;
    case "record_breach":
      await recordBreach(tx, as(actor, "operator"), {
        collaboration_id,
        kind: form.kind,
        reason: form.note,
      });
      return;
    default:
      await makeTransition(tx, actor, { ...base, event: form.intent, note: form.note });
  }
}

/** @throws Refusal `amount_missing` for what is no amount of this currency */
function typedMinor(typed: string, currency: string): number {
  const minor = parseMoney(typed, currency);
  if (!minor) throw new Refusal("amount_missing");
  return minor;
}

function as<K extends Actor["kind"]>(actor: Actor, kind: K): Extract<Actor, { kind: K }> {
  if (actor.kind !== kind) throw forbidden();
  return actor as Extract<Actor, { kind: K }>;
}
