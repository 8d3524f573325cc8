/** The operator's desk at a glance. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { countOpenIncidents } from "@/app/domain/audit/queries/incidents";
import { listEvents, readOperatorCounts } from "@/app/domain/collaboration/queries/operator-overview";
import type { CollaborationEvent, DueKind } from "@/app/domain/collaboration/vocabulary";
import { countUnverifiedChannels } from "@/app/domain/creator/queries/unverified-channels";
import { countDisputesToAnswer } from "@/app/domain/disputes/queries/disputes";
import { countMovementsThatWait } from "@/app/domain/ledger/queries/waiting";
import { countOpenStrikeAppeals } from "@/app/domain/standing/queries/strike-appeals";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import operatorOverviewTexts from "@/app/i18n/en/operator/overview";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { LinkButton } from "@/app/ui/button";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { RelativeTime } from "@/app/ui/moments";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { StatCard } from "@/app/ui/stat-card";
import { db } from "@/db/client";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const after = cursorOf(searchParams, { parameter: "latest_after" });
  const latest = await listEvents(db, after && /^\d{1,15}$/.test(after.id) ? after : null);
  const { blocked, failed } = await countMovementsThatWait(db);
  return {
    counts: await readOperatorCounts(db),
    appeals: await countOpenStrikeAppeals(db),
    channels: await countUnverifiedChannels(db),
    stuck: blocked + failed,
    incidents: await countOpenIncidents(db),
    disputes: await countDisputesToAnswer(db),
    latest: latest.rows,
    latest_next: cursorText(latest.next),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, operatorOverviewTexts)("title"), "");

export default function OperatorOverview() {
  const t = useTexts(operatorOverviewTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const { counts, appeals, channels, stuck, incidents, disputes, latest, latest_next } =
    useLoaderData<typeof loader>();
  const cards = [
    ["to_decide", counts.needs_operator, "/operator/verifications"],
    ["appealed", counts.appealed, "/operator/verifications"],
    ["disputes", disputes, "/operator/payments/disputes"],
    ["appeals", appeals, "/operator/strike-appeals"],
    ["channels", channels, "/operator/verifications"],
    ["blocked", stuck, "/operator/ledger"],
    ["incidents", incidents, "/operator/incidents"],
    ["running", counts.open, "/operator/collaborations"],
  ] as const;
  const titleOf = (moved: (typeof latest)[number]) => {
    const due_was = moved.data.due_was as DueKind | null | undefined;
    if (moved.event === "deadline_elapsed" && due_was)
      return tLifecycle(`passed.${due_was}`, { context: moved.to_state });
    return tLifecycle(`event.${moved.event as CollaborationEvent}`, {
      actor: tLifecycle(`actor.${moved.actor_kind as "brand"}`),
    });
  };
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<LinkButton to="/operator/brands">{t("brands")}</LinkButton>}
      />
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-3">
        {cards.map(([name, count, to]) => (
          <Link key={name} to={to} className="text-ink no-underline">
            <StatCard
              label={t(`${name}`)}
              value={count}
              tone={count > 0 && name !== "running" ? "warn" : "neutral"}
            />
          </Link>
        ))}
      </div>
      <Section title={t("latest")}>
        <Card padded={false}>
          <ul className="divide-y divide-line">
            {latest.map((moved) => (
              <li key={moved.id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 px-5 py-3">
                <Link to={`/collaborations/${moved.collaboration_id}`} className="min-w-0">
                  {titleOf(moved)} <span className="text-ink-soft">· {moved.offer_title}</span>
                </Link>
                <RelativeTime at={moved.at} className="text-sm text-ink-faint" />
              </li>
            ))}
          </ul>
        </Card>
        <Pagination next={latest_next} parameter="latest_after" />
      </Section>
    </PageBody>
  );
}
