/** Every rule in words for everybody, with how much it looked at and whether it held. */
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/app/i18n/use-format";
import { Card, Section } from "@/app/ui/card";
import type { Checked } from "./facts";

export function Rules({ rules }: { rules: Checked["rules"] }) {
  const { t, i18n } = useTranslation("books");
  const format = useFormat();
  const say = (name: string, what: "name" | "means") =>
    i18n.exists(`books:rules.${name}.${what}`) ? t(`rules.${name as "04c-totals-balance"}.${what}`) : name;
  return (
    <Section title={t("public.rules")} description={t("public.rules_lead")}>
      <Card padded={false}>
        <ul className="-mb-px grid lg:grid-cols-2">
          {rules.map(({ name, examined, violations }) => (
            <li key={name} className="flex gap-3 border-b border-line px-5 py-4">
              {violations === 0 ? (
                <CircleCheck
                  aria-label={t("public.rule_holds")}
                  className="mt-0.5 size-5 shrink-0 text-success"
                />
              ) : (
                <CircleAlert
                  aria-label={t("public.rule_broken")}
                  className="mt-0.5 size-5 shrink-0 text-danger"
                />
              )}
              <div className="min-w-0">
                <p className="font-semibold">{say(name, "name")}</p>
                <p className="text-sm text-ink-soft">{say(name, "means")}</p>
                <p data-figures className="mt-0.5 text-xs text-ink-faint">
                  {t("public.examined", { records: format.number(examined) })}
                  {violations > 0 ? ` · ${t("public.rule_broken")}` : null}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
