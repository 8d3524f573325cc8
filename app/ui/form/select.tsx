/** One of several, from the platform's own list: works everywhere, with any keyboard, without a script. */

import { ChevronDown } from "lucide-react";
import { forwardRef, type SelectHTMLAttributes } from "react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "../class-names";
import { useFieldControl, useInitialText } from "./field-context";
import { INPUT_CLASS } from "./text-input";

export type Option = { value: string; label: string; disabled?: boolean };

type Props = SelectHTMLAttributes<HTMLSelectElement> & {
  options: readonly Option[];
  /** The first, empty entry: `true` for "Choose…", or its own words; none by default. */
  placeholder?: string | true;
};

export const Select = forwardRef<HTMLSelectElement, Props>(function Select(
  { options, placeholder, className, ...own },
  ref,
) {
  const t = useTexts(uiTexts);
  const control = useFieldControl();
  const initial = useInitialText();
  return (
    <div className="relative">
      <select
        ref={ref}
        defaultValue={own.value === undefined ? initial : undefined}
        {...control}
        {...own}
        className={cx(INPUT_CLASS, "h-11 appearance-none truncate pr-10 pl-3", className)}
      >
        {placeholder ? (
          <option value="">{placeholder === true ? t("form.choose") : placeholder}</option>
        ) : null}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4.5 -translate-y-1/2 text-ink-faint"
      />
    </div>
  );
});
