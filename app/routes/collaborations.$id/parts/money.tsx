/** Where the money of this collaboration is, from the books. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { Money } from "@/app/ui/money";
import { SOFT, type Tone } from "@/app/ui/tone";
import { WAITS_FOR } from "@/app/ui/waits-for";
import type { Page, PartProps } from "./props";

type Place =
  | "budget"
  | "held"
  | "released"
  | "on_its_way"
  | "blocked"
  | "disputed"
  | "paid"
  | "recovered"
  | "returned"
  | "lost"
  | "look"
  | "reversed"
  | "shared";

const TONES: Readonly<Record<Place, Tone>> = {
  budget: "neutral",
  held: "held",
  released: "released",
  on_its_way: "released",
  blocked: "warn",
  disputed: "warn",
  paid: "released",
  recovered: "released",
  returned: "returned",
  lost: "returned",
  look: "held",
  reversed: "returned",
  shared: "returned",
};

function placeOf({ row, money }: Page): Place {
  if (money.transfer?.status === "blocked") return WAITS_FOR[money.transfer.reason ?? ""] ?? "blocked";
  if (row.state === "refunded" && row.paid_submission_id) return "reversed";
  // The bank took the charge back before anything had been sent.
  if (money.transfer?.status === "failed") return "lost";
  if (row.share_minor !== null && row.share_minor > 0) return "shared";
  if (row.state === "awarded" && !money.transfer) return "released";
  if (money.transfer) return money.transfer.status === "settled" ? "paid" : "on_its_way";
  if (row.paid_at) return "recovered";
  if (row.approved_at) return row.ended_at ? "lost" : "released";
  if (money.held_minor > 0) return "held";
  return row.agreed_at ? "returned" : "budget";
}

export function MoneyCard({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const { row, money } = page;
  const place = placeOf(page);
  const hint = place === "blocked" || place === "shared" ? null : t(`money.${place}_hint`);
  const total_minor = row.fee_minor + row.platform_fee_minor + row.reimbursement_cap_minor;
  const lines: Array<[string, number]> = [[t("money.fee"), row.fee_minor]];
  if (viewer !== "creator") lines.push([t("money.platform_fee"), row.platform_fee_minor]);
  if (row.reimbursement_cap_minor > 0) lines.push([t("money.reimbursement"), row.reimbursement_cap_minor]);
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("money.title")}</h2>
      <div className={cx("mt-3 rounded-lg px-4 py-3", SOFT[TONES[place]])}>
        <p className="font-semibold">{t(`money.${place}`)}</p>
        <p className="mt-1 text-2xl font-bold">
          <Money
            minor={money.transfer?.amount_minor ?? row.share_minor ?? row.fee_minor}
            currency={row.currency}
          />
        </p>
        {hint ? <p className="mt-1 text-sm">{hint}</p> : null}
        {place === "blocked" && money.transfer?.reason ? (
          <p className="mt-1 text-sm">
            {t(`money.${money.transfer.reason as "account_missing" | "account_restricted"}`)}
          </p>
        ) : null}
      </div>
      {place === "blocked" && viewer === "creator" ? (
        <LinkButton to="/creator/payouts" variant="primary" wide className="mt-3">
          {t("money.fix_account")}
        </LinkButton>
      ) : null}
      <dl className="mt-4 space-y-2 text-sm">
        {lines.map(([name, minor]) => (
          <Line key={name} name={name} minor={minor} currency={row.currency} />
        ))}
        {viewer !== "creator" ? (
          <Line name={t("money.total")} minor={total_minor} currency={row.currency} strong />
        ) : null}
        {money.transfer?.stripe_id ? (
          <div className="flex flex-wrap justify-between gap-2 border-t border-line pt-2">
            <dt className="text-ink-soft">{t("money.transfer_id")}</dt>
            <dd className="font-mono text-xs break-all text-ink-soft">{money.transfer.stripe_id}</dd>
          </div>
        ) : null}
      </dl>
    </Card>
  );
}

function Line({
  name,
  minor,
  currency,
  strong,
}: {
  name: string;
  minor: number;
  currency: string;
  strong?: boolean;
}) {
  return (
    <div className={cx("flex justify-between gap-4", strong && "border-t border-line pt-2 font-semibold")}>
      <dt className={strong ? undefined : "text-ink-soft"}>{name}</dt>
      <dd>
        <Money minor={minor} currency={currency} />
      </dd>
    </div>
  );
}
