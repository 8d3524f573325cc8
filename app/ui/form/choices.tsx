/** Yes or no, one of few, several of some. All are the browser's own controls, dressed. */
import { Check } from "lucide-react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { cx } from "../class-names";
import { useFieldControl, useInitialChoices } from "./field-context";

const BOX = cx(
  "peer size-5 shrink-0 appearance-none border border-field bg-surface shadow-sm transition-colors",
  "checked:border-primary checked:bg-primary hover:border-ink-soft aria-invalid:border-danger",
);

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** A single agreement or option. Inside a `Field` it takes the field's name; the field's label then stands above it. */
export function Checkbox({ label, hint, className, ...own }: CheckboxProps) {
  const control = useFieldControl();
  const chosen = useInitialChoices();
  const props = { ...control, ...own };
  return (
    <label className={cx("flex min-h-11 items-start gap-3 py-2", className)}>
      <span className="relative mt-0.5 flex">
        <input
          defaultChecked={own.checked === undefined ? chosen.includes(String(own.value ?? "on")) : undefined}
          {...props}
          type="checkbox"
          className={cx(BOX, "rounded-sm")}
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 size-4 text-on-primary opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span>
        <span className="text-ink">{label}</span>
        {hint ? <span className="block text-sm text-ink-soft">{hint}</span> : null}
      </span>
    </label>
  );
}

/** On or off, at once understood. Sends its name only when on, as a checkbox does. */
export function Switch({ label, hint, className, ...own }: CheckboxProps) {
  const control = useFieldControl();
  const chosen = useInitialChoices();
  return (
    <label className={cx("flex min-h-11 items-start justify-between gap-4 py-2", className)}>
      <span>
        <span className="font-medium text-ink">{label}</span>
        {hint ? <span className="block text-sm text-ink-soft">{hint}</span> : null}
      </span>
      <span className="relative mt-0.5 flex">
        <input
          defaultChecked={own.checked === undefined ? chosen.includes(String(own.value ?? "on")) : undefined}
          {...control}
          {...own}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its state by itself.
          role="switch"
          className="peer h-6 w-11 appearance-none rounded-full bg-field transition-colors checked:bg-primary"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute top-0.5 left-0.5 size-5 rounded-full bg-white shadow-sm transition-transform peer-checked:translate-x-5"
        />
      </span>
    </label>
  );
}

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
};

const CARD = cx(
  "relative flex h-full min-h-12 items-start gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3 shadow-sm transition-colors",
  "hover:border-ink-faint has-checked:border-primary has-checked:bg-primary-soft has-checked:shadow-none",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
  "has-disabled:opacity-55",
);

/** Three columns are for single words: two of them stand beside each other on a phone already. */
const COLUMNS = {
  1: "grid-cols-1",
  2: "grid-cols-1 sm:grid-cols-2",
  3: "grid-cols-2 sm:grid-cols-3",
} as const;

type GroupProps = { choices: readonly Choice[]; columns?: 1 | 2 | 3; name?: string; defaultValue?: string };

/** One of a few, each with a sentence. Stands in a `<Field group>`. */
export function RadioCards({ choices, columns = 2, name, defaultValue }: GroupProps) {
  const control = useFieldControl();
  const [chosen] = useInitialChoices();
  const first = defaultValue ?? chosen;
  return (
    <div className={cx("grid gap-3", COLUMNS[columns])}>
      {choices.map((choice) => (
        <label key={choice.value} className={CARD}>
          <input
            type="radio"
            name={name ?? control.name}
            value={choice.value}
            defaultChecked={choice.value === first}
            disabled={choice.disabled}
            className="mt-1 size-4.5 shrink-0 appearance-none rounded-full border border-field bg-surface checked:border-[5px] checked:border-primary focus-visible:outline-none"
          />
          <ChoiceText choice={choice} />
        </label>
      ))}
    </div>
  );
}

/** Several of some; sends the name once for each. Stands in a `<Field group>`. */
export function CheckboxGroup({ choices, columns = 2, name }: Omit<GroupProps, "defaultValue">) {
  const control = useFieldControl();
  const chosen = useInitialChoices();
  return (
    <div className={cx("grid gap-3", COLUMNS[columns])}>
      {choices.map((choice) => (
        <label key={choice.value} className={CARD}>
          <span className="relative mt-0.75 flex">
            <input
              type="checkbox"
              name={name ?? control.name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              className={cx(BOX, "rounded-sm focus-visible:outline-none")}
            />
            <Check
              aria-hidden
              strokeWidth={3}
              className="pointer-events-none absolute inset-0.5 size-4 text-on-primary opacity-0 peer-checked:opacity-100"
            />
          </span>
          <ChoiceText choice={choice} />
        </label>
      ))}
    </div>
  );
}

function ChoiceText({ choice }: { choice: Choice }) {
  return (
    <span className="flex min-w-0 flex-1 items-start gap-3">
      <span className="min-w-0 flex-1">
        <span className="block font-semibold text-ink">{choice.label}</span>
        {choice.hint ? <span className="mt-0.5 block text-sm text-ink-soft">{choice.hint}</span> : null}
      </span>
      {choice.icon ? (
        <span className="flex h-6.5 shrink-0 items-center text-ink-soft">{choice.icon}</span>
      ) : null}
    </span>
  );
}
