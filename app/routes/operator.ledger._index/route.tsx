/** The books at a glance: whether they hold, where all the money is, what waits for somebody. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
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
import { formAction } from "@/app/lib/forms/form-action";
import { cursorOf, cursorText } from "@/app/lib/page";
import { FormErrors, useAnswer } from "@/app/ui/form";
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

export const action = formAction({
  authorize: requireOperator,
  schema: z.object({}),
  run: async ({ actor }) => {
    await auditNow(actor);
    return redirect("/operator/ledger");
  },
});

export default function Overview() {
  const { audits, may_check_now, sheet, waiting, events, events_next } = useLoaderData<typeof loader>();
  return (
    <>
      <FormErrors form={useAnswer()} />
      <Checks audits={audits} may_check_now={may_check_now} />
      <WhereAllIs sheet={sheet} />
      <Waiting waiting={waiting} />
      <Events events={events} next={events_next} />
    </>
  );
}
