/** When the invariants were last checked, that they held, and each of them by name. */

import { Form } from "@remix-run/react";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksRulesTexts from "@/app/i18n/en/books/rules";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Section } from "@/app/ui/card";
import { Disclosure } from "@/app/ui/disclosure";
import { DateTime, RelativeTime } from "@/app/ui/moments";
import { Table } from "@/app/ui/table";
import { TextLink } from "@/app/ui/text-link";
import type { useOverview } from "./facts";

type Audits = ReturnType<typeof useOverview>["audits"];

export function Checks({ audits, may_check_now }: { audits: Audits; may_check_now: boolean }) {
  const t = useTexts(booksPagesTexts);
  const format = useFormat();
  const { invariants, reconciliation } = audits;
  const seconds = format.number(Math.round((invariants?.took_ms ?? 0) / 100) / 10);
  const broken = invariants?.rules.filter(({ violations }) => violations > 0).length ?? 0;
  return (
    <div className="space-y-4">
      <Callout
        tone={!invariants ? "neutral" : invariants.held ? "success" : "danger"}
        title={
          !invariants
            ? t("overview.never_title")
            : invariants.held
              ? t("overview.held_title")
              : t("overview.broken_title", { count: broken })
        }
        action={
          may_check_now ? (
            <Form method="post">
              <SubmitButton variant="secondary">{t("overview.run")}</SubmitButton>
            </Form>
          ) : undefined
        }
      >
        {invariants ? (
          <>
            {t("overview.checked", { count: invariants.rules.length, seconds })}{" "}
            <DateTime at={invariants.at} style="minute_long" /> · <RelativeTime at={invariants.at} />
            {may_check_now ? null : <span className="block">{t("overview.run_long", { seconds })}</span>}
          </>
        ) : (
          t("overview.never")
        )}
      </Callout>
      <Callout
        tone={!reconciliation ? "neutral" : reconciliation.held ? "success" : "warn"}
        title={t("overview.reconciled")}
      >
        {!reconciliation
          ? t("overview.reconciled_never")
          : reconciliation.held
            ? t("overview.reconciled_held")
            : t("overview.reconciled_open")}{" "}
        {reconciliation ? <DateTime at={reconciliation.at} style="minute_long" /> : null}
        {reconciliation && !reconciliation.held ? (
          <>
            {" "}
            <TextLink to="/operator/incidents">{t("tabs.incidents")}</TextLink>
          </>
        ) : null}
      </Callout>
      {invariants ? <Rules rules={invariants.rules} open={broken > 0} /> : null}
    </div>
  );
}

type Rule = NonNullable<Audits["invariants"]>["rules"][number];

function Rules({ rules, open }: { rules: Rule[]; open: boolean }) {
  const t = useTexts(booksPagesTexts);
  const tRules = useTexts(booksRulesTexts);
  const format = useFormat();
  const say = (name: string, what: "name" | "means") => {
    const key = `${name}.${what}`;
    return tRules.has(key) ? tRules(key) : name;
  };
  return (
    <Section>
      <Disclosure look="box" open={open} label={t("overview.rules")} className="bg-surface shadow-sm">
        <Table
          caption={t("overview.rules")}
          rows={rules}
          rowKey={({ name }) => name}
          columns={[
            {
              id: "rule",
              head: t("overview.rule"),
              title: true,
              cell: ({ name }) => (
                <>
                  {say(name, "name")}
                  <span className="block max-w-xl text-sm font-normal text-ink-soft">
                    {say(name, "means")}
                  </span>
                </>
              ),
            },
            {
              id: "examined",
              head: t("overview.examined"),
              align: "end",
              cell: ({ examined }) => <span data-figures>{format.number(examined)}</span>,
            },
            {
              id: "took",
              head: t("overview.took"),
              align: "end",
              cell: ({ took_ms }) => (
                <span data-figures className="whitespace-nowrap">
                  {took_ms === undefined ? "–" : `${format.number(took_ms)} ms`}
                </span>
              ),
            },
            {
              id: "result",
              head: t("overview.result"),
              align: "end",
              cell: ({ violations }) => (
                <Badge tone={violations > 0 ? "danger" : "success"}>
                  {violations > 0 ? t("overview.violations", { count: violations }) : t("overview.holds")}
                </Badge>
              ),
            },
          ]}
        />
      </Disclosure>
    </Section>
  );
}
