/** Each payment and where it is. */

import type { SerializeFrom } from "@remix-run/node";
import type { listEarnings } from "@/app/domain/creator/queries/earnings";
import creatorPayoutsTexts from "@/app/i18n/en/creator/payouts";
import moneyTexts from "@/app/i18n/en/money";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Table } from "@/app/ui/table";
import type { Tone } from "@/app/ui/tone";
import { WAITS_FOR } from "@/app/ui/waits-for";

export type Earning = SerializeFrom<Awaited<ReturnType<typeof listEarnings>>>["rows"][number];

const TONES: Readonly<Record<Earning["status"], Tone>> = {
  pending: "held",
  settled: "released",
  blocked: "warn",
  failed: "danger",
};

export function Earnings({ earnings }: { earnings: readonly Earning[] }) {
  const t = useTexts(creatorPayoutsTexts);
  const tMoney = useTexts(moneyTexts);
  return (
    <Table
      caption={t("earnings")}
      rows={earnings}
      rowKey={(row) => row.id}
      href={(row) => `/collaborations/${row.collaboration_id}`}
      empty={
        <EmptyState scene="money" title={t("empty_title")}>
          {t("empty")}
        </EmptyState>
      }
      columns={[
        { id: "offer", head: t("head.offer"), cell: (row) => row.offer_title, title: true },
        {
          id: "status",
          head: t("head.status"),
          cell: (row) => (
            <Badge tone={TONES[row.status]}>
              {tMoney(`status.${(row.reason && WAITS_FOR[row.reason]) || row.status}`)}
            </Badge>
          ),
        },
        {
          id: "date",
          head: t("head.date"),
          cell: (row) => <DateTime at={row.settled_at ?? row.created_at} />,
        },
        {
          id: "amount",
          head: t("head.amount"),
          align: "end",
          cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
        },
      ]}
    />
  );
}
