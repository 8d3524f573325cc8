/** Every collaboration of the marketplace. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { listCollaborations } from "@/app/domain/collaboration/queries/collaborations";
import { COLLABORATION_STATES, END_STATES, RUNNING_STATES } from "@/app/domain/collaboration/vocabulary";
import operatorCollaborationsTexts from "@/app/i18n/en/operator/collaborations";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { StatusBadge } from "@/app/ui/badge";
import { Card, PageHeader } from "@/app/ui/card";
import { Deadline } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { Table } from "@/app/ui/table";
import { LinkTabs } from "@/app/ui/tabs";
import { db } from "@/db/client";

const VIEWS = { open: RUNNING_STATES, ended: END_STATES, all: COLLABORATION_STATES } as const;
const NAMES = ["open", "ended", "all"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const view = NAMES.find((name) => name === searchParams.get("view")) ?? "open";
  const { rows, next } = await listCollaborations(db, actor, { states: VIEWS[view] }, cursorOf(searchParams));
  return { view, rows, next: cursorText(next) };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, operatorCollaborationsTexts)("title"), "");

export default function AllCollaborations() {
  const t = useTexts(operatorCollaborationsTexts);
  const { view, rows, next } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader title={t("title")} />
      <LinkTabs
        label={t("title")}
        tabs={NAMES.map((name) => ({
          to: `?view=${name}`,
          label: t(`tabs.${name}`),
          current: name === view,
        }))}
      />
      {rows.length === 0 ? (
        <Card>{t("empty")}</Card>
      ) : (
        <Table
          caption={t("title")}
          rows={rows}
          rowKey={(row) => row.id}
          href={(row) => `/collaborations/${row.id}`}
          columns={[
            {
              id: "offer",
              head: t("head.offer"),
              cell: (row) => row.offer_title,
              title: true,
            },
            { id: "brand", head: t("head.brand"), cell: (row) => row.brand_name },
            { id: "creator", head: t("head.creator"), cell: (row) => row.creator_name },
            {
              id: "state",
              head: t("head.state"),
              cell: (row) => <StatusBadge state={row.state} due_kind={row.due_kind} />,
            },
            {
              id: "due",
              head: t("head.due"),
              cell: (row) => (row.due_at ? <Deadline at={row.due_at} /> : "–"),
            },
            {
              id: "fee",
              head: t("head.fee"),
              cell: (row) => <Money minor={row.fee_minor} currency={row.currency} />,
              align: "end",
            },
          ]}
        />
      )}
      <Pagination next={next} />
    </PageBody>
  );
}
