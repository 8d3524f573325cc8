/** A form of this page: carries its intent and the version the person is looking at, keeps what was typed, says what is wrong. */
import { getFormProps, useForm } from "@conform-to/react";
import { Form, useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { refusalText } from "@/app/i18n/refusal-text";
import { type FieldMeta, FormErrors } from "@/app/ui/form";
import type { CollaborationAction } from "../route";

type Props = {
  intent: string;
  version: number;
  /** Fields without a control of their own. */
  hidden?: Record<string, string>;
  children: (field: (name: string) => FieldMeta) => ReactNode;
};

export function TransitionForm({ intent, version, hidden = {}, children }: Props) {
  const { t } = useTranslation("errors");
  const answered = useActionData<CollaborationAction>();
  const mine = answered?.intent === intent ? answered : undefined;
  const [form, fields] = useForm<Record<string, unknown>>({
    id: `move-${intent}`,
    lastResult: mine?.result,
    shouldRevalidate: "onInput",
  });
  const refusal = mine?.refusal && mine.refusal.code !== "stale_state" ? [refusalText(t, mine.refusal)] : [];
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-4">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors form={form} errors={refusal} />
      {children((name) => fields[name] as unknown as FieldMeta)}
    </Form>
  );
}
