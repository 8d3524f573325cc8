/** What is wrong with a form as a whole, above it, taking the focus when the form comes back. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Callout } from "../callout";
import { useErrorText } from "./error-text";

type Props = {
  /** Findings that belong to no field: conform's `form.errors`, or a refusal's text. */
  errors?: readonly string[] | undefined;
  /** How many fields have a finding of their own. */
  field_count?: number;
};

export function FormErrors({ errors = [], field_count = 0 }: Props) {
  const { t } = useTranslation("ui");
  const errorText = useErrorText();
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0 || field_count > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="outline-none">
      <Callout tone="danger" title={field_count > 0 ? t("form.problems", { count: field_count }) : undefined}>
        {errors.map(errorText).join(" ") || undefined}
      </Callout>
    </div>
  );
}
