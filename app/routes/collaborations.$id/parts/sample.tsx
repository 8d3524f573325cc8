/** The sample: where it goes, where it is. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { Card } from "@/app/ui/card";
import { DateTime } from "@/app/ui/moments";
import type { Page, PartProps } from "./props";

export function SampleCard({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const { row, address, parcels } = page;
  const shows_address = address && row.sample_mode === "shipped" && row.agreed_at;
  if (
    !shows_address &&
    parcels.length === 0 &&
    !row.order_number &&
    !(row.issued_code && viewer !== "operator")
  )
    return null;
  return (
    <Card as="section" className="space-y-5">
      <h2 className="text-lg font-semibold">{t("sample.title")}</h2>
      {shows_address ? <Address address={address} hint={viewer === "brand"} /> : null}
      {parcels.map((parcel) => (
        <Parcel key={parcel.id} parcel={parcel} />
      ))}
      {row.order_number ? <Fact name={t("sample.order_number")} value={row.order_number} /> : null}
      {row.issued_code ? <Fact name={t("sample.code")} value={row.issued_code} /> : null}
    </Card>
  );
}

function Address({ address, hint }: { address: NonNullable<Page["address"]>; hint: boolean }) {
  const t = useTexts(collaborationTexts);
  const format = useFormat();
  const lines = [
    address.full_name,
    address.line1,
    address.line2,
    `${address.city} ${address.region} ${address.postal_code}`,
    format.country(address.country),
    address.phone,
  ];
  return (
    <div>
      <h3 className="text-sm font-semibold text-ink-soft">{t("sample.address")}</h3>
      <address className="mt-1 not-italic">
        {lines
          .filter((line) => line.trim())
          .map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
      </address>
      {hint ? <p className="mt-1 text-sm text-ink-faint">{t("sample.address_hint")}</p> : null}
    </div>
  );
}

const STATUSES = [
  "unknown",
  "pre_transit",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "available_for_pickup",
  "return_to_sender",
  "failure",
  "cancelled",
  "error",
] as const;

function Parcel({ parcel }: { parcel: Page["parcels"][number] }) {
  const t = useTexts(collaborationTexts);
  const status = STATUSES.find((known) => known === parcel.status) ?? "unknown";
  const history = [...parcel.history].reverse();
  return (
    <div>
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="text-sm font-semibold text-ink-soft">{t("sample.parcel")}</h3>
        <Badge
          tone={
            status === "delivered"
              ? "released"
              : status === "failure" || status === "return_to_sender"
                ? "danger"
                : "info"
          }
          dot
        >
          {t(`sample.status.${status}`)}
        </Badge>
      </div>
      <p className="mt-1 font-mono text-sm break-all">
        {t("sample.tracking", { carrier: parcel.carrier, code: parcel.tracking_code })}
      </p>
      {history.length === 0 ? (
        <p className="mt-1 text-sm text-ink-faint">{t("sample.no_news")}</p>
      ) : (
        <ul className="mt-2 space-y-1 text-sm text-ink-soft">
          {history.slice(0, 6).map((news) => (
            <li key={`${news.at} ${news.status}`}>
              <DateTime at={news.at} style="minute" /> ·{" "}
              {t(`sample.status.${STATUSES.find((known) => known === news.status) ?? "unknown"}`)}
              {news.place ? ` · ${news.place}` : ""}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <h3 className="text-sm font-semibold text-ink-soft">{name}</h3>
      <p className="mt-1 font-mono text-sm break-all">{value}</p>
    </div>
  );
}
