/** What a charge paid for, collaboration by collaboration, and what banks said of it. */

import type { CollaborationState } from "@/app/domain/collaboration/vocabulary";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge, StatusBadge } from "@/app/ui/badge";
import { Card, Section } from "@/app/ui/card";
import { DataList } from "@/app/ui/data-list";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Table } from "@/app/ui/table";
import { Id } from "../operator.ledger/parts/text";
import type { Story } from "./story";

const PARTS = ["held", "earned", "fees", "returned", "owed"] as const;
const HEADS = { held: "held", earned: "earned", fees: "fee", returned: "returned", owed: "owed" } as const;

export function PaidFor({ story }: { story: Story }) {
  const t = useTexts(booksPagesTexts);
  const { currency } = story.payment;
  return (
    <Section title={t("charges.collaborations")}>
      <Table
        caption={t("charges.collaborations")}
        rows={story.collaborations}
        rowKey={({ id }) => id}
        href={({ id }) => `/collaborations/${id}`}
        empty={<Card className="text-ink-soft">{t("charges.no_collaborations")}</Card>}
        columns={[
          {
            id: "creator",
            head: t("charges.creator"),
            title: true,
            cell: ({ creator_name }) => creator_name,
          },
          {
            id: "state",
            head: t("charges.state"),
            cell: ({ state }) => <StatusBadge state={state as CollaborationState} />,
          },
          ...PARTS.map((part) => ({
            id: part,
            head: t(`charges.${HEADS[part]}`),
            align: "end" as const,
            cell: (row: Story["collaborations"][number]) =>
              row[`${part}_minor`] === 0 ? (
                <span className="text-ink-faint">–</span>
              ) : (
                <Money minor={row[`${part}_minor`]} currency={currency} />
              ),
          })),
        ]}
      />
    </Section>
  );
}

export function Disputes({ story }: { story: Story }) {
  const t = useTexts(booksPagesTexts);
  if (story.disputes.length === 0) return null;
  return (
    <Section title={t("charges.disputes")}>
      <Card className="space-y-4">
        {story.disputes.map((dispute) => (
          <DataList
            key={dispute.id}
            rows={[
              {
                label: <Id>{dispute.id}</Id>,
                key: "id",
                value: (
                  <Badge
                    tone={
                      dispute.status === "won" ? "success" : dispute.status === "lost" ? "danger" : "warn"
                    }
                  >
                    {t(`charges.dispute_status.${dispute.status}`)}
                  </Badge>
                ),
              },
              {
                label: <Id>{`${dispute.reason} · ${dispute.stripe_status}`}</Id>,
                key: "reason",
                value: <Money minor={dispute.amount_minor} currency={dispute.currency} />,
              },
              {
                label: t("charges.line.losses"),
                value:
                  dispute.loss_minor > 0 ? (
                    <Money minor={dispute.loss_minor} currency={dispute.currency} />
                  ) : null,
              },
              {
                label: t("charges.at"),
                value: <DateTime at={dispute.closed_at ?? dispute.created_at} style="minute_long" />,
              },
              {
                label: t("charges.dispute_due"),
                value:
                  dispute.status === "open" && dispute.evidence_due_at ? (
                    <DateTime at={dispute.evidence_due_at} style="minute_long" />
                  ) : null,
              },
            ]}
          />
        ))}
      </Card>
    </Section>
  );
}
