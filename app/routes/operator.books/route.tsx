/** The books at a glance: whether they hold, what is where, what waits. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireOperator } from "@/app/auth/session";
import {
  readBalanceSheet,
  readHeldAges,
  readOddStripeEvents,
  readOpenMovements,
  readOutboxLag,
} from "@/app/domain/ledger/queries";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useFormat } from "@/app/i18n/use-format";
import { Badge } from "@/app/ui/badge";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { RelativeTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { PageBody } from "@/app/ui/shell/app-shell";
import { Table } from "@/app/ui/table";
import { runChecks } from "@/db/checks";
import { db, sql } from "@/db/client";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  return {
    checks: await runChecks(sql),
    sheet: await readBalanceSheet(db),
    held: await readHeldAges(db),
    movements: await readOpenMovements(db),
    events: await readOddStripeEvents(db),
    outbox: await readOutboxLag(db),
  };
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, "operator")("books.title"), "");

export default function Books() {
  const { t } = useTranslation("operator");
  const format = useFormat();
  const { checks, sheet, held, movements, events, outbox } = useLoaderData<typeof loader>();
  const sayReason = (reason: string | null) =>
    reason === "account_missing" || reason === "account_restricted"
      ? t(`books.reason.${reason}`)
      : (reason ?? "–");
  const broken = checks.filter(({ violations }) => violations.length > 0).length;
  return (
    <PageBody>
      <PageHeader
        title={t("books.title")}
        description={t("books.lead")}
        badges={
          <Badge tone={outbox.pending > 0 ? "info" : "neutral"}>
            {t("books.outbox", { count: outbox.pending })}
          </Badge>
        }
      />
      <Section title={t("books.checks")}>
        <Callout tone={broken === 0 ? "success" : "danger"}>
          {broken === 0
            ? t("books.checks_hold", { count: checks.length })
            : t("books.checks_broken", { count: broken })}
        </Callout>
        <Table
          caption={t("books.checks")}
          rows={checks}
          rowKey={(row) => row.name}
          columns={[
            { id: "name", head: t("books.check.name"), cell: (row) => row.rule, title: true },
            {
              id: "examined",
              head: t("books.check.examined"),
              cell: (row) => format.number(row.examined),
              align: "end",
            },
            {
              id: "violations",
              head: t("books.check.violations"),
              cell: (row) => (
                <Badge tone={row.violations.length ? "danger" : "success"}>{row.violations.length}</Badge>
              ),
              align: "end",
            },
            {
              id: "time",
              head: t("books.check.time"),
              cell: (row) => `${row.took_ms.toFixed(1)} ms`,
              align: "end",
            },
          ]}
        />
      </Section>
      <Section title={t("books.sheet")}>
        <Table
          caption={t("books.sheet")}
          rows={sheet}
          rowKey={(row) => `${row.line} ${row.currency}`}
          columns={[
            {
              id: "line",
              head: t("books.sheet_head.line"),
              cell: (row) => <code className="font-mono text-sm">{row.line}</code>,
              title: true,
            },
            {
              id: "kind",
              head: t("books.sheet_head.kind"),
              cell: (row) => t(`books.kind.${row.kind as "asset"}`),
            },
            {
              id: "accounts",
              head: t("books.sheet_head.accounts"),
              cell: (row) => format.number(row.accounts),
              align: "end",
            },
            {
              id: "balance",
              head: t("books.sheet_head.balance"),
              cell: (row) => <Money minor={row.balance_minor} currency={row.currency} />,
              align: "end",
            },
          ]}
        />
      </Section>
      <Section title={t("books.held")}>
        <Card className="space-y-2">
          {held.length === 0 ? t("books.no_held") : null}
          {held.map((line) => (
            <p key={line.currency}>
              {t("books.held_line", {
                amount: format.money(line.held_minor, line.currency),
                count: line.collaborations,
                when: line.oldest_held_at ? format.date(line.oldest_held_at) : "",
              })}
            </p>
          ))}
        </Card>
      </Section>
      <Section title={t("books.movements")}>
        {movements.length === 0 ? (
          <Card>{t("books.no_movements")}</Card>
        ) : (
          <Table
            caption={t("books.movements")}
            rows={movements}
            rowKey={(row) => row.id}
            columns={[
              {
                id: "kind",
                head: t("books.movement_head.kind"),
                cell: (row) => t(`books.movement.${row.kind}`),
                title: true,
              },
              {
                id: "status",
                head: t("books.movement_head.status"),
                cell: (row) => (
                  <Badge
                    tone={row.status === "failed" ? "danger" : row.status === "blocked" ? "warn" : "info"}
                  >
                    {t(`books.status.${row.status}`)}
                  </Badge>
                ),
              },
              { id: "offer", head: t("books.movement_head.offer"), cell: (row) => row.offer_title },
              { id: "reason", head: t("books.movement_head.reason"), cell: (row) => sayReason(row.reason) },
              {
                id: "age",
                head: t("books.movement_head.age"),
                cell: (row) => <RelativeTime at={row.created_at} />,
              },
              {
                id: "amount",
                head: t("books.movement_head.amount"),
                cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
                align: "end",
              },
            ]}
          />
        )}
      </Section>
      <Section title={t("books.events")}>
        {events.length === 0 ? (
          <Card>{t("books.no_events")}</Card>
        ) : (
          <Table
            caption={t("books.events")}
            rows={events}
            rowKey={(row) => row.id}
            columns={[
              {
                id: "type",
                head: t("books.event_head.type"),
                cell: (row) => <code className="font-mono text-sm">{row.type}</code>,
                title: true,
              },
              {
                id: "outcome",
                head: t("books.event_head.outcome"),
                cell: (row) => t(`books.outcome.${(row.outcome ?? "open") as "open"}`),
              },
              {
                id: "at",
                head: t("books.event_head.at"),
                cell: (row) => <RelativeTime at={row.received_at} />,
              },
              { id: "error", head: t("books.event_head.error"), cell: (row) => row.error ?? "–" },
            ]}
          />
        )}
      </Section>
    </PageBody>
  );
}
