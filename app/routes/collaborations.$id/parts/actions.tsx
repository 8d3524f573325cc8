/** The forms for what the viewer may do now. Which ones there are, the lifecycle table says; how each looks is said here. */
import { useTranslation } from "react-i18next";
import { CARRIERS } from "@/app/domain/collaboration/carriers";
import type { CollaborationEvent } from "@/app/domain/collaboration/states";
import { useFormat } from "@/app/i18n/use-format";
import { SubmitButton } from "@/app/ui/button";
import { Disclosure } from "@/app/ui/disclosure";
import { Checkbox, Field, MoneyInput, Select, TextArea, TextInput } from "@/app/ui/form";
import { ClauseFields } from "./clause-fields";
import { Confirmed } from "./confirmed";
import { MoveForm } from "./move-form";
import type { PartProps } from "./props";

/** Buttons that are the usual way on, in the order in which they stand. */
const FORMS: Partial<Record<CollaborationEvent, (props: FormProps) => JSX.Element>> = {
  accept_invitation: Plain,
  offer_slot: Plain,
  accept_offer: AcceptOffer,
  ship: Ship,
  reship: Ship,
  enter_order: EnterOrder,
  issue_code: IssueCode,
  deliver: Plain,
  submit: Submit,
  approve: Plain,
  request_changes: ClauseFields,
  reject: ClauseFields,
  contest: Statement,
  add_evidence: Statement,
  release_dispute: Statement,
  split_dispute: Statement,
  refund_dispute: Statement,
  extend_offer: Plain,
  extend_content: Plain,
  report_sample: Statement,
  return_sample: Confirmed,
  decline_invitation: Confirmed,
  decline_application: Confirmed,
  decline_offer: Confirmed,
  withdraw: Confirmed,
  cancel: Confirmed,
};

/** What the whole decision of the page is about stands open; everything else is folded away behind its name. */
const OPEN: ReadonlySet<CollaborationEvent> = new Set([
  "accept_invitation",
  "offer_slot",
  "accept_offer",
  "ship",
  "enter_order",
  "issue_code",
  "submit",
  "approve",
]);

export type FormProps = PartProps & { event: CollaborationEvent };

export function Actions({ page, viewer }: PartProps) {
  const { t } = useTranslation("lifecycle");
  const offered = (Object.keys(FORMS) as CollaborationEvent[]).filter(
    (event) => page.moves.includes(event) && useful(event, page),
  );
  if (offered.length === 0) return null;
  const render = (event: CollaborationEvent) => {
    const Form = FORMS[event] ?? Plain;
    return <Form page={page} viewer={viewer} event={event} />;
  };
  const open = offered.filter((event) => OPEN.has(event));
  const folded = offered.filter((event) => !OPEN.has(event));
  return (
    <div className="mt-5 space-y-5">
      {open.map((event) => (
        <div key={event}>{render(event)}</div>
      ))}
      {folded.length > 0 ? (
        <div className="flex flex-col gap-2 border-t border-line pt-4">
          {folded.map((event) => (
            <Disclosure
              key={event}
              look="box"
              name="move"
              label={<span className="text-sm">{t(`act.${event as "cancel"}`)}</span>}
              open={page.moves.length === 1}
            >
              {render(event)}
            </Disclosure>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Moves whose one use is spent are not offered; the command would refuse them all the same. */
function useful(event: CollaborationEvent, { row }: PartProps["page"]): boolean {
  if (event === "extend_offer") return !row.offer_extended;
  if (event === "extend_content") return !row.content_extended;
  if (event === "request_changes") return row.revisions_used < row.policy.revisions;
  if (event === "cancel" && row.state === "in_transit") return row.due_kind === "transit_late";
  return true;
}

function useAct(event: CollaborationEvent): string {
  const { t } = useTranslation("lifecycle");
  return t(`act.${event as "cancel"}`);
}

function Plain({ page, event }: FormProps) {
  const act = useAct(event);
  return (
    <MoveForm intent={event} version={page.row.version}>
      {() => (
        <SubmitButton variant={event.startsWith("extend") ? "secondary" : "primary"}>{act}</SubmitButton>
      )}
    </MoveForm>
  );
}

function AcceptOffer({ page, event }: FormProps) {
  const { t } = useTranslation("collaboration");
  const act = useAct(event);
  return (
    <MoveForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("agreed")} label={t("agreement.title")} group>
            <Checkbox label={t("form.agree")} />
          </Field>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </MoveForm>
  );
}

function Ship({ page, event }: FormProps) {
  const { t } = useTranslation("collaboration");
  const act = useAct(event);
  return (
    <MoveForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field meta={field("carrier")} label={t("form.carrier")}>
              <Select placeholder options={CARRIERS.map((carrier) => ({ value: carrier, label: carrier }))} />
            </Field>
            <Field meta={field("tracking_code")} label={t("form.tracking_code")}>
              <TextInput autoComplete="off" spellCheck={false} />
            </Field>
          </div>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </MoveForm>
  );
}

function EnterOrder({ page, event }: FormProps) {
  const { t } = useTranslation("collaboration");
  const format = useFormat();
  const act = useAct(event);
  const { currency, reimbursement_cap_minor } = page.row;
  return (
    <MoveForm intent={event} version={page.row.version} hidden={{ currency }}>
      {(field) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
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
          </div>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </MoveForm>
  );
}

function IssueCode({ page, event }: FormProps) {
  const { t } = useTranslation("collaboration");
  const act = useAct(event);
  return (
    <MoveForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("code")} label={t("form.code")}>
            <TextInput autoComplete="off" defaultValue={page.offer.sample_code} />
          </Field>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </MoveForm>
  );
}

function Submit({ page, event }: FormProps) {
  const { t } = useTranslation(["collaboration", "common"]);
  const act = useAct(event);
  return (
    <MoveForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <Field
            meta={field("url")}
            label={t("form.url")}
            hint={t("form.url_hint", { platform: t(`common:platform.${page.row.platform}`) })}
          >
            <TextInput type="url" inputMode="url" autoComplete="off" placeholder="https://" />
          </Field>
          <SubmitButton>{act}</SubmitButton>
        </>
      )}
    </MoveForm>
  );
}

function Statement({ page, event }: FormProps) {
  const { t } = useTranslation("collaboration");
  const act = useAct(event);
  const about = event === "report_sample" ? "problem" : event.endsWith("dispute") ? "reason" : "evidence";
  const hint = about === "problem" ? undefined : t(`form.${about}_hint`);
  return (
    <MoveForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          <Field meta={field("note")} label={t(`form.${about}`)} hint={hint}>
            <TextArea required minLength={10} maxLength={2_000} />
          </Field>
          <SubmitButton variant="secondary">{act}</SubmitButton>
        </>
      )}
    </MoveForm>
  );
}
