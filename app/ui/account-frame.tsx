/** The frame of the pages before one is signed in: one sheet in the middle, what it is for, and the way to its neighbour. */
import type { ReactNode } from "react";
import { Card } from "@/app/ui/card";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  icon?: ReactNode;
  children: ReactNode;
  /** Below the sheet: the way to another page. */
  below?: ReactNode;
  /** Beside the sheet on wide screens. */
  beside?: ReactNode;
};

export function AccountFrame({ title, lead, icon, children, below, beside }: Props) {
  const sheet = (
    <div className="w-full max-w-lg">
      <Card className="space-y-6 sm:p-8">
        <header>
          {icon ? (
            <span className="mb-4 flex size-12 items-center justify-center rounded-full bg-primary-soft text-primary">
              {icon}
            </span>
          ) : null}
          <h1 className="text-2xl font-bold">{title}</h1>
          {lead ? <div className="mt-1.5 text-ink-soft">{lead}</div> : null}
        </header>
        {children}
      </Card>
      {below ? <p className="mt-5 text-center text-ink-soft">{below}</p> : null}
    </div>
  );
  if (!beside) return <div className="container-page flex justify-center py-8 sm:py-14">{sheet}</div>;
  return (
    <div className="container-page grid grid-cols-1 max-w-5xl! items-start justify-items-center gap-10 py-8 sm:py-14 lg:grid-cols-[minmax(0,1fr)_20rem]">
      {sheet}
      <aside className="w-full max-w-lg lg:pt-10">{beside}</aside>
    </div>
  );
}
