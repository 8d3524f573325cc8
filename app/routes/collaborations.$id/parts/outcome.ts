/** What the table says about silence, in words. */

import { isEnd } from "@/app/domain/collaboration/vocabulary";
import { STRIKE_POINTS } from "@/app/domain/standing/points";
import { isWatched } from "@/app/domain/verification/watched";
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import type { Page, PartProps } from "./props";

export function useOutcome({ page: { row, outlook }, viewer }: PartProps): string {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const owedBack = useOwedBack(row);
  const then = outlook.at_deadline;
  if (!then) return t("outcome.same");
  if (then.money === "claw_back") return t(`outcome.claw_back_${viewer}`, owedBack);
  if (row.due_kind === "removal_decision") return t("outcome.gone_undecided");
  if (then.money === "reverse_release") return t("outcome.gone_unpaid", owedBack);
  if (then.money === "transfer" || then.money === "release_holdback") return t("outcome.transfer");
  if (row.due_kind === "payout_look") return t("outcome.operator");
  if (isWatched(row.state) && then.to === row.state)
    return t(row.due_kind === "operator_decision" ? "outcome.operator_again" : "outcome.look_first");
  if (row.due_kind === "verification") return t("outcome.operator");
  if (then.to === "appealed" || then.to === "in_review") return t(`outcome.${decisionAfter(row)}`);
  if (then.to === row.state) return t("outcome.reminder");
  if (then.to === "approved") return t(row.due_kind === "review" ? "outcome.approved" : "outcome.full_fee");
  if (then.to === "overdue") return t("outcome.overdue");
  if (then.money === "void") return t("outcome.refunded");
  const state = tLifecycle(`state.${then.to}`);
  return isEnd(then.to) ? t("outcome.ends", { state }) : t("outcome.moves", { state });
}

/** What a post that stays down costs. */
function useOwedBack({ fee_minor, holdback_minor, currency }: Page["row"]) {
  const format = useFormat();
  return {
    context: holdback_minor > 0 ? ("more" as const) : undefined,
    owed: format.money(fee_minor - holdback_minor, currency),
    holdback: format.money(holdback_minor, currency),
    points: STRIKE_POINTS.taken_down_early,
  };
}

/** An operator is asked: for the first time, once more, or only about the sample. */
function decisionAfter({ due_kind }: Page["row"]) {
  if (due_kind === "last_hand_in") return "purchase" as const;
  return due_kind === "decision" ? ("decision_later" as const) : ("decision" as const);
}
