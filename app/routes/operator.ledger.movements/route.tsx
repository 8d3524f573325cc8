/** Movements of money at Stripe: on their way, waiting with the reason, settled, failed. */

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { listMovements } from "@/app/domain/ledger/queries/movements";
import { MOVEMENT_KINDS, MOVEMENT_STATUSES } from "@/app/domain/ledger/vocabulary";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { Badge } from "@/app/ui/badge";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { Table } from "@/app/ui/table";
import { db } from "@/db/client";
import { movementFilter, movementForm } from "../operator.ledger/filters";
import { Choice, FilterBar, NothingFits } from "../operator.ledger/parts/list";
import { MOVEMENT_TONES } from "../operator.ledger/parts/movement-tones";
import { Id, useReason } from "../operator.ledger/parts/text";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const form = movementForm(searchParams);
  const { rows, next } = await listMovements(db, movementFilter(form), cursorOf(searchParams));
  return { form, rows, next: cursorText(next), kinds: MOVEMENT_KINDS, statuses: MOVEMENT_STATUSES };
}

export default function Movements() {
  const t = useTexts(booksPagesTexts);
  const tWords = useTexts(booksWordsTexts);
  const reasonOf = useReason();
  const { form, rows, next, kinds, statuses } = useLoaderData<typeof loader>();
  return (
    <>
      <FilterBar list="movements">
        <Choice
          name="status"
          label={t("movements.status")}
          value={form.status}
          options={statuses.map((value) => ({ value, label: tWords(`status.${value}`) }))}
        />
        <Choice
          name="kind"
          label={t("movements.kind")}
          value={form.kind}
          options={kinds.map((value) => ({ value, label: tWords(`movement.${value}`) }))}
        />
      </FilterBar>
      <Table
        caption={t("tabs.movements")}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/operator/ledger/movements/${id}`}
        empty={<NothingFits />}
        columns={[
          {
            id: "what",
            head: t("movements.what"),
            title: true,
            cell: ({ kind, stripe_id, id }) => (
              <>
                {tWords(`movement.${kind}`)}
                <span className="block font-normal text-ink-faint">
                  <Id>{stripe_id ?? id}</Id>
                </span>
              </>
            ),
          },
          {
            id: "status",
            head: t("movements.status"),
            cell: ({ status }) => <Badge tone={MOVEMENT_TONES[status]}>{tWords(`status.${status}`)}</Badge>,
          },
          {
            id: "for",
            head: t("movements.for"),
            cell: ({ other_side, offer_title }) => (
              <>
                {other_side}
                <span className="block text-ink-faint">{offer_title}</span>
              </>
            ),
          },
          {
            id: "why",
            head: t("movements.why"),
            cell: (row) => reasonOf(row)?.why ?? "–",
          },
          {
            id: "since",
            head: t("movements.since"),
            cell: ({ at }) => <DateTime at={at} style="minute_of_year" className="whitespace-nowrap" />,
          },
          {
            id: "amount",
            head: t("movements.amount"),
            align: "end",
            cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} />,
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
