/** Title and tabs of every list in the books. */
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { LinkTabs } from "@/app/ui/tabs";

const TABS = [
  ["overview", "/operator/books"],
  ["accounts", "/operator/books/accounts"],
  ["transactions", "/operator/books/transactions"],
  ["movements", "/operator/books/movements"],
  ["charges", "/operator/books/charges"],
  ["ages", "/operator/books/ages"],
  ["incidents", "/operator/incidents"],
] as const;

export function BooksFrame({ open_incidents, children }: { open_incidents: number; children: ReactNode }) {
  const { t } = useTranslation("books");
  const { pathname } = useLocation();
  return (
    <PageBody>
      <PageHeader title={t("pages.title")} description={t("pages.lead")} />
      <LinkTabs
        label={t("pages.title")}
        tabs={TABS.map(([name, to]) => ({
          to,
          label: t(`pages.tabs.${name}`),
          current: pathname === to,
          count: name === "incidents" && open_incidents > 0 ? open_incidents : undefined,
        }))}
      />
      {children}
    </PageBody>
  );
}
