/** A brand's collaborations, by what they need. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand } from "@/app/auth/session";
import { cursorOf, cursorText } from "@/app/domain/collaboration/cursor";
import { listCollaborations } from "@/app/domain/collaboration/queries";
import { END_STATES, RUNNING_STATES } from "@/app/domain/collaboration/states";
import { StatusBadge } from "@/app/ui/badge";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Deadline } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { Table } from "@/app/ui/table";
import { LinkTabs } from "@/app/ui/tabs";
import { db } from "@/db/client";

const VIEWS = {
  open: RUNNING_STATES,
  yours: ["applied", "awaiting_sample", "in_review", "disputed"],
  ended: END_STATES,
} as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  const { searchParams } = new URL(request.url);
  const view =
    (Object.keys(VIEWS) as Array<keyof typeof VIEWS>).find((name) => name === searchParams.get("view")) ??
    "open";
  const { rows, next } = await listCollaborations(db, actor, { states: VIEWS[view] }, cursorOf(searchParams));
  return { view, rows, next: cursorText(next) };
}

export default function BrandCollaborations() {
  const { t } = useTranslation("brand");
  const { view, rows, next } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader title={t("collaborations.title")} />
      <LinkTabs
        label={t("collaborations.title")}
        tabs={(Object.keys(VIEWS) as Array<keyof typeof VIEWS>).map((name) => ({
          to: `?view=${name}`,
          label: t(`collaborations.tabs.${name}`),
          current: name === view,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("collaborations.empty_title")}>{t("collaborations.empty")}</EmptyState>
      ) : (
        <Table
          caption={t("collaborations.title")}
          rows={rows}
          rowKey={(row) => row.id}
          href={(row) => `/collaborations/${row.id}`}
          columns={[
            {
              id: "offer",
              head: t("collaborations.head.offer"),
              cell: (row) => row.offer_title,
              title: true,
            },
            { id: "creator", head: t("collaborations.head.creator"), cell: (row) => row.creator_name },
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
