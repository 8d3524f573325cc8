/** A brand's collaborations, by what they need. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireBrand } from "@/app/auth/session";
import { listCollaborations } from "@/app/domain/collaboration/queries/collaborations";
import { END_STATES, RUNNING_STATES } from "@/app/domain/collaboration/vocabulary";
import brandCollaborationsTexts from "@/app/i18n/en/brand/collaborations";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { LinkTabs } from "@/app/ui/tabs";
import { WorkList } from "@/app/ui/work-list";
import { db } from "@/db/client";

const VIEWS = {
  open: RUNNING_STATES,
  yours: ["applied", "awaiting_sample", "in_review", "appealed"],
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

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, brandCollaborationsTexts)("title"), "");

export default function BrandCollaborations() {
  const t = useTexts(brandCollaborationsTexts);
  const { view, rows, next } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader title={t("title")} />
      <LinkTabs
        label={t("title")}
        tabs={(Object.keys(VIEWS) as Array<keyof typeof VIEWS>).map((name) => ({
          to: `?view=${name}`,
          label: t(`tabs.${name}`),
          current: name === view,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("empty_title")}>{t("empty")}</EmptyState>
      ) : (
        <WorkList rows={rows} side="brand" />
      )}
      <Pagination next={next} />
    </PageBody>
  );
}
