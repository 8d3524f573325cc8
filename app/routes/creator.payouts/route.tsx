/** What a creator has earned, and whether Stripe can pay it out: every wait has its reason and the way to end it. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator, requireUser } from "@/app/auth/session";
import { readProfile } from "@/app/domain/creator/queries";
import { readCreatorPending, readEarnings } from "@/app/domain/ledger/queries";
import { refusalText } from "@/app/i18n/refusal-text";
import { isRefusal } from "@/app/lib/refusal";
import { openDashboard, openOnboarding, refreshAccount } from "@/app/stripe/accounts";
import { Badge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { PageBody } from "@/app/ui/shell/app-shell";
import { Table } from "@/app/ui/table";
import { db } from "@/db/client";
import { PendingCards } from "./pending-cards";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCreator(request);
  const before = (await readProfile(db, actor.creator_id)).creator;
  const came_back = new URL(request.url).searchParams.has("returned");
  // The page somebody comes back to from Stripe asks there itself: the webhook may be slower than they are.
  if (came_back && before.stripe_account_id) await refreshAccount(before.stripe_account_id);
  const { creator } = await readProfile(db, actor.creator_id);
  return {
    account: {
      exists: creator.stripe_account_id !== null,
      active: creator.transfers_active,
      disabled: creator.account_requirements?.disabled_reason ?? null,
      due: creator.account_requirements?.currently_due ?? [],
    },
    pending: await readCreatorPending(db, actor.creator_id),
    earnings: await readEarnings(db, actor.creator_id),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const user = await requireUser(request);
  const intent = (await request.formData()).get("intent");
  try {
    const { creator } = await readProfile(db, actor.creator_id);
    if (intent === "dashboard" && creator.stripe_account_id)
      return redirect(await openDashboard(creator.stripe_account_id));
    return redirect(await openOnboarding({ creator_id: actor.creator_id, email: user.email }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return data({ code: error.code, params: error.params }, { status: error.status });
  }
}

export default function Payouts() {
  const { t } = useTranslation("creator");
  const { t: sayError } = useTranslation("errors");
  const { pending, earnings } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <PageBody>
      <PageHeader title={t("payouts.title")} />
      {refused ? (
        <div role="alert">
          <Callout tone="danger">{refusalText(sayError, refused)}</Callout>
        </div>
      ) : null}
      <AccountCard />
      <PendingCards pending={pending} />
      <Section title={t("payouts.list")}>
        {earnings.length === 0 ? (
          <EmptyState scene="money" title={t("payouts.empty_title")}>
            {t("payouts.empty")}
          </EmptyState>
        ) : (
          <Table
            caption={t("payouts.list")}
            rows={earnings}
            rowKey={(row) => row.id}
            href={(row) => `/collaborations/${row.collaboration_id}`}
            columns={[
              { id: "offer", head: t("payouts.head.offer"), cell: (row) => row.offer_title, title: true },
              {
                id: "status",
                head: t("payouts.head.status"),
                cell: (row) => (
                  <span className="inline-flex flex-wrap items-center gap-2">
                    <Badge
                      tone={
                        row.status === "settled" ? "released" : row.status === "blocked" ? "warn" : "info"
                      }
                    >
                      {t(`payouts.status.${row.status}`)}
                    </Badge>
                    {row.status === "blocked" && row.reason ? (
                      <span className="text-sm text-ink-soft">
                        {t(`payouts.reason.${row.reason as "account_missing"}`)}
                      </span>
                    ) : null}
                  </span>
                ),
              },
              {
                id: "at",
                head: t("payouts.head.at"),
                cell: (row) => <DateTime at={row.settled_at ?? row.created_at} />,
              },
              {
                id: "amount",
                head: t("payouts.head.amount"),
                cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
                align: "end",
              },
            ]}
          />
        )}
      </Section>
    </PageBody>
  );
}

function AccountCard() {
  const { t } = useTranslation("creator");
  const { account } = useLoaderData<typeof loader>();
  const state = account.active
    ? "active"
    : !account.exists
      ? "none"
      : account.disabled && account.due.length === 0
        ? "restricted"
        : "pending";
  const wanted = [...new Set(account.due.map(wantedOf))];
  return (
    <Card as="section" className="space-y-4">
      <h2 className="text-lg font-semibold">{t(`payouts.state.${state}`)}</h2>
      {state === "restricted" ? null : <p className="text-ink-soft">{t(`payouts.state.${state}_text`)}</p>}
      {state === "pending" ? (
        <ul className="list-disc pl-5">
          {wanted.map((name) => (
            <li key={name}>
              {isNamed(name)
                ? t(`payouts.requirement.${name}`)
                : t("payouts.requirement.other", { name: name.replaceAll(/[._]/g, " ") })}
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="post">
        <SubmitButton
          name="intent"
          value={state === "active" ? "dashboard" : "onboard"}
          variant={state === "active" ? "secondary" : "primary"}
        >
          {t(state === "active" ? "payouts.dashboard" : state === "none" ? "payouts.start" : "payouts.go_on")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

const NAMED = ["external_account", "identity", "tos"] as const;

function isNamed(name: string): name is (typeof NAMED)[number] {
  return (NAMED as readonly string[]).includes(name);
}

/** Stripe's requirement names, e.g. `individual.verification.document`, as what a person has to bring. */
function wantedOf(requirement: string): string {
  if (requirement.startsWith("external_account")) return "external_account";
  if (requirement.includes("verification")) return "identity";
  return requirement.startsWith("tos_acceptance") ? "tos" : requirement;
}
