/** A creator's work, from the first application to the last pay. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { cursorOf, cursorText } from "@/app/domain/collaboration/cursor";
import { listCollaborations } from "@/app/domain/collaboration/queries";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { StatusBadge } from "@/app/ui/badge";
import { LinkButton } from "@/app/ui/button";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Deadline } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { Table } from "@/app/ui/table";
import { LinkTabs } from "@/app/ui/tabs";
import { db } from "@/db/client";
import { VIEWS, type View, viewOf } from "./views";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCreator(request);
  const { searchParams } = new URL(request.url);
  const view = viewOf(searchParams);
  const { rows, next } = await listCollaborations(db, actor, { states: VIEWS[view] }, cursorOf(searchParams));
  const shown = view === "yours" ? rows.filter((row) => row.awaited.includes("creator")) : rows;
  return { view, rows: shown, next: cursorText(next) };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, "creator")("collaborations.title"), "");

export default function Collaborations() {
  const { t } = useTranslation("creator");
  const { view, rows, next } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader title={t("collaborations.title")} />
      <LinkTabs
        label={t("collaborations.title")}
        tabs={(Object.keys(VIEWS) as View[]).map((name) => ({
          to: `?view=${name}`,
          label: t(`collaborations.tabs.${name}`),
          current: name === view,
        }))}
      />
      <Table
        caption={t("collaborations.title")}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/collaborations/${row.id}`}
        empty={
          <EmptyState
            scene="work"
            title={t("collaborations.empty_title")}
            action={<LinkButton to="/offers">{t("home.browse")}</LinkButton>}
          >
            {t(`collaborations.empty.${view}`)}
          </EmptyState>
        }
        columns={[
          { id: "offer", head: t("collaborations.head.offer"), cell: (row) => row.offer_title, title: true },
          { id: "brand", head: t("collaborations.head.brand"), cell: (row) => row.brand_name },
          {
            id: "state",
            head: t("collaborations.head.state"),
            cell: (row) => <StatusBadge state={row.state} />,
          },
          {
            id: "due",
            head: t("collaborations.head.due"),
            cell: (row) => (row.due_at ? <Deadline at={row.due_at} /> : "–"),
          },
          {
            id: "fee",
            head: t("collaborations.head.fee"),
            align: "end",
            cell: (row) => <Money minor={row.fee_minor} currency={row.currency} />,
          },
        ]}
      />
      <Pagination next={next} />
    </PageBody>
  );
}
