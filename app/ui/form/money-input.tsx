/**
 * An amount, typed in major units ("120.50") and sent as typed: `parseMoney` in the schema turns it into minor units. What was typed
 * stays as it was when the form comes back, and nothing depends on a script.
 */
import { forwardRef, type InputHTMLAttributes } from "react";
import { useLocale } from "@/app/i18n/use-texts";
import { decimalsOf } from "@/app/lib/money";
import { majorText } from "./money-text";
import { TextInput } from "./text-input";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "defaultValue"> & {
  currency: string;
  /** What is stored, in minor units; what was typed last wins over it. */
  stored_minor?: number;
};

export const MoneyInput = forwardRef<HTMLInputElement, Props>(function MoneyInput(
  { currency, stored_minor, ...own },
  ref,
) {
  const locale = useLocale();
  const stored = stored_minor === undefined ? {} : { defaultValue: majorText(stored_minor, currency) };
  return (
    <TextInput
      ref={ref}
      inputMode={decimalsOf(currency) === 0 ? "numeric" : "decimal"}
      autoComplete="off"
      placeholder={majorText(0, currency)}
      {...stored}
      {...own}
      after={<span lang={locale}>{currency}</span>}
      className="tabular-nums"
    />
  );
});
