/** Each payment and where it is. */
import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import type { listEarnings } from "@/app/domain/creator/queries/earnings";
import { Badge } from "@/app/ui/badge";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Table } from "@/app/ui/table";
import type { Tone } from "@/app/ui/tone";

export type Earning = SerializeFrom<Awaited<ReturnType<typeof listEarnings>>>["rows"][number];

const TONES: Readonly<Record<Earning["status"], Tone>> = {
  pending: "held",
  settled: "released",
  blocked: "warn",
  failed: "danger",
};

export function Earnings({ earnings }: { earnings: readonly Earning[] }) {
  const { t } = useTranslation(["creator", "money"]);
  return (
    <Table
      caption={t("payouts.earnings")}
      rows={earnings}
      rowKey={(row) => row.id}
      href={(row) => `/collaborations/${row.collaboration_id}`}
      empty={
        <EmptyState scene="money" title={t("payouts.empty_title")}>
          {t("payouts.empty")}
        </EmptyState>
      }
      columns={[
        { id: "offer", head: t("payouts.head.offer"), cell: (row) => row.offer_title, title: true },
        {
          id: "status",
          head: t("payouts.head.status"),
          cell: (row) => (
            <Badge tone={TONES[row.status]}>
              {t(`money:status.${row.reason === "charge_disputed" ? "disputed" : row.status}`)}
            </Badge>
          ),
        },
        {
          id: "date",
          head: t("payouts.head.date"),
          cell: (row) => <DateTime at={row.settled_at ?? row.created_at} />,
        },
        {
          id: "amount",
          head: t("payouts.head.amount"),
          align: "end",
          cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
        },
      ]}
    />
  );
}
