/** A creator's pay: the account it goes to, where it is, what keeps it. */

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireConfirmedEmail, requireCreator } from "@/app/auth/session";
import { listStatementYears } from "@/app/domain/billing/queries/creator-statement";
import { accountCondition } from "@/app/domain/creator/account-condition";
import { listEarnings, listStuckEarnings, readCreatorPending } from "@/app/domain/creator/queries/earnings";
import { readProfile } from "@/app/domain/creator/queries/profile";
import { readDebts } from "@/app/domain/ledger/queries/debts";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { orAnswer } from "@/app/lib/answer";
import { log } from "@/app/lib/log";
import { cursorOf, cursorText } from "@/app/lib/page";
import { isRefusal, notFound } from "@/app/lib/refusal";
import { openDashboard, openOnboarding, refreshAccount } from "@/app/stripe/accounts";
import { Callout } from "@/app/ui/callout";
import { PageHeader, Section } from "@/app/ui/card";
import { FormErrors } from "@/app/ui/form";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { AccountCard } from "./account-card";
import { Debts } from "./debts";
import { type Earning, Earnings } from "./earnings";
import { MoneyCards } from "./money-cards";
import { Statements } from "./statements";
import { wantsOf } from "./wants";

export async function loader({ request }: LoaderFunctionArgs) {
  const { creator_id } = await requireCreator(request);
  const { searchParams } = new URL(request.url);
  const notice = searchParams.has("returned")
    ? await lookAgain(creator_id)
    : searchParams.has("refresh")
      ? ("expired" as const)
      : null;
  const { creator } = await readProfile(db, { creator_id });
  const earnings = await listEarnings(db, { creator_id }, cursorOf(searchParams));
  return {
    notice,
    condition: accountCondition(creator),
    said: [...new Set((creator.account_requirements?.errors ?? []).map(({ reason }) => reason))],
    failure: creator.payout_failure,
    wants: wantsOf(creator.account_requirements?.currently_due ?? []),
    pending: await readCreatorPending(db, { creator_id }),
    stuck: await listStuckEarnings(db, { creator_id }),
    earnings: earnings.rows,
    next: cursorText(earnings.next),
    debts: await readDebts(db, { creator_id }),
    statements: await listStatementYears(db, { creator_id }),
  };
}

/** The creator comes back from Stripe, perhaps sooner than its webhook does. */
async function lookAgain(creator_id: string): Promise<"refresh_failed" | null> {
  const { creator } = await readProfile(db, { creator_id });
  if (!creator.stripe_account_id) return null;
  try {
    await refreshAccount(creator.stripe_account_id);
    return null;
  } catch (error) {
    log.warn({ err: error, creator_id }, "a payout account could not be read back");
    return "refresh_failed";
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireConfirmedEmail(request, { role: "creator" });
  const { creator_id } = await requireCreator(request);
  const intent = (await request.formData()).get("intent");
  try {
    if (intent === "onboarding") return redirect(await openOnboarding({ creator_id, email: user.email }));
    const { creator } = await readProfile(db, { creator_id });
    if (intent !== "dashboard" || !creator.stripe_account_id) throw notFound("account");
    return redirect(await openDashboard(creator.stripe_account_id));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.status === 404) return orAnswer(Promise.reject(error));
    return data({ code: error.code, params: error.params }, { status: error.status });
  }
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, "creator")("payouts.title"), "");

export default function Payouts() {
  const { t } = useTranslation("creator");
  const { t: sayError } = useTranslation("errors");
  const { notice, condition, wants, said, failure, pending, stuck, earnings, next, debts, statements } =
    useLoaderData<typeof loader>();
  const refused = useActionData<{ code: string; params: Record<string, string | number> }>();
  // What works is told last; what keeps money from its way comes first.
  const working = condition === "active";
  const account = (
    <Section title={t("payouts.account")}>
      <AccountCard condition={condition} wants={wants} said={said} failure={failure} />
    </Section>
  );
  return (
    <PageBody>
      <PageHeader title={t("payouts.title")} description={t("payouts.lead")} />
      {notice ? <Callout tone="warn">{t(`payouts.${notice}`)}</Callout> : null}
      <FormErrors errors={refused ? [refusalText(sayError, refused)] : []} />
      {working ? null : account}
      {stuck.map((row) => (
        <Blocked key={row.id} row={row} />
      ))}
      <MoneyCards pending={pending} />
      <Section title={t("payouts.earnings")}>
        <Earnings earnings={earnings} />
        <Pagination next={next} />
      </Section>
      <Debts debts={debts} />
      <Statements years={statements} />
      {working ? account : null}
    </PageBody>
  );
}

/** Why a payment has not gone out; where it is the account, the account's card above has the button that mends it. */
function Blocked({ row }: { row: Earning }) {
  const { t } = useTranslation(["creator", "money"]);
  // The creator's words for it, else those for what nobody foresaw.
  const context = row.reason ?? "";
  return (
    <Callout
      tone="warn"
      title={
        <>
          {t("payouts.blocked", { context })}: <Money minor={row.amount_minor} currency={row.currency} /> ·{" "}
          {row.offer_title}
        </>
      }
    >
      {t([`money:reason.${row.reason as "account_missing"}`, "money:reason.other"])}
    </Callout>
  );
}
