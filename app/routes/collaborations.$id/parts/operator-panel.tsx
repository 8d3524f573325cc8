/** What only an operator does about a collaboration: takes paid money back, and puts on record what only a person can see. */

import { BREACHES, type Breach } from "@/app/domain/standing/breaches";
import { isWatched } from "@/app/domain/verification/watched";
import collaborationTexts from "@/app/i18n/en/collaboration";
import looksTexts from "@/app/i18n/en/looks";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Disclosure } from "@/app/ui/disclosure";
import { Field, Select, TextArea } from "@/app/ui/form";
import type { Page } from "./props";
import { TransitionForm } from "./transition-form";
import { ObserveForm, questionOf } from "./watch-question";

export function OperatorPanel({ page }: { page: Page }) {
  const t = useTexts(collaborationTexts);
  const tLooks = useTexts(looksTexts);
  const { row, debt } = page;
  const rest_minor = debt ? debt.amount_minor - debt.recovered_minor - debt.in_progress_minor : 0;
  return (
    <Card as="section" className="space-y-4">
      <h2 className="text-lg font-semibold">{t("operator_panel.title")}</h2>
      {debt ? <DebtLines debt={debt} /> : null}
      <div className="flex flex-col gap-2">
        {rest_minor > 0 ? (
          <Disclosure
            look="box"
            name="desk"
            label={<span className="text-sm">{t("operator_panel.reverse")}</span>}
          >
            <ReversePay version={row.version} rest_minor={rest_minor} currency={row.currency} />
          </Disclosure>
        ) : null}
        {isWatched(row.state) && page.looks && !questionOf(page) ? (
          <Disclosure look="box" name="desk" label={<span className="text-sm">{tLooks("record")}</span>}>
            <ObserveForm page={page} />
          </Disclosure>
        ) : null}
        {row.agreed_at ? (
          <Disclosure
            look="box"
            name="desk"
            label={<span className="text-sm">{t("operator_panel.breach")}</span>}
          >
            <BreachForm page={page} />
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}

function DebtLines({ debt }: { debt: NonNullable<Page["debt"]> }) {
  const t = useTexts(collaborationTexts);
  const format = useFormat();
  const lines = [
    [t(`operator_panel.owed_${debt.reason}`), debt.amount_minor],
    [t("operator_panel.recovered"), debt.recovered_minor],
    [t("operator_panel.in_progress"), debt.in_progress_minor],
  ] as const;
  return (
    <dl className="space-y-1 text-sm">
      {lines.map(([name, minor]) => (
        <div key={name} className="flex justify-between gap-4">
          <dt className="text-ink-soft">{name}</dt>
          <dd data-figures>{format.money(minor, debt.currency)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ReversePay(props: { version: number; rest_minor: number; currency: string }) {
  const t = useTexts(collaborationTexts);
  const format = useFormat();
  return (
    <TransitionForm intent="reverse_pay" version={props.version}>
      {() => (
        <>
          <p className="max-w-prose text-sm text-ink-soft">
            {t("operator_panel.reverse_hint", { amount: format.money(props.rest_minor, props.currency) })}
          </p>
          <SubmitButton variant="danger">{t("operator_panel.reverse")}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

function BreachForm({ page }: { page: Page }) {
  const t = useTexts(collaborationTexts);
  const possible = (Object.keys(BREACHES) as Breach[]).filter(
    (kind) => kind !== "returned_after_reimbursement" || page.row.reimbursement_minor > 0,
  );
  return (
    <TransitionForm intent="record_breach" version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("kind")} label={t("operator_panel.kind")}>
            <Select
              placeholder
              options={possible.map((kind) => ({ value: kind, label: t(`operator_panel.kinds.${kind}`) }))}
            />
          </Field>
          <Field meta={field("note")} label={t("operator_panel.seen")} hint={t("operator_panel.seen_hint")}>
            <TextArea required maxLength={2_000} />
          </Field>
          <SubmitButton variant="danger">{t("operator_panel.record")}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}
