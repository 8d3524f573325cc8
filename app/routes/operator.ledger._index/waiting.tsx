/** What waits for somebody: movements, incidents, messages, and Stripe events that a person should see. */

import { Link } from "@remix-run/react";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Card, Section } from "@/app/ui/card";
import { RelativeTime } from "@/app/ui/moments";
import { Pagination } from "@/app/ui/pagination";
import { StatCard } from "@/app/ui/stat-card";
import { Table } from "@/app/ui/table";
import { Id } from "../operator.ledger/parts/text";
import type { useOverview } from "./facts";

type Overview = ReturnType<typeof useOverview>;

const PLACES = [
  ["incidents", "/operator/incidents"],
  ["blocked", "/operator/ledger/movements?status=blocked"],
  ["failed", "/operator/ledger/movements?status=failed"],
] as const;

export function Waiting({ waiting }: { waiting: Overview["waiting"] }) {
  const t = useTexts(booksPagesTexts);
  const format = useFormat();
  return (
    <Section title={t("overview.waits")}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {PLACES.map(([name, to]) => (
          <Link key={name} to={to} className="rounded-xl text-ink no-underline">
            <StatCard
              label={t(`overview.${name}`)}
              value={format.number(waiting[name])}
              tone={waiting[name] > 0 ? "warn" : "neutral"}
            />
          </Link>
        ))}
        <StatCard label={t("overview.outbox")} value={format.number(waiting.outbox)} />
      </div>
    </Section>
  );
}

export function Events({ events, next }: { events: Overview["events"]; next: string | null }) {
  const t = useTexts(booksPagesTexts);
  return (
    <Section title={t("overview.events")}>
      <Table
        caption={t("overview.events")}
        rows={events}
        rowKey={({ id }) => id}
        empty={<Card className="text-ink-soft">{t("overview.events_none")}</Card>}
        columns={[
          {
            id: "type",
            head: t("overview.event"),
            title: true,
            cell: ({ type, id }) => (
              <>
                <Id>{type}</Id>
                <span className="block font-normal text-ink-faint">
                  <Id>{id}</Id>
                </span>
              </>
            ),
          },
          {
            id: "outcome",
            head: t("overview.outcome"),
            cell: ({ outcome }) => t(`overview.outcomes.${(outcome ?? "open") as "open"}`),
          },
          {
            id: "at",
            head: t("overview.received"),
            cell: ({ received_at }) => <RelativeTime at={received_at} />,
          },
          { id: "error", head: t("overview.error"), cell: ({ error }) => error ?? "–" },
        ]}
      />
      <Pagination next={next} parameter="events_after" />
    </Section>
  );
}
