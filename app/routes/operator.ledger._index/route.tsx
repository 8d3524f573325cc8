/** The books at a glance: whether they hold, where all the money is, what waits for somebody. */

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireOperator } from "@/app/auth/session";
import { auditNow, mayCheckNow } from "@/app/domain/audit/audit-now";
import { countOpenIncidents } from "@/app/domain/audit/queries/incidents";
import { readLastAudits } from "@/app/domain/audit/queries/last-audits";
import { readBalanceSheet } from "@/app/domain/ledger/queries/balance-sheet";
import {
  countMovementsThatWait,
  listOddStripeEvents,
  readOutboxLag,
} from "@/app/domain/ledger/queries/waiting";
import { refusalText } from "@/app/i18n/refusal-text";
import { cursorOf, cursorText } from "@/app/lib/page";
import { isRefusal } from "@/app/lib/refusal";
import { FormErrors } from "@/app/ui/form";
import { db } from "@/db/client";
import { Checks } from "./checks";
import { Events, Waiting } from "./waiting";
import { WhereAllIs } from "./where-all-is";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const audits = await readLastAudits(db);
  const { searchParams } = new URL(request.url);
  const events = await listOddStripeEvents(db, cursorOf(searchParams, { parameter: "events_after" }));
  return {
    audits,
    may_check_now: mayCheckNow(audits.invariants),
    sheet: await readBalanceSheet(db),
    waiting: {
      ...(await countMovementsThatWait(db)),
      incidents: await countOpenIncidents(db),
      outbox: (await readOutboxLag(db)).pending,
    },
    events: events.rows,
    events_next: cursorText(events.next),
  };
}
export type OverviewLoader = typeof loader;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireOperator(request);
  try {
    await auditNow(actor);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return data({ code: error.code, params: error.params }, { status: error.status });
  }
  return redirect("/operator/ledger");
}

export default function Overview() {
  const { t } = useTranslation("errors");
  const { audits, may_check_now, sheet, waiting, events, events_next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      {refused ? <FormErrors errors={[refusalText(t, refused)]} /> : null}
      <Checks audits={audits} may_check_now={may_check_now} />
      <WhereAllIs sheet={sheet} />
      <Waiting waiting={waiting} />
      <Events events={events} next={events_next} />
    </>
  );
}
