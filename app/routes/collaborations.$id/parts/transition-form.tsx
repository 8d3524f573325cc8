/** A form of this page: carries its intent and the version the person is looking at, keeps what was typed, says what is wrong. */
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { type FieldMeta, FormErrors, useAnswer, useForm } from "@/app/ui/form";

type Props = {
  intent: string;
  version: number;
  /** Fields without a control of their own. */
  hidden?: Record<string, string>;
  children: (field: (name: string) => FieldMeta) => ReactNode;
};

export function TransitionForm({ intent, version, hidden = {}, children }: Props) {
  const answer = useAnswer(intent);
  // A stale form is spoken of above the page, where everybody looks.
  const stale = answer?.refusal?.code === "stale_state";
  const form = useForm({ id: `move-${intent}`, answer: stale ? undefined : answer });
  return (
    <Form method="post" {...form.props} className="space-y-4">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors form={form} />
      {children(form.field)}
    </Form>
  );
}
