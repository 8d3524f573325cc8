/** A creator's work, from the first application to the last pay. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCreator } from "@/app/auth/session";
import { listCollaborations } from "@/app/domain/collaboration/queries/collaborations";
import creatorCollaborationsTexts from "@/app/i18n/en/creator/collaborations";
import creatorHomeTexts from "@/app/i18n/en/creator/home";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { LinkButton } from "@/app/ui/button";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { LinkTabs } from "@/app/ui/tabs";
import { WorkList } from "@/app/ui/work-list";
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
  publicMeta(metaT(matches, creatorCollaborationsTexts)("title"), "");

export default function Collaborations() {
  const t = useTexts(creatorCollaborationsTexts);
  const tHome = useTexts(creatorHomeTexts);
  const { view, rows, next } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader title={t("title")} />
      <LinkTabs
        label={t("title")}
        tabs={(Object.keys(VIEWS) as View[]).map((name) => ({
          to: `?view=${name}`,
          label: t(`tabs.${name}`),
          current: name === view,
        }))}
      />
      {rows.length > 0 ? (
        <WorkList rows={rows} side="creator" />
      ) : (
        <EmptyState
          scene="work"
          title={t("empty_title")}
          action={<LinkButton to="/offers">{tHome("browse")}</LinkButton>}
        >
          {t(`empty.${view}`)}
        </EmptyState>
      )}
      <Pagination next={next} />
    </PageBody>
  );
}
