/** Collaborations one below the other: with whom, for how much, how each stands, what it waits for and until when. */

import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { listCollaborations } from "@/app/domain/collaboration/queries/collaborations";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useTexts } from "@/app/i18n/use-texts";
import { StatusBadge } from "./badge";
import { Card } from "./card";
import { DateTime, Deadline } from "./moments";
import { Money } from "./money";
import { useNow } from "./page-facts";

type Collaboration = SerializeFrom<Awaited<ReturnType<typeof listCollaborations>>["rows"]>[number];

export type Work = Pick<
  Collaboration,
  | "id"
  | "state"
  | "offer_title"
  | "brand_name"
  | "creator_name"
  | "fee_minor"
  | "currency"
  | "due_at"
  | "due_kind"
  | "entered_at"
>;

type Props = {
  rows: readonly Work[];
  /** Whose list it is: the other side is named in it. */
  side: "brand" | "creator";
};

export function WorkList({ rows, side }: Props) {
  return (
    <Card padded={false}>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li
            key={row.id}
            className="group/row relative grid items-center gap-x-6 gap-y-2.5 px-5 py-4 transition-colors hover:bg-sunken/60 md:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_11rem]"
          >
            <div className="flex min-w-0 flex-wrap items-start justify-between gap-x-3 gap-y-1.5 md:block">
              {/* Large type leaves no room beside the badge: then the badge goes below. */}
              <div className="min-w-0 flex-1 basis-40">
                {/* The link's own box grows over the row, so that all of it can be pressed. */}
                <Link
                  to={`/collaborations/${row.id}`}
                  prefetch="intent"
                  className="font-semibold after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus group-first/row:after:rounded-t-xl group-last/row:after:rounded-b-xl"
                >
                  {row.offer_title}
                </Link>
                <p className="text-sm text-ink-soft">
                  {side === "brand" ? row.creator_name : row.brand_name} ·{" "}
                  <Money minor={row.fee_minor} currency={row.currency} />
                </p>
              </div>
              <span className="shrink-0 md:hidden">
                <StatusBadge state={row.state} due_kind={row.due_kind} />
              </span>
            </div>
            <Due row={row} />
            <span className="hidden text-right md:block">
              <StatusBadge state={row.state} due_kind={row.due_kind} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Due({ row }: { row: Work }) {
  const t = useTexts(lifecycleTexts);
  const now = useNow();
  if (!row.due_at || !row.due_kind)
    return <DateTime at={row.entered_at} className="text-sm text-ink-faint" />;
  // A hold of no days is over at once.
  if (row.due_kind === "hold" && new Date(row.due_at) <= now)
    return <p className="text-sm font-medium">{t("transfer_now")}</p>;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 md:block">
      <p className="text-sm font-medium">{t(`due.${row.due_kind}`)}</p>
      <Deadline at={row.due_at} />
    </div>
  );
}
