/** Letters about money and standing that no single move of a collaboration causes. */
import { z } from "zod";
import { STRIKE_KINDS } from "@/app/domain/standing/vocabulary";
import type { LetterContent } from "../letter";
import type { Words } from "../words";
import { letterKind } from "./kind";

const base = z.object({
  side: z.enum(["brand", "creator"]),
  recipient_name: z.string(),
  action_url: z.url(),
});
type Base = z.infer<typeof base>;

const money = { amount_minor: z.int(), currency: z.string().length(3) };

type Part = Partial<Pick<LetterContent, "facts" | "quotes" | "why">>;

/** A notice whose sentences need no choosing. */
function plain(
  name:
    | "payment_received"
    | "payment_failed"
    | "offer_closed_refund_sent"
    | "refund_failed"
    | "invoices_ready"
    | "charge_disputed"
    | "transfer_blocked"
    | "payout_failed"
    | "strike_received"
    | "suspended"
    | "blacklisted"
    | "ledger_needs_attention",
  { t }: Words,
  props: Base,
  filled: Record<string, string>,
  part: Part = {},
): LetterContent {
  return {
    subject: t(`notices.${name}.subject`, filled),
    recipient: props.recipient_name,
    heading: t(`notices.${name}.heading`, filled),
    lead: t(`notices.${name}.lead`, filled),
    facts: [],
    quotes: [],
    next: t(`notices.${name}.next`, filled),
    money: null,
    action: { label: t(`notices.${name}.action`), url: props.action_url },
    why: t(`layout.why_${props.side}`),
    ...part,
  };
}

const offerMoney = base.extend({ offer_title: z.string(), ...money });

const aboutOfferMoney = (name: "payment_received" | "offer_closed_refund_sent") =>
  letterKind({
    props: offerMoney,
    write: (words, props: z.infer<typeof offerMoney>) => {
      const amount = words.money(props.amount_minor, props.currency);
      const facts = [
        [words.t("facts.offer"), props.offer_title],
        [words.t("facts.amount"), amount],
      ] as const;
      return plain(name, words, props, { offer: props.offer_title, amount }, { facts });
    },
  });

const offerOnly = base.extend({ offer_title: z.string() });
const amountOnly = base.extend(money);
const blocked = base.extend({ offer_title: z.string(), reason: z.string(), ...money });
const bankSaid = base.extend({ message: z.string(), ...money });
const strike = base.extend({
  kind: z.enum(STRIKE_KINDS),
  points: z.int().min(1),
  offer_title: z.string().optional(),
  reason: z.string().optional(),
});
const suspension = base.extend({ until: z.iso.datetime(), time_zone: z.string() });
const papers = base.extend({ month: z.string().regex(/^\d{4}-\d{2}$/) });
const desk = base.extend({ open: z.int().min(1) });
const decision = base.extend({ decision: z.enum(["lifted", "kept"]), reason: z.string().default("") });

const BLOCKED_BECAUSE = ["account_missing", "account_restricted"] as const;

export const NOTICE_LETTERS = {
  payment_received: aboutOfferMoney("payment_received"),
  offer_closed_refund_sent: aboutOfferMoney("offer_closed_refund_sent"),
  payment_failed: letterKind({
    props: offerOnly,
    write: (words, props: z.infer<typeof offerOnly>) =>
      plain("payment_failed", words, props, { offer: props.offer_title }),
  }),
  refund_failed: letterKind({
    props: amountOnly,
    write: (words, props: z.infer<typeof amountOnly>) =>
      plain("refund_failed", words, props, { amount: words.money(props.amount_minor, props.currency) }),
  }),
  invoices_ready: letterKind({
    props: papers,
    write: (words, props: z.infer<typeof papers>) =>
      plain("invoices_ready", words, props, { month: words.month(props.month) }),
  }),
  charge_disputed: letterKind({
    props: amountOnly,
    write: (words, props: z.infer<typeof amountOnly>) =>
      plain("charge_disputed", words, props, { amount: words.money(props.amount_minor, props.currency) }),
  }),
  transfer_blocked: letterKind({
    props: blocked,
    write: (words, props: z.infer<typeof blocked>) => {
      const amount = words.money(props.amount_minor, props.currency);
      const known = BLOCKED_BECAUSE.find((reason) => reason === props.reason) ?? "other";
      const quotes = [[words.t("facts.problem"), words.t(`notices.transfer_blocked.why_${known}`)]] as const;
      return plain("transfer_blocked", words, props, { amount, offer: props.offer_title }, { quotes });
    },
  }),
  payout_failed: letterKind({
    props: bankSaid,
    write: (words, props: z.infer<typeof bankSaid>) => {
      const quotes = props.message ? ([[words.t("facts.problem"), props.message]] as const) : [];
      const amount = words.money(props.amount_minor, props.currency);
      return plain("payout_failed", words, props, { amount }, { quotes });
    },
  }),
  strike_received: letterKind({
    props: strike,
    write: (words, props: z.infer<typeof strike>) =>
      plain(
        "strike_received",
        words,
        props,
        {
          kind: words.t(`notices.strikes.${props.kind}`),
          count: words.t("notices.strike_received.points", { count: props.points }),
        },
        {
          facts: props.offer_title ? [[words.t("facts.offer"), props.offer_title]] : [],
          quotes: props.reason ? [[words.t("facts.reason"), props.reason]] : [],
        },
      ),
  }),
  suspended: letterKind({
    props: suspension,
    write: (words, props: z.infer<typeof suspension>) =>
      plain("suspended", words, props, { until: words.instant(props.until, props.time_zone) }),
  }),
  blacklisted: letterKind({
    props: base,
    write: (words, props: Base) => plain("blacklisted", words, props, {}),
  }),
  ledger_needs_attention: letterKind({
    props: desk,
    write: (words, props: z.infer<typeof desk>) =>
      plain(
        "ledger_needs_attention",
        words,
        props,
        { incidents: words.t("notices.ledger_needs_attention.incidents", { count: props.open }) },
        { why: words.t("layout.why_operator") },
      ),
  }),
  strike_appeal_decided: letterKind({
    props: decision,
    write: ({ t }, props: z.infer<typeof decision>) => ({
      subject: t(`notices.strike_appeal_decided.subject_${props.decision}`),
      recipient: props.recipient_name,
      heading: t(`notices.strike_appeal_decided.heading_${props.decision}`),
      lead: t(`notices.strike_appeal_decided.lead_${props.decision}`),
      facts: [],
      quotes: props.reason ? [[t("facts.reason_operator"), props.reason]] : [],
      next: t(`notices.strike_appeal_decided.next_${props.decision}`),
      money: null,
      action: { label: t("notices.strike_appeal_decided.action"), url: props.action_url },
      why: t(`layout.why_${props.side}`),
    }),
  }),
};
