/** A creator's overview: what to do next, what is still to be set up, what is earned. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { requireCreator, requireUser } from "@/app/auth/session";
import { listCollaborations } from "@/app/domain/collaboration/queries";
import { RUNNING_STATES } from "@/app/domain/collaboration/states";
import { readProfile } from "@/app/domain/creator/queries";
import { readCreatorPending } from "@/app/domain/ledger/queries";
import { StatusBadge } from "@/app/ui/badge";
import { LinkButton } from "@/app/ui/button";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { Deadline } from "@/app/ui/moments";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { PendingCards } from "../creator.payouts/pending-cards";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCreator(request);
  const user = await requireUser(request);
  const { creator, address, channels } = await readProfile(db, actor.creator_id);
  const { rows } = await listCollaborations(db, actor, { states: RUNNING_STATES }, null, 50);
  const by_due = [...rows].sort(
    (a, b) =>
      (a.due_at?.getTime() ?? Number.POSITIVE_INFINITY) - (b.due_at?.getTime() ?? Number.POSITIVE_INFINITY),
  );
  return {
    name: creator.display_name,
    steps: [
      { id: "email" as const, to: "/confirm-email", done: user.email_verified },
      {
        id: "channel" as const,
        to: "/creator/channels",
        done: channels.some(({ verified_at }) => verified_at !== null),
      },
      { id: "address" as const, to: "/creator/address", done: address !== null },
      { id: "payouts" as const, to: "/creator/payouts", done: creator.transfers_active },
    ],
    yours: by_due.filter(({ awaited }) => awaited.includes("creator")),
    running: by_due.filter(({ awaited }) => !awaited.includes("creator")).slice(0, 6),
    pending: await readCreatorPending(db, actor.creator_id),
  };
}

export default function CreatorOverview() {
  const { t } = useTranslation("creator");
  const { name, steps, yours, running, pending } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader
        title={t("overview.hello", { name })}
        actions={
          <LinkButton to="/offers" variant="primary">
            {t("overview.find")}
          </LinkButton>
        }
      />
      {steps.every(({ done }) => done) ? null : (
        <Section title={t("overview.set_up")} description={t("overview.set_up_lead")}>
          <ul className="grid gap-3 sm:grid-cols-2">
            {steps.map((step) => (
              <li key={step.id}>
                <Link
                  to={step.to}
                  className="flex min-h-14 items-center justify-between gap-3 rounded-lg border border-line bg-surface px-4 py-3 font-semibold text-ink no-underline shadow-sm hover:border-line-strong"
                >
                  {t(`overview.step.${step.id}`)}
                  {step.done ? (
                    <CircleCheck aria-label={t("overview.done")} className="size-5 text-success-ink" />
                  ) : null}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("overview.yours")}>
        {yours.length === 0 ? <Card>{t("overview.nothing")}</Card> : <Work rows={yours} />}
      </Section>
      {pending.length > 0 ? <PendingCards pending={pending} /> : null}
      {running.length > 0 ? (
        <Section title={t("overview.running")}>
          <Work rows={running} />
        </Section>
      ) : null}
    </PageBody>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["yours"][number];

function Work({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("lifecycle");
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {rows.map((row) => (
        <Card key={row.id} as="li">
          <div className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <Link to={`/collaborations/${row.id}`} className="font-semibold">
                {row.offer_title}
              </Link>
              <p className="text-sm text-ink-soft">{row.brand_name}</p>
            </div>
            <StatusBadge state={row.state} />
          </div>
          {row.due_kind && row.due_at ? (
            <div className="mt-2 space-y-1">
              <p className="text-sm text-ink-soft">{t(`due.${row.due_kind}`)}</p>
              <Deadline at={row.due_at} />
            </div>
          ) : null}
        </Card>
      ))}
    </ul>
  );
}
