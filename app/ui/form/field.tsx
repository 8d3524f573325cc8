/**
 * A labelled control with its hint and what is wrong with it:
 *
 *     <Field meta={form.field("title")} label={t("title")} hint={t("title_hint")}>
 *       <TextInput />
 *     </Field>
 *
 * `meta` is what `useForm` says of a field, or any `{ name, initialValue?, errors? }`. `group` is for several controls under one legend
 * (RadioCards, CheckboxGroup).
 */

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import commonTexts from "@/app/i18n/en/common";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "../class-names";
import { FieldContext, type FieldMeta } from "./field-context";

type Props = {
  meta: FieldMeta;
  label: ReactNode;
  hint?: ReactNode;
  /** Marks the field as one that may stay empty. */
  optional?: boolean;
  group?: boolean;
  /** Keeps the label for screen readers only (a search field beside its button). */
  label_hidden?: boolean;
  className?: string;
  children: ReactNode;
};

export function Field({ meta, label, hint, optional, group, label_hidden, className, children }: Props) {
  const t = useTexts(commonTexts);
  const generated = useId();
  const id = meta.id ?? generated;
  const errors = meta.errors ?? [];
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy =
    [hint ? hintId : "", errors.length > 0 ? errorId : ""].filter(Boolean).join(" ") || undefined;
  const { minLength, maxLength, min, max, step, pattern } = meta;
  const control = {
    id,
    name: meta.name,
    initialValue: meta.initialValue,
    // A group's single controls are not each required.
    required: Boolean(meta.required) && !group,
    describedBy,
    invalid: errors.length > 0,
    limits: { minLength, maxLength, min, max, step, pattern },
  };
  const caption = (
    <>
      <span data-caption>{label}</span>
      {optional ? <span className="font-normal text-ink-faint"> · {t("optional")}</span> : null}
    </>
  );
  const captionClass = cx("block text-sm font-semibold text-ink", label_hidden && "sr-only");
  const body = (
    <>
      {hint ? (
        <div id={hintId} className="text-sm text-ink-soft">
          {hint}
        </div>
      ) : null}
      <FieldContext.Provider value={control}>{children}</FieldContext.Provider>
      {errors.length > 0 ? (
        <div id={errorId} data-finding={id} className="flex gap-1.5 text-sm font-medium text-danger-ink">
          <CircleAlert aria-hidden className="mt-0.75 size-4 shrink-0" />
          <span>{errors.join(" ")}</span>
        </div>
      ) : null}
    </>
  );
  return group ? (
    <fieldset
      id={id}
      tabIndex={errors.length > 0 ? -1 : undefined}
      aria-describedby={describedBy}
      className={cx("min-w-0 space-y-2", className)}
    >
      <legend className={captionClass}>{caption}</legend>
      {body}
    </fieldset>
  ) : (
    <div className={cx("space-y-1.5", className)}>
      <label htmlFor={id} className={captionClass}>
        {caption}
      </label>
      {body}
    </div>
  );
}
