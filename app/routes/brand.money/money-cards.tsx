/** Where a brand's money is, currency by currency. */
import type { BrandMoney } from "@/app/domain/ledger/queries/brand-money";
import brandMoneyTexts from "@/app/i18n/en/brand/money";
import { useTexts } from "@/app/i18n/use-texts";
import { Money } from "@/app/ui/money";
import { StatCard } from "@/app/ui/stat-card";

const PLACES = [
  ["funded", "captured_minor", "neutral"],
  ["free", "free_minor", "neutral"],
  ["held", "held_minor", "held"],
  ["released", "released_minor", "released"],
  ["refunded", "refunded_minor", "returned"],
  ["own", "own_minor", "warn"],
  ["charged_back", "charged_back_minor", "warn"],
] as const;
/** Most brands never have any; a card that says zero would only ask what it means. */
const RARE: ReadonlySet<string> = new Set(["own", "charged_back"]);

export function MoneyCards({ money }: { money: readonly BrandMoney[] }) {
  const t = useTexts(brandMoneyTexts);
  return (
    <div className="space-y-4">
      {money.map((line) => (
        <div key={line.currency} className="grid grid-cols-2 gap-4 lg:grid-cols-5">
          {PLACES.filter(([name, key]) => !RARE.has(name) || line[key] > 0).map(([name, key, tone]) => (
            <StatCard
              key={name}
              label={t(`${name}`)}
              tone={tone}
              value={<Money minor={line[key]} currency={line.currency} />}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
