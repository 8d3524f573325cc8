/** What both sides accepted, or are about to. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import commonTexts from "@/app/i18n/en/common";
import proofTexts from "@/app/i18n/en/proof";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Card } from "@/app/ui/card";
import { Disclosure } from "@/app/ui/disclosure";
import { Money } from "@/app/ui/money";
import { PolicyTerms } from "@/app/ui/policy-terms";
import type { PartProps } from "./props";

export function AgreementCard({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const tCommon = useTexts(commonTexts);
  const tProof = useTexts(proofTexts);
  const format = useFormat();
  const terms = page.agreement?.terms;
  const brief = terms?.brief ?? page.offer.brief;
  const licence = terms?.licence;
  const product = terms?.product ?? {
    title: page.offer.product_title,
    url: page.offer.product_url,
    asin: page.offer.asin,
  };
  // A channel may be renamed after both sides have agreed on it.
  const agreed = terms?.channel.handle;
  const present = page.channel?.handle;
  // Whoever decides about a post reads what it has to keep.
  const compares = viewer === "operator" && ["verifying", "appealed"].includes(page.row.state);
  const lists = (["must_show", "must_say", "must_not_say"] as const).filter((kind) => brief[kind].length > 0);
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("agreement.title")}</h2>
      <p className="mt-1 text-sm text-ink-soft">
        {page.agreement
          ? t("agreement.frozen", { sha: page.agreement.sha256.slice(0, 12) })
          : t("agreement.draft")}
      </p>
      <p className="mt-3 whitespace-pre-line">{brief.summary}</p>
      <Disclosure
        look="link"
        label={t("agreement.show")}
        open={page.row.state === "slot_offered" || compares}
        className="mt-1 -mb-2"
      >
        <dl className="mt-2 space-y-3 text-sm">
          <Term name={t("money.fee")}>
            <Money minor={page.row.fee_minor} currency={page.row.currency} />
          </Term>
          <Term name={t("agreement.product")}>
            {product.title}
            {brief.require_product_link ? null : <ProductLink product={product} />}
          </Term>
          <Term name={t("agreement.channel")}>
            {[
              tCommon(`platform.${page.row.platform}`),
              agreed ?? present,
              agreed && present && present !== agreed && t("agreement.channel_now", { handle: present }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Term>
          {lists.map((kind) => (
            <Term key={kind} name={t(`agreement.${kind}`)}>
              <ul className="list-disc space-y-0.5 pl-4">
                {brief[kind].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Term>
          ))}
          {brief.hashtags.length + brief.mentions.length > 0 ? (
            <Term name={t("agreement.tags")}>{[...brief.hashtags, ...brief.mentions].join(" ")}</Term>
          ) : null}
          <Term name={t("agreement.link")}>
            {brief.require_product_link ? t("agreement.required") : t("agreement.not_required")}
            {brief.require_product_link ? <ProductLink product={product} /> : null}
          </Term>
          <Term name={t("agreement.disclosure")}>{t("agreement.disclosure_text")}</Term>
          <Term name={tProof("title")}>{tProof(`by.${page.proof}`)}</Term>
          {brief.min_length_seconds > 0 ? (
            <Term name={t("agreement.min_length")}>
              {t("agreement.seconds", { count: brief.min_length_seconds })}
            </Term>
          ) : null}
          {licence ? (
            <Term name={t("agreement.licence")}>
              {t(licence.kind === "organic" ? "agreement.licence_organic" : "agreement.licence_paid", {
                days: format.number(licence.days),
              })}
            </Term>
          ) : null}
        </dl>
        <div className="mt-4 border-t border-line pt-4">
          <PolicyTerms policy={page.row.policy} />
        </div>
      </Disclosure>
    </Card>
  );
}

/** What a post has to link to: an offer has the address, the ASIN, or both. */
function ProductLink({ product: { url, asin } }: { product: { url: string; asin: string } }) {
  return (
    <>
      {url ? (
        <a
          href={url}
          target="_blank"
          rel="noreferrer noopener"
          className="block break-all text-primary hover:underline"
        >
          {url}
        </a>
      ) : null}
      {asin ? <span className="block font-mono text-xs">ASIN {asin}</span> : null}
    </>
  );
}

function Term({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
