/** A brand's offers with what waits in each. */

import type { SerializeFrom } from "@remix-run/node";
import type { listBrandOffers } from "@/app/domain/offer/queries/brand-offers";
import type { OfferStatus } from "@/app/domain/offer/vocabulary";
import brandOffersTexts from "@/app/i18n/en/brand/offers";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { Money } from "@/app/ui/money";
import { Table } from "@/app/ui/table";
import type { Tone } from "@/app/ui/tone";

export const OFFER_TONES: Readonly<Record<OfferStatus, Tone>> = {
  unpaid: "neutral",
  funded: "held",
  live: "released",
  paused: "warn",
  closed: "neutral",
};

type Row = SerializeFrom<Awaited<ReturnType<typeof listBrandOffers>>>["rows"][number];

export function OfferTable({ offers }: { offers: readonly Row[] }) {
  const t = useTexts(brandOffersTexts);
  const waiting = (row: Row) =>
    [
      row.applied > 0 ? t("waiting_applied", { count: row.applied }) : "",
      row.to_ship > 0 ? t("waiting_ship", { count: row.to_ship }) : "",
      row.in_review > 0 ? t("waiting_review", { count: row.in_review }) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Table
      caption={t("title")}
      rows={offers}
      rowKey={(row) => row.id}
      href={(row) => `/brand/offers/${row.id}`}
      columns={[
        { id: "offer", head: t("head.offer"), cell: (row) => row.title, title: true },
        {
          id: "status",
          head: t("head.status"),
          cell: (row) => (
            <Badge tone={OFFER_TONES[row.status]} dot>
              {t(`status.${row.status}`)}
            </Badge>
          ),
        },
        {
          id: "fee",
          head: t("head.fee"),
          cell: (row) => <Money minor={row.fee_minor} currency={row.currency} />,
          align: "end",
        },
        {
          id: "slots",
          head: t("head.slots"),
          cell: (row) => t("slots", { taken: row.slots_taken, slots: row.slots }),
        },
        { id: "waiting", head: t("head.waiting"), cell: (row) => waiting(row) || "–" },
      ]}
    />
  );
}
