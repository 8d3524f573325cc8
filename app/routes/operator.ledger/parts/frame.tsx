/** Title and tabs of every list in the books. */

import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import { useTexts } from "@/app/i18n/use-texts";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { LinkTabs } from "@/app/ui/tabs";

const TABS = [
  ["overview", "/operator/ledger"],
  ["accounts", "/operator/ledger/accounts"],
  ["transactions", "/operator/ledger/transactions"],
  ["movements", "/operator/ledger/movements"],
  ["charges", "/operator/ledger/charges"],
  ["ages", "/operator/ledger/ages"],
  ["incidents", "/operator/incidents"],
] as const;

export function LedgerFrame({ open_incidents, children }: { open_incidents: number; children: ReactNode }) {
  const t = useTexts(booksPagesTexts);
  const { pathname } = useLocation();
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("lead")} />
      <LinkTabs
        label={t("title")}
        tabs={TABS.map(([name, to]) => ({
          to,
          label: t(`tabs.${name}`),
          current: pathname === to,
          count: name === "incidents" && open_incidents > 0 ? open_incidents : undefined,
        }))}
      />
      {children}
    </PageBody>
  );
}
