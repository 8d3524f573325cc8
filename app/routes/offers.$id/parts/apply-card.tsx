/** The fee, the proof that it is there, and the way to apply. */

import { ShieldCheck } from "lucide-react";
import type { Visitor as Known } from "@/app/domain/offer/queries/visitor";
import offersCardTexts from "@/app/i18n/en/offers/card";
import offersPageTexts from "@/app/i18n/en/offers/page";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card } from "@/app/ui/card";
import { Deadline } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { ProgressBar } from "@/app/ui/progress";
import type { PublicOffer } from "../route";
import { NotYet } from "./not-yet";

/** As the page is told: what keeps a creator from applying comes in words. */
type Visitor = Exclude<Known, { kind: "creator" }> | { kind: "creator"; reasons: readonly string[] };

type Props = { offer: PublicOffer["offer"]; visitor: Visitor };

export function ApplyCard({ offer, visitor }: Props) {
  const t = useTexts(offersPageTexts);
  const tCard = useTexts(offersCardTexts);
  const format = useFormat();
  const left = offer.slots - offer.slots_taken;
  const slots = left > 0 ? tCard("slots_left", { count: left }) : tCard("full");
  return (
    <Card className="space-y-5 shadow-md">
      <div>
        <p className="text-sm font-medium text-ink-soft">{t("fee")}</p>
        <Money minor={offer.fee_minor} currency={offer.currency} className="text-3xl font-bold" />
        {offer.reimbursement_cap_minor > 0 ? (
          <p className="text-sm text-ink-soft">
            {t("reimbursed", { amount: format.money(offer.reimbursement_cap_minor, offer.currency) })}
          </p>
        ) : null}
        <p className="mt-1 text-sm text-ink-faint">{t("fee_note")}</p>
      </div>
      <div className="flex gap-3 rounded-lg bg-released-soft p-3.5 text-sm text-released-ink">
        <ShieldCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
        <p>
          <b className="block">{t("funded_title")}</b>
          {t("funded", { slots: offer.slots })}
        </p>
      </div>
      <div className="space-y-2">
        <p className="flex justify-between text-sm">
          <span>{slots}</span>
          <span data-figures className="text-ink-faint">
            {offer.slots_taken}/{offer.slots}
          </span>
        </p>
        <ProgressBar value={offer.slots_taken} max={offer.slots} label={slots} tone="released" />
        {offer.closes_at ? (
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-faint">
            {t("closes")} <Deadline at={offer.closes_at} />
          </p>
        ) : null}
      </div>
      <Way offer={offer} visitor={visitor} />
    </Card>
  );
}

/** What this visitor can do next; never a dead end. */
function Way({ offer, visitor }: Props) {
  const t = useTexts(offersPageTexts);
  const here = `/offers/${offer.id}`;
  if (visitor.kind === "running")
    return (
      <div className="space-y-3">
        <p className="text-sm text-ink-soft">{t("running")}</p>
        <LinkButton to={`/collaborations/${visitor.collaboration_id}`} variant="primary" wide>
          {t("open_running")}
        </LinkButton>
      </div>
    );
  if (offer.status === "paused") return <Callout tone="warn">{t("paused")}</Callout>;
  if (visitor.kind === "other") return <p className="text-sm text-ink-soft">{t("brand_view")}</p>;
  if (visitor.kind === "creator" && visitor.reasons.length > 0) return <NotYet reasons={visitor.reasons} />;
  return (
    <div className="space-y-2">
      {offer.slots_taken >= offer.slots ? <Callout tone="info">{t("full")}</Callout> : null}
      {visitor.kind === "stranger" ? (
        <LinkButton to={`/sign-up?role=creator&next=${encodeURIComponent(here)}`} variant="primary" wide>
          {t("sign_up")}
        </LinkButton>
      ) : (
        <LinkButton to={`${here}/apply`} variant="primary" wide>
          {t("apply")}
        </LinkButton>
      )}
      <p className="text-center text-xs text-ink-faint">{t("apply_hint")}</p>
    </div>
  );
}
