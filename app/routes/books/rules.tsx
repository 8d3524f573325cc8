/** Every rule in words for everybody, with how much it looked at and whether it held. */

import { CircleAlert, CircleCheck } from "lucide-react";
import booksPublicTexts from "@/app/i18n/en/books/public";
import booksRulesTexts from "@/app/i18n/en/books/rules";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Card, Section } from "@/app/ui/card";
import type { Checked } from "./facts";

export function Rules({ rules }: { rules: Checked["rules"] }) {
  const t = useTexts(booksPublicTexts);
  const tRules = useTexts(booksRulesTexts);
  const format = useFormat();
  const say = (name: string, what: "name" | "means") => {
    const key = `${name}.${what}`;
    return tRules.has(key) ? tRules(key) : name;
  };
  return (
    <Section title={t("rules")} description={t("rules_lead")}>
      <Card padded={false}>
        <ul className="-mb-px grid lg:grid-cols-2">
          {rules.map(({ name, examined, violations }) => (
            <li key={name} className="flex gap-3 border-b border-line px-5 py-4">
              {violations === 0 ? (
                <CircleCheck aria-label={t("rule_holds")} className="mt-0.5 size-5 shrink-0 text-success" />
              ) : (
                <CircleAlert aria-label={t("rule_broken")} className="mt-0.5 size-5 shrink-0 text-danger" />
              )}
              <div className="min-w-0">
                <p className="font-semibold">{say(name, "name")}</p>
                <p className="text-sm text-ink-soft">{say(name, "means")}</p>
                <p data-figures className="mt-0.5 text-xs text-ink-faint">
                  {t("examined", { records: format.number(examined) })}
                  {violations > 0 ? ` · ${t("rule_broken")}` : null}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
