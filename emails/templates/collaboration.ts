/** What every email about a collaboration is written from, and the parts that these emails share. */

import type { SampleMode } from "@/app/domain/offer/vocabulary";
import type { CollaborationId, OfferId } from "@/app/lib/ids";
import type { EmailContent, ReaderProps } from "../content";
import { SUBJECT_NAME_MAX, SUBJECT_TITLE_MAX, shorten, type Words } from "../words";

/** An appeal of the creator's, a post about which nobody appealed, or a sample that the creator bought before the brand cancelled. */
export type DecidedOn = "appeal" | "post" | "sample";

export type CollaborationProps = {
  collaboration_id: CollaborationId;
  offer_id: OfferId;
  counterpart_name: string;
  offer_title: string;
  product_title: string;
  /** The creator's fee, in minor units. */
  fee_minor: number;
  /** For a brand all that is held (fee, platform fee, reimbursement cap); for a creator what comes to them (fee, reimbursement). */
  amount_minor: number;
  /** What the sample cost the creator, who is reimbursed for it. */
  reimbursed_minor: number;
  /** What of the creator's earnings went towards an older debt instead of to their account. */
  recovered_minor: number;
  currency: string;
  sample_mode: SampleMode;
  /** ISO instant at which the present step ends. */
  due_at: string | null;
  /** Who caused the transition, as the reader sees it; null for a deadline, an automatic check or an operator. */
  acted_by: "you" | "counterpart" | null;
  /** What an operator decides on, by how it came to that; null where nobody asks for a decision. */
  decided_on: DecidedOn | null;
  /** What whoever caused it wrote. */
  reason: string;
  /** The clause of the brief that is named, word for word. */
  clause: string;
  failed_checks: readonly string[];
  tracking: string;
  /** Whether the deadline for the post was extended, which is possible once. */
  content_extended: boolean;
  /** Whole days until `due_at`, at least 1. */
  days_left: number;
};

type Props = ReaderProps & CollaborationProps;

/** The five parts that the texts below `key` make up; of each the first of `versions` that exists, else the one for all. */
export function sentences(words: Words, key: string, props: Props, versions: readonly string[]) {
  const filled = fillings(words, props);
  const part = (name: string, fill = filled) =>
    words.t(
      [...versions.filter(Boolean).map((version) => `${key}.${name}_${version}`), `${key}.${name}`],
      fill,
    );
  return {
    subject: part("subject", {
      ...filled,
      counterpart: shorten(props.counterpart_name, SUBJECT_NAME_MAX),
      offer: shorten(props.offer_title, SUBJECT_TITLE_MAX),
      product: shorten(props.product_title, SUBJECT_TITLE_MAX),
    }),
    heading: part("heading"),
    lead: part("lead"),
    next: part("next"),
    action: part("action"),
  };
}

/** What the sentences are filled with. */
export function fillings(words: Words, props: Props) {
  return {
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

export function factRows({ t, money }: Words, props: Props): EmailContent["facts"] {
  return [
    [t("facts.offer"), props.offer_title],
    [t("facts.product"), props.product_title],
    [props.side === "brand" ? t("facts.creator") : t("facts.brand"), props.counterpart_name],
    [t("facts.fee"), money(props.fee_minor, props.currency)],
    ...(props.tracking ? [[t("facts.tracking"), props.tracking] as const] : []),
  ];
}

/** Words of the other side or of an operator; nobody needs their own read back to them. */
export function quotes({ t }: Words, props: Props): EmailContent["quotes"] {
  if (props.acted_by === "you") return [];
  const label = props.acted_by === "counterpart" ? t("facts.reason") : t("facts.reason_operator");
  return [
    ...(props.clause ? [[t("facts.clause"), props.clause] as const] : []),
    ...(props.reason ? [[label, props.reason] as const] : []),
  ];
}

/**
 * A sentence that names a deadline is never written without one.
 * @throws when `text`, a block of the English texts, names `{{due}}` and none runs
 */
export function requireDue(text: Readonly<Record<string, string>>, name: string, props: Props): void {
  if (props.due_at === null && Object.values(text).some((sentence) => sentence.includes("{{due}}")))
    throw new Error(`The email ${name} names a deadline, but due_at is missing`);
}
