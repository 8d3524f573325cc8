/** Incidents: what waits for a decision, what was decided, what was repaired without anybody. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { countOpenIncidents, listIncidents } from "@/app/domain/audit/queries/incidents";
import { INCIDENT_STATUSES } from "@/app/domain/audit/vocabulary";
import booksIncidentsTexts from "@/app/i18n/en/books/incidents";
import operatorIncidentsTexts from "@/app/i18n/en/operator/incidents";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { Badge } from "@/app/ui/badge";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime, RelativeTime } from "@/app/ui/moments";
import { Pagination } from "@/app/ui/pagination";
import { Table } from "@/app/ui/table";
import { LinkTabs } from "@/app/ui/tabs";
import { db } from "@/db/client";
import { incidentStatus } from "../operator.ledger/filters";
import { LedgerFrame } from "../operator.ledger/parts/frame";
import { INCIDENT_TONES } from "../operator.ledger/parts/incident-tones";
import { CsvLink } from "../operator.ledger/parts/list";
import { Id } from "../operator.ledger/parts/text";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const status = incidentStatus(searchParams);
  const { rows, next } = await listIncidents(db, { status, after: cursorOf(searchParams) });
  return {
    status,
    statuses: INCIDENT_STATUSES,
    rows: rows.map(({ id, kind, subject, status: stands, created_at, last_seen_at }) => ({
      id,
      kind,
      subject,
      stands,
      created_at,
      last_seen_at,
    })),
    next: cursorText(next),
    open: await countOpenIncidents(db),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, booksIncidentsTexts)("title"), "");

export default function Incidents() {
  const t = useTexts(booksIncidentsTexts);
  const tIncidents = useTexts(operatorIncidentsTexts);
  const { status, statuses, rows, next, open } = useLoaderData<typeof loader>();
  return (
    <LedgerFrame open_incidents={open}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <p className="max-w-2xl text-sm text-ink-soft">{t("lead")}</p>
        <CsvLink list="incidents" given={{ status }} />
      </div>
      <LinkTabs
        label={t("state")}
        tabs={statuses.map((name) => ({
          to: `/operator/incidents?status=${name}`,
          label: t(`status.${name}`),
          current: name === status,
        }))}
      />
      <Table
        caption={t("title")}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/operator/incidents/${id}`}
        empty={
          status === "open" ? (
            <EmptyState title={t("none_open")}>{t("none_open_lead")}</EmptyState>
          ) : (
            <EmptyState title={t("none")} />
          )
        }
        columns={[
          {
            id: "kind",
            head: t("kind"),
            title: true,
            cell: ({ kind }) => tIncidents(`kinds.${kind as "balance_differs"}`),
          },
          { id: "subject", head: t("subject"), cell: ({ subject }) => <Id>{subject}</Id> },
          {
            id: "state",
            head: t("state"),
            cell: ({ stands }) => <Badge tone={INCIDENT_TONES[stands]}>{t(`status.${stands}`)}</Badge>,
          },
          {
            id: "seen",
            head: t("seen"),
            cell: ({ created_at }) => (
              <DateTime at={created_at} style="minute_of_year" className="whitespace-nowrap" />
            ),
          },
          {
            id: "last_seen",
            head: t("last_seen"),
            align: "end",
            cell: ({ last_seen_at }) => <RelativeTime at={last_seen_at} />,
          },
        ]}
      />
      <Pagination next={next} />
    </LedgerFrame>
  );
}
