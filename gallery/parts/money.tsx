import { DateTime, Deadline, RelativeTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { MoneyFlow } from "@/app/ui/money-flow";
import { PdfLinks } from "@/app/ui/pdf-links";
import { StatCard } from "@/app/ui/stat-card";
import { TextLink } from "@/app/ui/text-link";
import { useSample } from "../sample";
import { Specimen } from "../specimen";

export function MoneyParts() {
  const say = useSample();
  return (
    <>
      <Specimen name="Money">
        <p className="flex flex-wrap gap-x-6 gap-y-1 text-lg font-semibold">
          <Money minor={24_000} currency="USD" />
          <Money minor={24_000} currency="CAD" />
          <Money minor={18_500} currency="JPY" />
          <Money minor={12_345} currency="KWD" />
          <Money minor={24_000} currency="EUR" compact tone="held" />
        </p>
      </Specimen>
      <Specimen name="MoneyFlow">
        <div className="space-y-4">
          <MoneyFlow currency="USD" now="held" amounts_minor={{ budget: 72_000, held: 24_000 }} />
          <MoneyFlow
            currency="USD"
            now="held"
            frozen
            places={["brand", "held", "creator"]}
            amounts_minor={{ held: 24_000 }}
          />
          <MoneyFlow
            currency="USD"
            now="creator"
            places={["brand", "held", "creator"]}
            amounts_minor={{ creator: 24_000 }}
          />
        </div>
      </Specimen>
      <Specimen name="Deadline · DateTime · RelativeTime">
        <div className="flex flex-col gap-2">
          <Deadline at="2026-03-12T09:00:00Z" />
          <Deadline at="2026-03-05T18:00:00Z" />
          <Deadline at="2026-03-04T18:00:00Z" />
          <DateTime at="2026-03-05T18:30:00Z" style="minute_long" />
          <RelativeTime at="2026-03-02T18:30:00Z" />
        </div>
      </Specimen>
      <Specimen name="TextLink">
        <TextLink to="/books">{say("Follow it in the books", "在账簿中查看")}</TextLink>
      </Specimen>
      <Specimen name="PdfLinks">
        <PdfLinks href="/brand/papers/invoices/2026-0001" name={say("Invoice 2026-0001", "账单 2026-0001")} />
      </Specimen>
      <Specimen name="StatCard">
        <div className="grid gap-4 sm:grid-cols-3">
          <StatCard
            label={say("Held", "暂存")}
            value={<Money minor={312_000} currency="USD" />}
            tone="held"
          />
          <StatCard
            label={say("Released", "已放款")}
            value={<Money minor={845_000} currency="USD" />}
            tone="released"
          />
          <StatCard
            label={say("Delivered", "已交付")}
            value="19/20"
            note={say("since January", "自一月起")}
          />
        </div>
      </Specimen>
    </>
  );
}
