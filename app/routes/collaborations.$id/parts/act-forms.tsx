/** The forms of single acts: what each asks for. */

import { CARRIERS } from "@/app/domain/collaboration/carriers";
import type { CollaborationEvent } from "@/app/domain/collaboration/vocabulary";
import collaborationTexts from "@/app/i18n/en/collaboration";
import commonTexts from "@/app/i18n/en/common";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Checkbox, Field, FieldRow, MoneyInput, Select, TextArea, TextInput } from "@/app/ui/form";
import { useTimeZone } from "@/app/ui/page-facts";
import type { FormProps } from "./props";
import { TransitionForm } from "./transition-form";

function useAct(event: CollaborationEvent): string {
  const t = useTexts(lifecycleTexts);
  return t(`act.${event as "cancel"}`);
}

export function Plain({ page, event }: FormProps) {
  const act = useAct(event);
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {() => (
        <>
          <PlainHint page={page} event={event} />
          <SubmitButton variant={event.startsWith("extend") ? "secondary" : "primary"}>{act}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

/** What a press means where its name alone does not say it. */
function PlainHint({ page, event }: Pick<FormProps, "page" | "event">) {
  const t = useTexts(collaborationTexts);
  const { offer_window_hours, content_extension_days } = page.row.policy;
  const hint =
    event === "extend_slot"
      ? t("hint.extend_slot", { count: offer_window_hours })
      : event === "extend_content"
        ? t("hint.extend_content", { count: content_extension_days })
        : event === "deliver"
          ? t("hint.deliver")
          : null;
  return hint ? <p className="max-w-prose text-sm text-ink-soft">{hint}</p> : null;
}

export function AcceptSlot({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const act = useAct(event);
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("agreed")} label={t("agreement.title")} group>
            <Checkbox label={t("form.agree")} />
          </Field>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

export function Ship({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const act = useAct(event);
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <FieldRow>
            <Field meta={field("carrier")} label={t("form.carrier")}>
              <Select placeholder options={CARRIERS.map((carrier) => ({ value: carrier, label: carrier }))} />
            </Field>
            <Field meta={field("tracking_code")} label={t("form.tracking_code")}>
              <TextInput autoComplete="off" spellCheck={false} />
            </Field>
          </FieldRow>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

export function EnterOrder({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const format = useFormat();
  const act = useAct(event);
  const { currency, reimbursement_cap_minor } = page.row;
  return (
    <TransitionForm intent={event} version={page.row.version} hidden={{ currency }}>
      {(field) => (
        <>
          <FieldRow>
            <Field meta={field("order_number")} label={t("form.order_number")}>
              <TextInput autoComplete="off" spellCheck={false} />
            </Field>
            <Field
              meta={field("paid")}
              label={t("form.paid")}
              hint={t("form.paid_hint", { cap: format.money(reimbursement_cap_minor, currency) })}
            >
              <MoneyInput currency={currency} />
            </Field>
          </FieldRow>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

export function IssueCode({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const act = useAct(event);
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("code")} label={t("form.code")}>
            <TextInput autoComplete="off" defaultValue={page.offer.sample_code} />
          </Field>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

export function Submit({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const tCommon = useTexts(commonTexts);
  const format = useFormat();
  const zone = useTimeZone();
  const act = useAct(event);
  const { cancelled_at } = page.row;
  const platform = tCommon(`platform.${page.row.platform}`);
  const hint = cancelled_at
    ? t("form.url_hint_cancelled", { platform, when: format.date(cancelled_at, "minute", zone) })
    : t("form.url_hint", { platform });
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("url")} label={t("form.url")} hint={hint}>
            <TextInput type="url" inputMode="url" autoComplete="off" placeholder="https://" />
          </Field>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

export function Statement({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const act = useAct(event);
  const about = event === "report_sample" ? "problem" : "evidence";
  const hint = about === "problem" ? undefined : t(`form.${about}_hint`);
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("note")} label={t(`form.${about}`)} hint={hint}>
            <TextArea required minLength={10} maxLength={2_000} />
          </Field>
          <SubmitButton variant="secondary">{act}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}
