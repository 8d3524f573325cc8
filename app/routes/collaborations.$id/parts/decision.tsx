/** What an operator decides about the money: says first, in amounts, who gets what, and asks for the reason that both sides read. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Field, MoneyInput, TextArea } from "@/app/ui/form";
import type { FormProps, Page } from "./props";
import { TransitionForm } from "./transition-form";

export function Decision({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const amounts = useAmounts(page);
  const { row } = page;
  const { currency } = row;
  const splits = event === "split_appeal";
  return (
    <TransitionForm intent={event} version={row.version} hidden={splits ? { currency } : {}}>
      {(field) => (
        <>
          <p className="max-w-prose text-sm text-ink-soft">
            {t(`decide.${event as "split_appeal"}`, amounts)}
          </p>
          {splits ? (
            <Field meta={field("share")} label={t("decide.share")} hint={t("decide.share_hint")}>
              <MoneyInput currency={currency} />
            </Field>
          ) : null}
          <Field meta={field("note")} label={t("form.reason")} hint={t("form.reason_hint")}>
            <TextArea required maxLength={2_000} />
          </Field>
          <SubmitButton variant="danger">{tLifecycle(`act.${event as "cancel"}`)}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

function useAmounts({ row }: Page) {
  const format = useFormat();
  const money = (minor: number) => format.money(minor, row.currency);
  return {
    // What most collaborations do not have is only named where there is some.
    context: row.reimbursement_minor + row.holdback_minor > 0 ? ("more" as const) : undefined,
    held: money(row.fee_minor + row.platform_fee_minor + row.reimbursement_cap_minor),
    fee: money(row.fee_minor),
    earned: money(row.fee_minor + row.reimbursement_minor),
    sample: money(row.reimbursement_minor),
    platform_fee: money(row.platform_fee_minor),
    holdback: money(row.holdback_minor),
    owed: money(row.fee_minor - row.holdback_minor),
  };
}
