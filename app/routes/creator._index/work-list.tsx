/** Collaborations as cards: what each waits for, and until when. */
import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { listCollaborations } from "@/app/domain/collaboration/queries";
import { StatusBadge } from "@/app/ui/badge";
import { Card } from "@/app/ui/card";
import { Deadline } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";

type Work = SerializeFrom<Awaited<ReturnType<typeof listCollaborations>>["rows"]>[number];

export function WorkList({ rows }: { rows: readonly Work[] }) {
  const { t } = useTranslation("lifecycle");
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {rows.map((row) => (
        <Card key={row.id} as="li" className="relative">
          <div className="flex items-start justify-between gap-3">
            <Link
              to={`/collaborations/${row.id}`}
              className="min-w-0 font-semibold after:absolute after:inset-0 after:rounded-xl"
            >
              {row.offer_title}
            </Link>
            <StatusBadge state={row.state} />
          </div>
          <p className="mt-1 text-sm text-ink-soft">
            {row.brand_name} · <Money minor={row.fee_minor} currency={row.currency} />
          </p>
          {row.due_at && row.due_kind ? (
            <div className="mt-3 border-t border-line pt-3">
              <p className="text-sm font-medium">{t(`due.${row.due_kind}`)}</p>
              <Deadline at={row.due_at} />
            </div>
          ) : null}
        </Card>
      ))}
    </ul>
  );
}
