/** A move that cannot be taken back: says first what it does to the money and the record. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import type { FormProps, Page, Viewer } from "./props";
import { TransitionForm } from "./transition-form";

export function Confirmed({ page, viewer, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const format = useFormat();
  const { row } = page;
  const filled = {
    context: row.sample_mode,
    fee: format.money(row.fee_minor, row.currency),
    reimbursed: format.money(row.reimbursement_minor, row.currency),
  };
  const said = consequences(event, page, viewer).map((key) => t(`confirm.${key}`, filled));
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {() => (
        <>
          <p className="max-w-prose text-sm text-ink-soft">{format.sentences(...said)}</p>
          <SubmitButton variant="danger">{tLifecycle(`act.${event as "cancel"}`)}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

function consequences(event: FormProps["event"], page: Page, viewer: Viewer) {
  if (event === "return_sample" || event === "withdraw" || event === "accept_rejection")
    return [event] as const;
  if (event !== "cancel") return ["decline"] as const;
  return viewer === "brand" ? cancelByBrand(page) : cancelByCreator(page);
}

/** What a brand pays is decided by what is known of the post. */
function cancelByBrand({ row, post_proof }: Page) {
  switch (row.state) {
    case "changes_requested":
    case "verifying":
      if (post_proof === "passed") return ["cancel_pays_all"] as const;
      if (post_proof === "open") return ["cancel_being_checked", "cancel_otherwise"] as const;
      return ["cancel_last_hand_in", "cancel_otherwise"] as const;
    case "creating":
    case "overdue":
      return ["cancel_last_hand_in", "cancel_otherwise"] as const;
    default:
      return [row.agreed_at ? "cancel_before" : "cancel"] as const;
  }
}

function cancelByCreator({ row, post_proof }: Page) {
  if (row.state === "changes_requested") return ["cancel_by_creator", "cancel_has_passed"] as const;
  if (row.state === "verifying")
    return post_proof === "passed"
      ? (["cancel_by_creator", "cancel_may_be_paid"] as const)
      : (["cancel_by_creator"] as const);
  return [row.due_kind === "ship_late" ? "cancel_strike" : "cancel_before"] as const;
}
