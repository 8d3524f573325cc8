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
  /** A button or link that leads forward: beside the words where there is room, below them on a phone. */
  action?: ReactNode;
  /** A small control in the corner at every width: what sends the message away. */
  corner?: ReactNode;
};

export function Callout({ tone = "info", title, children, action, corner }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className={cx("flex gap-3 rounded-lg px-4 py-3.5", SOFT[tone])}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-3 sm:flex-row sm:items-center">
        <div className="min-w-0 flex-1 text-sm/6">
          {title ? <p className="font-semibold">{title}</p> : null}
          {children ? <div className="text-ink">{children}</div> : null}
        </div>
        {action ? <div className="shrink-0">{action}</div> : null}
      </div>
      {corner ? <div className="-my-2.5 -mr-2.5 shrink-0">{corner}</div> : null}
    </div>
  );
}
