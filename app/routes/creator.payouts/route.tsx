/** A creator's pay: the account it goes to, where it is, what keeps it. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireConfirmedEmail, requireCreator } from "@/app/auth/session";
import { listStatementYears } from "@/app/domain/billing/queries/creator-statement";
import { accountCondition } from "@/app/domain/creator/account-condition";
import { listEarnings, listStuckEarnings, readCreatorPending } from "@/app/domain/creator/queries/earnings";
import { readPayoutAccount } from "@/app/domain/creator/queries/payout-account";
import { readDebts } from "@/app/domain/ledger/queries/debts";
import creatorPayoutsTexts from "@/app/i18n/en/creator/payouts";
import moneyTexts from "@/app/i18n/en/money";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import type { CreatorId } from "@/app/lib/ids";
import { log } from "@/app/lib/log";
import { cursorOf, cursorText } from "@/app/lib/page";
import { notFound } from "@/app/lib/refusal";
import { openDashboard, openOnboarding, refreshAccount } from "@/app/stripe/accounts";
import { Callout } from "@/app/ui/callout";
import { PageHeader, Section } from "@/app/ui/card";
import { FormErrors, useAnswer } from "@/app/ui/form";
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
  const account = await readPayoutAccount(db, { creator_id });
  const earnings = await listEarnings(db, { creator_id }, cursorOf(searchParams));
  return {
    notice,
    condition: accountCondition(account),
    said: [...new Set((account.account_requirements?.errors ?? []).map(({ reason }) => reason))],
    failure: account.payout_failure,
    wants: wantsOf(account.account_requirements?.currently_due ?? []),
    pending: await readCreatorPending(db, { creator_id }),
    stuck: await listStuckEarnings(db, { creator_id }),
    earnings: earnings.rows,
    next: cursorText(earnings.next),
    debts: await readDebts(db, { creator_id }),
    statements: await listStatementYears(db, { creator_id }),
  };
}

/** The creator comes back from Stripe, perhaps sooner than its webhook does. */
async function lookAgain(creator_id: CreatorId): Promise<"refresh_failed" | null> {
  const account = await readPayoutAccount(db, { creator_id });
  if (!account.stripe_account_id) return null;
  try {
    await refreshAccount(account.stripe_account_id);
    return null;
  } catch (error) {
    log.warn({ err: error, creator_id }, "a payout account could not be read back");
    return "refresh_failed";
  }
}

export const action = formAction({
  authorize: async (request) => {
    const user = await requireConfirmedEmail(request, { role: "creator" });
    return { user, creator_id: (await requireCreator(request)).creator_id };
  },
  schema: z.object({ intent: z.enum(["onboarding", "dashboard"]) }),
  run: async ({ actor: { user, creator_id }, input }) => {
    if (input.intent === "onboarding")
      return redirect(await openOnboarding({ creator_id, email: user.email }));
    const account = await readPayoutAccount(db, { creator_id });
    if (!account.stripe_account_id) throw notFound("account");
    return redirect(await openDashboard(account.stripe_account_id));
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, creatorPayoutsTexts)("title"), "");

export default function Payouts() {
  const t = useTexts(creatorPayoutsTexts);
  const { notice, condition, wants, said, failure, pending, stuck, earnings, next, debts, statements } =
    useLoaderData<typeof loader>();
  const answer = useAnswer();
  // What works is told last; what keeps money from its way comes first.
  const working = condition === "active";
  const account = (
    <Section title={t("account")}>
      <AccountCard condition={condition} wants={wants} said={said} failure={failure} />
    </Section>
  );
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("lead")} />
      {notice ? <Callout tone="warn">{t(`${notice}`)}</Callout> : null}
      <FormErrors form={answer} />
      {working ? null : account}
      {stuck.map((row) => (
        <Blocked key={row.id} row={row} />
      ))}
      <MoneyCards pending={pending} />
      <Section title={t("earnings")}>
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
  const t = useTexts(creatorPayoutsTexts);
  const tMoney = useTexts(moneyTexts);
  // The creator's words for it, else those for what nobody foresaw.
  const context = row.reason ?? "";
  const reason = `reason.${row.reason}`;
  return (
    <Callout
      tone="warn"
      title={
        <>
          {t("blocked", { context })}: <Money minor={row.amount_minor} currency={row.currency} /> ·{" "}
          {row.offer_title}
        </>
      }
    >
      {tMoney(tMoney.has(reason) ? reason : "reason.other")}
    </Callout>
  );
}
