/** What the post must do, clause by clause: the same clauses that a review may cite. */

import { Check, X } from "lucide-react";
import type { Proof } from "@/app/domain/verification/provability";
import offersPageTexts from "@/app/i18n/en/offers/page";
import proofTexts from "@/app/i18n/en/proof";
import { useTexts } from "@/app/i18n/use-texts";
import { Card } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { Proofs } from "@/app/ui/proofs";
import type { PublicOffer } from "../route";

type Props = { offer: PublicOffer["offer"]; proofs: readonly Proof[] };

export function BriefCard({ offer, proofs }: Props) {
  const t = useTexts(offersPageTexts);
  const tProof = useTexts(proofTexts);
  const { brief, licence } = offer;
  const tags = [...brief.hashtags, ...brief.mentions];
  const rules = [
    t("disclosure"),
    ...(brief.require_product_link ? [t("product_link")] : []),
    ...(brief.min_length_seconds > 0 ? [t("min_length", { seconds: brief.min_length_seconds })] : []),
  ];
  return (
    <Card as="section" className="space-y-6">
      <h2 className="text-xl font-semibold">{t("brief")}</h2>
      <p className="whitespace-pre-line">{brief.summary}</p>
      <Clauses title={t("must_show")} items={brief.must_show} />
      <Clauses title={t("must_say")} items={brief.must_say} />
      <Clauses title={t("must_not_say")} items={brief.must_not_say} refused />
      {tags.length > 0 ? (
        <div>
          <h3 className="text-sm font-semibold text-ink-soft">
            {t("hashtags")} · {t("mentions")}
          </h3>
          <p className="mt-2 flex flex-wrap gap-2">
            {tags.map((tag) => (
              <span key={tag} className="rounded-md bg-sunken px-2.5 py-1 font-mono text-sm">
                {tag}
              </span>
            ))}
          </p>
        </div>
      ) : null}
      <ul className="space-y-2 border-t border-line pt-5 text-sm text-ink-soft">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <div className="border-t border-line pt-5">
        <h3 className="mb-2 text-sm font-semibold text-ink-soft">{tProof("title")}</h3>
        <Proofs proofs={proofs} />
      </div>
      <div className="border-t border-line pt-5">
        <h3 className="text-sm font-semibold text-ink-soft">{t("licence")}</h3>
        <p className="mt-1">{t(`licence_${licence.kind}`, { days: licence.days })}</p>
      </div>
    </Card>
  );
}

function Clauses({ title, items, refused }: { title: string; items: readonly string[]; refused?: boolean }) {
  if (items.length === 0) return null;
  const Icon = refused ? X : Check;
  return (
    <div>
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      <ul className="mt-2 space-y-2">
        {items.map((item) => (
          <li key={item} className="flex gap-2.5">
            <Icon
              aria-hidden
              strokeWidth={2.5}
              className={cx("mt-1 size-4.5 shrink-0", refused ? "text-danger" : "text-released")}
            />
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}
