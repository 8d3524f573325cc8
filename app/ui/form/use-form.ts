/**
 * A form and what its action answered: what was typed, what is wrong with it. Works without a script; with one, the first field in question takes
 * the focus, and a finding goes once its field is changed.
 *
 *     const form = useForm({ answer: useAnswer(), stored: address });
 *     <Form method="post" {...form.props}>
 *       <FormErrors form={form} />
 *       <Field meta={form.field("city")} label={t("city")}><TextInput /></Field>
 */
import { useActionData } from "@remix-run/react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { FieldErrors, FormAnswer } from "@/app/lib/forms/answer";
import type { FieldMeta } from "./field-context";

type Options = {
  answer?: FormAnswer | undefined;
  /** What is wrong with what is stored, said before anything was sent. */
  found?: FieldErrors | undefined;
  /** What the fields begin with, until something was typed. */
  stored?: Readonly<Record<string, unknown>>;
  /** Begins the ids of the fields; needed only where something links to one. */
  id?: string;
};

/** The answer of this page's action: to the form that `intent` names, or to whichever was sent. */
export function useAnswer(intent?: string): FormAnswer | undefined {
  const answer = useActionData() as FormAnswer | undefined;
  return answer && (intent === undefined || answer.intent === intent) ? answer : undefined;
}

export function useForm({ answer, found, stored = {}, id }: Options) {
  const generated = useId();
  const prefix = id ?? generated;
  const ref = useRef<HTMLFormElement>(null);
  const [mended, setMended] = useState<{ answer: FormAnswer | undefined; names: readonly string[] }>({
    answer,
    names: [],
  });
  const names = mended.answer === answer ? mended.names : [];
  const errors: FieldErrors = Object.fromEntries(
    Object.entries(answer?.errors ?? found ?? {}).filter(([name]) => !names.includes(name)),
  );
  useEffect(() => {
    if (answer) firstInQuestion(ref.current)?.focus();
  }, [answer]);

  const onInput = ({ target }: FormEvent<HTMLFormElement>) => {
    const name = "name" in target ? String(target.name) : "";
    if (name && errors[name]) setMended({ answer, names: [...names, name] });
  };
  const field = (name: string): FieldMeta => ({
    id: `${prefix}-${name}`,
    name,
    initialValue: answer?.values[name] ?? stored[name],
    errors: errors[name],
  });
  // Our own words say what is wrong, never the browser's.
  return { props: { id: prefix, ref, onInput, noValidate: true }, field, errors };
}

export type FormState = Pick<ReturnType<typeof useForm>, "errors">;

function firstInQuestion(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>("[aria-invalid=true], fieldset:has(> [data-finding])") ?? null;
}
