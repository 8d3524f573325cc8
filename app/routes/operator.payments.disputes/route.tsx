/** Card disputes: what the bank waits for, and until when. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { isAnswerable } from "@/app/domain/disputes/answerable";
import { isDueKey, listClosedDisputes, listOpenDisputes } from "@/app/domain/disputes/queries/disputes";
import operatorDisputesTexts from "@/app/i18n/en/operator/disputes";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { Badge } from "@/app/ui/badge";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime, Deadline } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { standOf, TONES } from "./stand-of";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const open = await listOpenDisputes(
    db,
    cursorOf(searchParams, { parameter: "open_after", isKey: isDueKey }),
  );
  const closed = await listClosedDisputes(db, cursorOf(searchParams, { parameter: "closed_after" }));
  return {
    open: open.rows,
    open_next: cursorText(open.next),
    closed: closed.rows,
    closed_next: cursorText(closed.next),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, operatorDisputesTexts)("title"), "");

export default function Disputes() {
  const t = useTexts(operatorDisputesTexts);
  const { open, open_next, closed, closed_next } = useLoaderData<typeof loader>();
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} description={t("lead")} />
      {open.length + closed.length === 0 ? <EmptyState title={t("none")} /> : null}
      {open.length > 0 ? (
        <Section title={t("open")}>
          <Rows rows={open} />
          <Pagination next={open_next} parameter="open_after" />
        </Section>
      ) : null}
      {closed.length > 0 ? (
        <Section title={t("closed")}>
          <Rows rows={closed} />
          <Pagination next={closed_next} parameter="closed_after" />
        </Section>
      ) : null}
    </PageBody>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["open"][number];

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(operatorDisputesTexts);
  return (
    <Card padded={false}>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
            <div className="min-w-0">
              <Link
                to={`/operator/payments/disputes/${row.id}`}
                className="inline-flex min-h-11 items-center font-semibold wrap-anywhere"
              >
                {row.brand_name} · {row.offer_title}
              </Link>
              <p className="text-sm text-ink-soft">
                <Money minor={row.amount_minor} currency={row.currency} />
                {isAnswerable(row) && row.evidence_due_at ? (
                  <>
                    {" · "}
                    {t("due")} <Deadline at={row.evidence_due_at} />
                  </>
                ) : (
                  <>
                    {" · "}
                    <DateTime at={row.closed_at ?? row.created_at} />
                  </>
                )}
              </p>
            </div>
            <Badge tone={TONES[standOf(row)]}>{t(`stand.${standOf(row)}`)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
