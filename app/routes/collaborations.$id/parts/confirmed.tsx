/** A move that cannot be taken back: says first what it does to the money and the record. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import type { FormProps, Page } from "./props";
import { TransitionForm } from "./transition-form";

export function Confirmed({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const format = useFormat();
  const { row } = page;
  const amounts = {
    fee: format.money(row.fee_minor, row.currency),
    reimbursed: format.money(row.reimbursement_minor, row.currency),
  };
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {() => (
        <>
          <p className="max-w-prose text-sm text-ink-soft">
            {t(`confirm.${consequence(event, page)}`, amounts)}
          </p>
          <SubmitButton variant="danger">{tLifecycle(`act.${event as "cancel"}`)}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

function consequence(event: FormProps["event"], { row }: Page) {
  if (event === "return_sample") return "return_sample";
  if (event === "withdraw") return "withdraw";
  if (event !== "cancel") return "decline";
  if (row.state === "verifying") return "cancel_verifying";
  if (row.state === "awaiting_sample" && row.due_kind === "ship_late") return "cancel_strike";
  if (row.state === "changes_requested") return "cancel_pays_all";
  if (row.state === "creating" && row.sample_mode === "purchase") return "cancel_reimburses";
  if (row.state === "creating" || row.state === "overdue") return "cancel_delivered";
  return row.agreed_at ? "cancel_before" : "cancel";
}
