/** The facts every letter about a collaboration stands on, and the rows they are shown in. */
import { z } from "zod";
import type { LetterContent } from "../letter";
import type { Words } from "../words";

export const collaborationProps = z.object({
  side: z.enum(["brand", "creator"]),
  recipient_name: z.string(),
  counterpart_name: z.string(),
  offer_title: z.string(),
  product_title: z.string(),
  /** The creator's fee, in minor units. */
  fee_minor: z.int(),
  /** For a brand all that is held (fee, platform fee, reimbursement cap); for a creator what comes to them (fee, reimbursement). */
  amount_minor: z.int(),
  /** What the sample cost the creator, who is paid it back. */
  reimbursed_minor: z.int().default(0),
  /** What of the pay went towards an older debt instead of to the creator's account. */
  recovered_minor: z.int().default(0),
  currency: z.string().length(3),
  sample_mode: z.enum(["shipped", "purchase", "code", "none"]),
  /** ISO instant at which the present step ends, and the IANA zone in which it is written. */
  due_at: z.iso.datetime().nullable(),
  time_zone: z.string(),
  collaboration_url: z.url(),
  /** Who made the move, as the reader sees it; null for the clock, a machine or an operator. */
  acted_by: z.enum(["you", "counterpart"]).nullable().default(null),
  /** What whoever moved it wrote. */
  reason: z.string().default(""),
  /** The clause of the brief that is named, word for word. */
  clause: z.string().default(""),
  failed_checks: z.array(z.string()).default([]),
  tracking: z.string().default(""),
  /** Whole days until `due_at`, at least 1. */
  days_left: z.int().default(1),
});
export type CollaborationProps = z.infer<typeof collaborationProps>;

/** What the sentences of a letter are filled with. */
export function fillings(words: Words, props: CollaborationProps) {
  return {
    recipient: props.recipient_name,
    counterpart: props.counterpart_name,
    offer: props.offer_title,
    product: props.product_title,
    fee: words.money(props.fee_minor, props.currency),
    amount: words.money(props.amount_minor, props.currency),
    reimbursed: words.money(props.reimbursed_minor, props.currency),
    recovered: words.money(props.recovered_minor, props.currency),
    due: props.due_at ? words.instant(props.due_at, props.time_zone) : "",
    count: props.days_left,
  };
}

export function factRows({ t, money }: Words, props: CollaborationProps): LetterContent["facts"] {
  return [
    [t("facts.offer"), props.offer_title],
    [t("facts.product"), props.product_title],
    [props.side === "brand" ? t("facts.creator") : t("facts.brand"), props.counterpart_name],
    [t("facts.fee"), money(props.fee_minor, props.currency)],
    ...(props.tracking ? [[t("facts.tracking"), props.tracking] as const] : []),
  ];
}

/** Words of the other side or of an operator; nobody needs their own read back to them. */
export function quotes({ t }: Words, props: CollaborationProps): LetterContent["quotes"] {
  if (props.acted_by === "you") return [];
  const label = props.acted_by === "counterpart" ? t("facts.reason") : t("facts.reason_operator");
  return [
    ...(props.clause ? [[t("facts.clause"), props.clause] as const] : []),
    ...(props.reason ? [[label, props.reason] as const] : []),
  ];
}
