/** What an operator has to look for in the post where the machine saw too little: the checks it could not make, and what was agreed on. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import verificationTexts from "@/app/i18n/en/verification";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { useTimeZone } from "@/app/ui/page-facts";
import type { Page } from "./props";

export function ToCheck({ page }: { page: Page }) {
  const t = useTexts(collaborationTexts);
  const tCheck = useTexts(verificationTexts);
  const wanted = useWanted(page);
  const found = new Set(
    page.submissions[0]?.look?.checks.filter(({ verdict }) => verdict === "passed").map(({ check }) => check),
  );
  const open = wanted.filter(([check]) => !found.has(check));
  if (open.length === 0) return null;
  return (
    <div className="border-t border-line pt-5">
      <h3 className="font-semibold">{t("post.to_check")}</h3>
      <dl className="mt-2 space-y-2 text-sm">
        {open.map(([check, agreed]) => (
          <div key={check}>
            <dt>{tCheck(`check.${check}`)}</dt>
            {agreed ? <dd className="break-words text-ink-soft">{agreed}</dd> : null}
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Each check that the agreement asks for, with the words it asks for. */
function useWanted({ agreement, row }: Page) {
  const t = useTexts(collaborationTexts);
  const format = useFormat();
  const zone = useTimeZone();
  if (!agreement) return [];
  const { brief, channel, product } = agreement.terms;
  const wanted = [
    ["live", ""],
    ["ownership", channel.handle],
    ["published_after", row.agreed_at ? format.date(row.agreed_at, "minute", zone) : ""],
    ["disclosure", ""],
    ["required_tags", [...brief.hashtags, ...brief.mentions].join(" ") || null],
    ["product_link", brief.require_product_link ? product.asin || product.url : null],
    ["forbidden_words", brief.must_not_say.join(" · ") || null],
    [
      "length",
      brief.min_length_seconds > 0 ? t("agreement.seconds", { count: brief.min_length_seconds }) : null,
    ],
  ] as const;
  return wanted.filter(([, agreed]) => agreed !== null);
}
