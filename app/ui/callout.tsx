/** A message that stands in the page: what is so, what it means, what to do. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";
import { SOFT } from "./tone";

type CalloutTone = "info" | "success" | "warn" | "danger" | "held" | "neutral";

const ICONS = {
  info: Info,
  success: CircleCheck,
  warn: TriangleAlert,
  danger: CircleAlert,
  held: Info,
  neutral: Info,
} as const;

type Props = {
  tone?: CalloutTone;
  title?: ReactNode;
  children?: ReactNode;
  /** A button or link that leads forward. */
  action?: ReactNode;
};

export function Callout({ tone = "info", title, children, action }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className={cx("flex flex-col gap-3 rounded-lg px-4 py-3.5 sm:flex-row sm:items-center", SOFT[tone])}>
      <div className="flex min-w-0 flex-1 gap-3">
        <Icon aria-hidden className="mt-0.75 size-5 shrink-0" />
        <div className="min-w-0 flex-1 text-sm/6">
          {title ? <p className="font-semibold">{title}</p> : null}
          {children ? <div className="text-ink">{children}</div> : null}
        </div>
      </div>
      {action ? <div className="shrink-0 pl-8 sm:pl-0">{action}</div> : null}
    </div>
  );
}
