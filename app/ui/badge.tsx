/** Short words about how something stands. */

import { BadgeCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { CollaborationState, DueKind } from "@/app/domain/collaboration/vocabulary";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";
import { SOFT, SOLID, type Tone } from "./tone";

type BadgeProps = { tone?: Tone; dot?: boolean; icon?: ReactNode; children: ReactNode };

export function Badge({ tone = "neutral", dot, icon, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap",
        SOFT[tone],
      )}
    >
      {dot ? <span aria-hidden className={cx("size-1.5 rounded-full", SOLID[tone])} /> : null}
      {icon}
      {children}
    </span>
  );
}

/** The colour of each state of a collaboration: what waits, what moves, what is paid, what went back, what went wrong. */
export const STATE_TONES: Readonly<Record<CollaborationState, Tone>> = {
  invited: "info",
  applied: "info",
  slot_offered: "info",
  agreed: "held",
  awaiting_sample: "held",
  in_transit: "held",
  creating: "held",
  overdue: "danger",
  cancelling: "warn",
  verifying: "held",
  in_review: "warn",
  changes_requested: "warn",
  rejected: "danger",
  appealed: "danger",
  approved: "released",
  awarded: "released",
  paid: "released",
  monitoring: "released",
  completed: "released",
  declined: "neutral",
  withdrawn: "neutral",
  expired: "neutral",
  cancelled: "neutral",
  defaulted: "danger",
  refunded: "returned",
  split: "returned",
};

type Standing = { state: CollaborationState; due_kind?: DueKind | null };

/** A state in a word and a color. While a paid post is gone, its state alone would say that all is well. */
export function useStateLook(): (standing: Standing) => { word: string; tone: Tone } {
  const t = useTexts(lifecycleTexts);
  return ({ state, due_kind }) =>
    due_kind === "removal_cure" || due_kind === "removal_decision"
      ? { word: t(state === "monitoring" ? "post_down" : "post_down_unpaid"), tone: "danger" }
      : { word: t(`state.${state}`), tone: STATE_TONES[state] };
}

export function StatusBadge(standing: Standing) {
  const { word, tone } = useStateLook()(standing);
  return (
    <Badge tone={tone} dot>
      {word}
    </Badge>
  );
}

/** A proven channel, brand or person. */
export function VerifiedBadge() {
  const t = useTexts(uiTexts);
  return (
    <Badge tone="primary" icon={<BadgeCheck aria-hidden className="size-3.5" />}>
      {t("verified")}
    </Badge>
  );
}

/** The promise of every public offer, in the shape of a stamp. */
export function FundedMark({ large = false }: { large?: boolean }) {
  const t = useTexts(uiTexts);
  return (
    <span
      title={t("funded_hint")}
      className={cx(
        "inline-flex items-center gap-1.5 border border-dashed border-released/60 bg-released-soft font-bold tracking-wide text-released-ink",
        large ? "rounded-md px-3 py-1.5 text-sm" : "rounded-sm px-2 py-0.5 text-xs",
      )}
    >
      <BadgeCheck aria-hidden className={large ? "size-4.5" : "size-3.5"} />
      {t("funded")}
    </span>
  );
}
