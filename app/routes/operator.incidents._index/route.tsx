/** Incidents: what waits for a decision, what was decided, what was repaired without anybody. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireOperator } from "@/app/auth/session";
import { countOpenIncidents, listIncidents } from "@/app/domain/audit/queries/incidents";
import { INCIDENT_STATUSES } from "@/app/domain/audit/vocabulary";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
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

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, "books")("incidents.title"), "");

export default function Incidents() {
  const { t } = useTranslation(["books", "operator"]);
  const { status, statuses, rows, next, open } = useLoaderData<typeof loader>();
  return (
    <LedgerFrame open_incidents={open}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <p className="max-w-2xl text-sm text-ink-soft">{t("incidents.lead")}</p>
        <CsvLink list="incidents" given={{ status }} />
      </div>
      <LinkTabs
        label={t("incidents.state")}
        tabs={statuses.map((name) => ({
          to: `/operator/incidents?status=${name}`,
          label: t(`incidents.status.${name}`),
          current: name === status,
        }))}
      />
      <Table
        caption={t("incidents.title")}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/operator/incidents/${id}`}
        empty={
          status === "open" ? (
            <EmptyState title={t("incidents.none_open")}>{t("incidents.none_open_lead")}</EmptyState>
          ) : (
            <EmptyState title={t("incidents.none")} />
          )
        }
        columns={[
          {
            id: "kind",
            head: t("incidents.kind"),
            title: true,
            cell: ({ kind }) => t(`operator:incidents.kinds.${kind as "balance_differs"}`),
          },
          { id: "subject", head: t("incidents.subject"), cell: ({ subject }) => <Id>{subject}</Id> },
          {
            id: "state",
            head: t("incidents.state"),
            cell: ({ stands }) => (
              <Badge tone={INCIDENT_TONES[stands]}>{t(`incidents.status.${stands}`)}</Badge>
            ),
          },
          {
            id: "seen",
            head: t("incidents.seen"),
            cell: ({ created_at }) => (
              <DateTime at={created_at} style="minute_of_year" className="whitespace-nowrap" />
            ),
          },
          {
            id: "last_seen",
            head: t("incidents.last_seen"),
            align: "end",
            cell: ({ last_seen_at }) => <RelativeTime at={last_seen_at} />,
          },
        ]}
      />
      <Pagination next={next} />
    </LedgerFrame>
  );
}
