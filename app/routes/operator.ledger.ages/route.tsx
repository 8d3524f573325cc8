/** How old held funds are, and the oldest of them. */

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { ALARM_DAYS, listHeldLonger, MAX_DAYS_HELD, readHeldAgeGroups } from "@/app/domain/audit/held-ages";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { Badge } from "@/app/ui/badge";
import { Card, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { Table } from "@/app/ui/table";
import type { Tone } from "@/app/ui/tone";
import { db } from "@/db/client";
import { CsvLink } from "../operator.ledger/parts/list";
import { Id } from "../operator.ledger/parts/text";

/** From this age on an amount is named; younger ones are only counted. */
const SHOWN_FROM_DAYS = 60;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const { rows, next } = await listHeldLonger(db, SHOWN_FROM_DAYS, cursorOf(searchParams));
  return {
    groups: await readHeldAgeGroups(db),
    oldest: rows,
    next: cursorText(next),
    facts: { max: MAX_DAYS_HELD, alarm: ALARM_DAYS, days: SHOWN_FROM_DAYS },
  };
}

export default function Ages() {
  const t = useTexts(booksPagesTexts);
  const format = useFormat();
  const { groups, oldest, next, facts } = useLoaderData<typeof loader>();
  const bounds = [0, 30, 60, facts.alarm, facts.max];
  const sayAge = (from: number) => {
    const to = bounds[bounds.indexOf(from) + 1];
    return to === undefined ? t("ages.from", { from }) : t("ages.from_to", { from, to });
  };
  const toneOf = (days: number): Tone =>
    days >= facts.max ? "danger" : days >= facts.alarm ? "warn" : "neutral";
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <p className="max-w-2xl text-sm text-ink-soft">{t("ages.lead", facts)}</p>
        <CsvLink list="ages" />
      </div>
      <Table
        caption={t("tabs.ages")}
        rows={groups}
        rowKey={({ currency, from_days }) => `${currency} ${from_days}`}
        empty={<EmptyState scene="money" title={t("ages.nothing")} />}
        columns={[
          {
            id: "group",
            head: t("ages.group"),
            title: true,
            cell: ({ from_days }) => (
              <Badge tone={toneOf(from_days)} dot>
                {sayAge(from_days)}
              </Badge>
            ),
          },
          { id: "currency", head: t("accounts.currency"), cell: ({ currency }) => currency },
          {
            id: "parts",
            head: t("ages.parts"),
            align: "end",
            cell: ({ parts }) => <span data-figures>{format.number(parts)}</span>,
          },
          {
            id: "amount",
            head: t("ages.amount"),
            align: "end",
            cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} />,
          },
        ]}
      />
      <Section title={t("ages.oldest")} description={t("ages.oldest_lead", facts)}>
        <Table
          caption={t("ages.oldest")}
          rows={oldest}
          rowKey={({ part, subject }) => `${part} ${subject}`}
          href={({ collaboration_id, offer_id }) =>
            collaboration_id
              ? `/collaborations/${collaboration_id}`
              : `/operator/ledger/charges?text=${offer_id}`
          }
          empty={<Card className="text-ink-soft">{t("ages.none")}</Card>}
          columns={[
            {
              id: "what",
              head: t("ages.what"),
              title: true,
              cell: ({ part, subject }) => (
                <>
                  {t(`ages.part.${part}`)}
                  <span className="block font-normal text-ink-faint">
                    <Id>{subject}</Id>
                  </span>
                </>
              ),
            },
            { id: "offer", head: t("ages.offer"), cell: ({ offer_title }) => offer_title },
            {
              id: "charge",
              head: t("ages.charge"),
              hide_on_phone: true,
              cell: ({ charge_id }) => <Id>{charge_id}</Id>,
            },
            {
              id: "paid",
              head: t("charges.paid"),
              cell: ({ paid_at }) => <DateTime at={paid_at} className="whitespace-nowrap" />,
            },
            {
              id: "days",
              head: t("ages.days"),
              align: "end",
              cell: ({ age_days }) => <Badge tone={toneOf(age_days)}>{format.number(age_days)}</Badge>,
            },
            {
              id: "amount",
              head: t("ages.amount"),
              align: "end",
              cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} />,
            },
          ]}
        />
        <Pagination next={next} />
      </Section>
    </>
  );
}
