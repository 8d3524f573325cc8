/** Where a brand's money is, currency by currency. */
import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import type { readBrandMoney } from "@/app/domain/ledger/queries";
import { Money } from "@/app/ui/money";
import { StatCard } from "@/app/ui/stat-card";

type Line = SerializeFrom<Awaited<ReturnType<typeof readBrandMoney>>>[number];

const PLACES = [
  ["paid_in", "captured_minor", "neutral"],
  ["free", "free_minor", "neutral"],
  ["held", "held_minor", "held"],
  ["released", "released_minor", "released"],
  ["refunded", "refunded_minor", "returned"],
] as const;

export function MoneyCards({ money }: { money: readonly Line[] }) {
  const { t } = useTranslation("brand");
  return (
    <div className="space-y-4">
      {money.map((line) => (
        <div key={line.currency} className="grid grid-cols-2 gap-4 lg:grid-cols-5">
          {PLACES.map(([name, key, tone]) => (
            <StatCard
              key={name}
              label={t(`money.${name}`)}
              tone={tone}
              value={<Money minor={line[key]} currency={line.currency} />}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
