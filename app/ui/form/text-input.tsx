/** Lines and paragraphs of text. Inside a `Field` they need no props at all. */
import { forwardRef, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from "react";
import { cx } from "../class-names";
import { useFieldControl, useFieldLimits, useInitialText } from "./field-context";

/** The look of everything one types into. */
export const INPUT_CLASS = cx(
  "w-full rounded-md border border-field bg-surface text-ink shadow-sm",
  "placeholder:text-ink-faint transition-colors hover:border-ink-soft",
  "focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-offset-0",
  "aria-invalid:border-danger disabled:bg-sunken disabled:text-ink-soft",
);

export type TextInputProps = InputHTMLAttributes<HTMLInputElement> & {
  /** Stands before or behind the text inside the frame: a unit, an icon, `@`. */
  before?: ReactNode;
  after?: ReactNode;
};

export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput(
  { before, after, className, ...own },
  ref,
) {
  const control = useFieldControl();
  const limits = useFieldLimits();
  const initial = useInitialText();
  // Passwords are never written back into a page.
  const defaultValue = own.type === "password" || own.value !== undefined ? undefined : initial;
  const input = (
    <input
      ref={ref}
      type="text"
      defaultValue={defaultValue}
      {...limits}
      {...control}
      {...own}
      className={cx(
        INPUT_CLASS,
        "h-11 px-3",
        Boolean(before) && "pl-10",
        Boolean(after) && "pr-14",
        className,
      )}
    />
  );
  if (!before && !after) return input;
  const mark = "pointer-events-none absolute inset-y-0 flex items-center text-sm text-ink-faint";
  return (
    <div className="relative">
      {before ? <span className={cx(mark, "left-3")}>{before}</span> : null}
      {input}
      {after ? <span className={cx(mark, "right-3")}>{after}</span> : null}
    </div>
  );
});

export const TextArea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function TextArea({ className, ...own }, ref) {
    const control = useFieldControl();
    const { minLength, maxLength } = useFieldLimits();
    const initial = useInitialText();
    return (
      <textarea
        ref={ref}
        rows={4}
        defaultValue={own.value === undefined ? initial : undefined}
        minLength={minLength}
        maxLength={maxLength}
        {...control}
        {...own}
        className={cx(INPUT_CLASS, "field-sizing-content min-h-24 px-3 py-2.5", className)}
      />
    );
  },
);
