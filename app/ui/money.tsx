/** An amount in minor units, as the reader writes it. */
import { useFormat } from "@/app/i18n/use-format";
import { cx } from "./class-names";
import { INK, type Tone } from "./tone";

type Props = {
  minor: number;
  currency: string;
  /** Drops ",00": for headlines, never in columns. */
  compact?: boolean;
  tone?: Tone;
  className?: string;
};

export function Money({ minor, currency, compact, tone, className }: Props) {
  const format = useFormat();
  return (
    <span data-figures className={cx("whitespace-nowrap", tone && INK[tone], className)}>
      {format.money(minor, currency, { compact })}
    </span>
  );
}
