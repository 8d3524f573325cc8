/** Nothing here yet: why, and how that changes. */
import type { ReactNode } from "react";
import { Illustration, type Scene } from "./illustrations";

type Props = { scene?: Scene; title: ReactNode; children?: ReactNode; action?: ReactNode };

export function EmptyState({ scene = "inbox", title, children, action }: Props) {
  return (
    <div className="flex flex-col items-center rounded-xl border border-dashed border-line-strong px-6 py-10 text-center">
      <Illustration scene={scene} className="w-44" />
      <p className="mt-4 text-lg font-semibold">{title}</p>
      {children ? <div className="mt-1.5 max-w-md text-balance text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}
