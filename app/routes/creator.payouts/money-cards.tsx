/** Where a creator's money is, currency by currency. */
import creatorHomeTexts from "@/app/i18n/en/creator/home";
import { useTexts } from "@/app/i18n/use-texts";
import { Money } from "@/app/ui/money";
import { StatCard } from "@/app/ui/stat-card";

export type Pending = { currency: string; held_minor: number; approved_minor: number; paid_minor: number };

const PLACES = [
  ["held", "held_minor", "held_note", "held"],
  ["approved", "approved_minor", "approved_note", "released"],
  ["paid", "paid_minor", "paid_note", "neutral"],
] as const;

export function MoneyCards({ pending }: { pending: readonly Pending[] }) {
  const t = useTexts(creatorHomeTexts);
  return (
    <div className="space-y-4">
      {pending.map((line) => (
        <div key={line.currency} className="grid grid-cols-1 gap-3 sm:grid-cols-3 sm:gap-4">
          {PLACES.map(([name, key, note, tone]) => (
            <StatCard
              key={name}
              tone={tone}
              label={t(`${name}`)}
              note={t(`${note}`)}
              value={<Money minor={line[key]} currency={line.currency} />}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
