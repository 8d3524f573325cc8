/** What only an operator does about a collaboration: takes paid money back, and puts on record what only a person can see. */
import { useTranslation } from "react-i18next";
import { BREACHES, type Breach } from "@/app/domain/standing/breaches";
import { useFormat } from "@/app/i18n/use-format";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Disclosure } from "@/app/ui/disclosure";
import { Field, Select, TextArea } from "@/app/ui/form";
import { MoveForm } from "./move-form";
import type { Page } from "./props";

export function OperatorDesk({ page }: { page: Page }) {
  const { t } = useTranslation("collaboration");
  const { row, debt } = page;
  const rest_minor = debt ? debt.amount_minor - debt.recovered_minor - debt.under_way_minor : 0;
  return (
    <Card as="section" className="space-y-4">
      <h2 className="text-lg font-semibold">{t("desk.title")}</h2>
      {debt ? <DebtLines debt={debt} /> : null}
      <div className="flex flex-col gap-2">
        {rest_minor > 0 ? (
          <Disclosure look="box" name="desk" label={<span className="text-sm">{t("desk.reverse")}</span>}>
            <ReversePay version={row.version} rest_minor={rest_minor} currency={row.currency} />
          </Disclosure>
        ) : null}
        {row.agreed_at ? (
          <Disclosure look="box" name="desk" label={<span className="text-sm">{t("desk.breach")}</span>}>
            <BreachForm page={page} />
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}

function DebtLines({ debt }: { debt: NonNullable<Page["debt"]> }) {
  const { t } = useTranslation("collaboration");
  const format = useFormat();
  const lines = [
    [t(`desk.owed_${debt.reason}`), debt.amount_minor],
    [t("desk.recovered"), debt.recovered_minor],
    [t("desk.under_way"), debt.under_way_minor],
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
  const { t } = useTranslation("collaboration");
  const format = useFormat();
  return (
    <MoveForm intent="reverse_pay" version={props.version}>
      {() => (
        <>
          <p className="max-w-prose text-sm text-ink-soft">
            {t("desk.reverse_hint", { amount: format.money(props.rest_minor, props.currency) })}
          </p>
          <SubmitButton variant="danger">{t("desk.reverse")}</SubmitButton>
        </>
      )}
    </MoveForm>
  );
}

function BreachForm({ page }: { page: Page }) {
  const { t } = useTranslation("collaboration");
  const possible = (Object.keys(BREACHES) as Breach[]).filter(
    (kind) => kind !== "returned_after_reimbursement" || page.row.reimbursement_minor > 0,
  );
  return (
    <MoveForm intent="record_breach" version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("kind")} label={t("desk.kind")}>
            <Select
              placeholder
              options={possible.map((kind) => ({ value: kind, label: t(`desk.kinds.${kind}`) }))}
            />
          </Field>
          <Field meta={field("note")} label={t("desk.seen")} hint={t("desk.seen_hint")}>
            <TextArea required minLength={10} maxLength={2_000} />
          </Field>
          <SubmitButton variant="danger">{t("desk.record")}</SubmitButton>
        </>
      )}
    </MoveForm>
  );
}
