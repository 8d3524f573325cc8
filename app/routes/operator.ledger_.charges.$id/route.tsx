/** One charge followed from the card to where every cent of it is. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { readChargeHistory } from "@/app/domain/ledger/queries/charge";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { Callout } from "@/app/ui/callout";
import { PageHeader } from "@/app/ui/card";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { TextLink } from "@/app/ui/text-link";
import { db } from "@/db/client";
import { numberAfter } from "../operator.ledger/filters";
import { CsvLink } from "../operator.ledger/parts/list";
import { Id } from "../operator.ledger/parts/text";
import { Disputes, PaidFor } from "./paid-for";
import { Steps } from "./steps";
import { Sources, Sum } from "./sum";

/** Steps on a page; the rest runs on from one page to the next. */
const STEPS_AT_ONCE = 100;

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { steps, ...story } = await orAnswer(readChargeHistory(db, idInPath("payment", params.id, "charge")));
  const first = numberAfter(new URL(request.url).searchParams) ?? 0;
  const last = Math.min(first + STEPS_AT_ONCE, steps.length);
  return {
    ...story,
    steps: steps.slice(first, last),
    shown: { from: Math.min(first + 1, last), to: last, count: steps.length },
    next: last < steps.length ? String(last) : null,
  };
}
export type ChargeLoader = typeof loader;

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, booksPagesTexts)("charges.charge"), "");

export default function Charge() {
  const t = useTexts(booksPagesTexts);
  const format = useFormat();
  const story = useLoaderData<typeof loader>();
  const { payment, brand, offer, adds_up, unexplained_minor } = story;
  const { currency } = payment;
  return (
    <PageBody>
      <PageHeader
        back={{ to: "/operator/ledger/charges", label: t("charges.back") }}
        title={
          <>
            <Money minor={payment.amount_minor} currency={currency} />{" "}
            <span className="font-normal text-ink-soft">· {brand.name}</span>
          </>
        }
        description={
          <>
            <span className="block">
              <TextLink to={`/operator/ledger/charges?text=${offer.id}`}>{offer.title}</TextLink> ·{" "}
              {payment.paid_at ? <DateTime at={payment.paid_at} style="minute_long" /> : null}
            </span>
            <Id>{payment.charge_id ?? payment.id}</Id>
          </>
        }
        actions={<CsvLink list="charge" given={{ id: payment.id }} />}
      />
      <Callout
        tone={adds_up ? "success" : "danger"}
        title={adds_up ? t("charges.adds_up") : t("charges.wrong")}
      >
        {adds_up
          ? t("charges.adds_up_lead")
          : t("charges.wrong_lead", { amount: format.money(unexplained_minor, currency) })}
      </Callout>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Sum story={story} />
        <Sources story={story} />
      </div>
      <Disputes story={story} />
      <PaidFor story={story} />
      <Steps story={story} />
      <Pagination next={story.next} />
    </PageBody>
  );
}
