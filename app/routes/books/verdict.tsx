/** Whether the books hold, said first and as it is. */
import booksPublicTexts from "@/app/i18n/en/books/public";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Callout } from "@/app/ui/callout";
import { useTimeZone } from "@/app/ui/page-facts";
import type { Books } from "./facts";

export function Verdict({ books }: { books: Books }) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Rules checked={books.checked} />
      <Stripe compared={books.compared_with_stripe} />
    </div>
  );
}

function Rules({ checked }: { checked: Books["checked"] }) {
  const t = useTexts(booksPublicTexts);
  const format = useFormat();
  const zone = useTimeZone();
  if (!checked)
    return (
      <Callout tone="neutral" title={t("never")}>
        {t("never_lead")}
      </Callout>
    );
  const broken = checked.rules.filter(({ violations }) => violations > 0).length;
  const records = checked.rules.reduce((sum, { examined }) => sum + examined, 0);
  return (
    <Callout
      tone={broken > 0 ? "danger" : checked.late ? "warn" : "success"}
      title={broken > 0 ? t("broken", { count: broken }) : t("holds", { count: checked.rules.length })}
    >
      {t("checked", {
        when: format.date(checked.at, "minute_long", zone),
        records: format.number(records),
      })}
      {broken > 0 ? <span className="block">{t("broken_lead")}</span> : null}
      {checked.late ? <span className="block">{t("late")}</span> : null}
    </Callout>
  );
}

function Stripe({ compared }: { compared: Books["compared_with_stripe"] }) {
  const t = useTexts(booksPublicTexts);
  const format = useFormat();
  const zone = useTimeZone();
  if (!compared)
    return (
      <Callout tone="neutral" title={t("stripe")}>
        {t("stripe_never")}
      </Callout>
    );
  const when = format.date(compared.at, "minute_long", zone);
  return (
    <Callout tone={compared.held ? "success" : "warn"} title={t("stripe")}>
      {compared.held ? t("stripe_agrees", { when }) : t("stripe_differs", { when })}
    </Callout>
  );
}
