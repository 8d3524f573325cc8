/** What a creator owes back, post by post; nothing where nothing was ever owed. */

import type { SerializeFrom } from "@remix-run/node";
import type { readDebts } from "@/app/domain/ledger/queries/debts";
import creatorPayoutsTexts from "@/app/i18n/en/creator/payouts";
import { useTexts } from "@/app/i18n/use-texts";
import { Section } from "@/app/ui/card";
import { Money } from "@/app/ui/money";
import { Table } from "@/app/ui/table";

export type OwnDebt = SerializeFrom<Awaited<ReturnType<typeof readDebts>>>[number];

export function Debts({ debts }: { debts: readonly OwnDebt[] }) {
  const t = useTexts(creatorPayoutsTexts);
  if (debts.length === 0) return null;
  return (
    <Section title={t("debts")}>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t("debts_lead")}</p>
      <Table
        caption={t("debts")}
        rows={debts}
        rowKey={(row) => row.id}
        href={(row) => `/collaborations/${row.collaboration_id}`}
        empty={null}
        columns={[
          { id: "offer", head: t("debts_head.offer"), cell: (row) => row.offer_title, title: true },
          {
            id: "reason",
            head: t("debts_head.reason"),
            cell: (row) => t(`debts_reason.${row.reason}`),
          },
          {
            id: "owed",
            head: t("debts_head.owed"),
            align: "end",
            cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
          },
          {
            id: "recovered",
            head: t("debts_head.recovered"),
            align: "end",
            cell: (row) => <Money minor={row.recovered_minor} currency={row.currency} />,
          },
        ]}
      />
    </Section>
  );
}
