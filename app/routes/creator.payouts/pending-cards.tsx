/** A creator's money at its three places, currency by currency. */
import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import type { readCreatorPending } from "@/app/domain/ledger/queries";
import { Money } from "@/app/ui/money";
import { StatCard } from "@/app/ui/stat-card";

type Line = SerializeFrom<Awaited<ReturnType<typeof readCreatorPending>>>[number];

export function PendingCards({ pending }: { pending: readonly Line[] }) {
  const { t } = useTranslation("creator");
  return (
    <div className="space-y-4">
      {pending.map((line) => (
        <div key={line.currency} className="grid gap-4 sm:grid-cols-3">
          <StatCard
            label={t("money.held")}
            tone="held"
            value={<Money minor={line.held_minor} currency={line.currency} />}
          />
          <StatCard
            label={t("money.approved")}
            tone="released"
            value={<Money minor={line.approved_minor} currency={line.currency} />}
          />
          <StatCard
            label={t("money.paid")}
            tone="released"
            value={<Money minor={line.paid_minor} currency={line.currency} />}
          />
        </div>
      ))}
    </div>
  );
}
