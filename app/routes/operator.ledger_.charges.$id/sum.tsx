/** The sum of a charge, line by line down to zero, and the sources that it is compared with. */
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { Card, Section } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { Money } from "@/app/ui/money";
import { Table } from "@/app/ui/table";
import type { Story } from "./story";

const REST = ["budget", "held", "payable", "in_transit", "recovered", "available"] as const;

/** Down from what was paid in: what left is taken off, what came in from elsewhere is added. */
export function Sum({ story }: { story: Story }) {
  const t = useTexts(booksPagesTexts);
  const tWords = useTexts(booksWordsTexts);
  const format = useFormat();
  const { places, rest_minor, unexplained_minor, stripe_fee_minor, payment } = story;
  const { currency } = payment;
  const funded_minor = payment.amount_minor;
  const lines = [
    ["funded", funded_minor],
    ["from_another", Math.max(-places.other_charge, 0)],
    ["losses", -places.losses],
    ["to_creators", -places.creators],
    ["fees", -places.fees],
    ["to_card", -(places.card + funded_minor)],
    ["bank", -places.bank],
    ["to_another", Math.min(-places.other_charge, 0)],
    ["rest", -rest_minor],
  ] as const;
  const shown = lines.filter(([name, minor]) => minor !== 0 || name === "funded" || name === "rest");
  return (
    <Section title={t("charges.sum")}>
      <Card>
        <dl className="text-sm">
          {shown.map(([name, minor]) => (
            <Line key={name} label={t(`charges.line.${name}`)} minor={minor} currency={currency} />
          ))}
          {REST.filter((place) => places[place] !== 0).map((place) => (
            <Line
              key={place}
              label={tWords(`place.${place}`)}
              minor={-places[place]}
              currency={currency}
              className="border-0 pt-0 pl-4 text-ink-faint *:last:pr-4"
            />
          ))}
          <Line
            label={t("charges.line.zero")}
            minor={unexplained_minor}
            currency={currency}
            className={cx(
              "border-t-2 border-line-strong text-base font-bold",
              unexplained_minor === 0 ? "text-success-ink" : "text-danger-ink",
            )}
          />
        </dl>
        <p className="mt-3 text-sm text-ink-soft">
          {t("charges.stripe_fee", { amount: format.money(stripe_fee_minor, currency) })}
        </p>
      </Card>
    </Section>
  );
}

type LineProps = { label: string; minor: number; currency: string; className?: string };

function Line({ label, minor, currency, className }: LineProps) {
  return (
    <div className={cx("flex justify-between gap-4 border-t border-line py-2 first:border-0", className)}>
      <dt>{label}</dt>
      <dd className="shrink-0">
        {/* A zero has no sign. */}
        <Money minor={minor || 0} currency={currency} />
      </dd>
    </div>
  );
}

export function Sources({ story }: { story: Story }) {
  const t = useTexts(booksPagesTexts);
  const { currency } = story.payment;
  return (
    <Section title={t("charges.sources")}>
      <Table
        caption={t("charges.sources")}
        rows={story.agreements}
        rowKey={({ of }) => of}
        columns={[
          {
            id: "of",
            head: t("charges.source"),
            title: true,
            cell: ({ of }) => t(`charges.agreement.${of}`),
          },
          {
            id: "booked",
            head: t("charges.booked"),
            align: "end",
            cell: ({ booked_minor }) => <Money minor={booked_minor} currency={currency} />,
          },
          {
            id: "counted",
            head: t("charges.counted"),
            align: "end",
            cell: ({ counted_minor }) => <Money minor={counted_minor} currency={currency} />,
          },
          {
            id: "agree",
            head: t("overview.result"),
            align: "end",
            cell: ({ booked_minor, counted_minor }) =>
              booked_minor === counted_minor ? (
                <Badge tone="success">{t("charges.agree")}</Badge>
              ) : (
                <Badge tone="danger">{t("charges.differ")}</Badge>
              ),
          },
        ]}
      />
    </Section>
  );
}
