/** Every booking of a charge in its order: from where to where, how much, and what of the charge is left here afterwards. */

import { ArrowRight } from "lucide-react";
import type { ChargePlace } from "@/app/domain/ledger/charge-places";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { useTexts } from "@/app/i18n/use-texts";
import { Section } from "@/app/ui/card";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Table } from "@/app/ui/table";
import { Id } from "../operator.ledger/parts/text";
import type { Story } from "./story";

type Step = Story["steps"][number];

export function Steps({ story }: { story: Story }) {
  const t = useTexts(booksPagesTexts);
  const tWords = useTexts(booksWordsTexts);
  const { currency } = story.payment;
  const names = new Map(story.collaborations.map(({ id, creator_name }) => [id, creator_name]));
  return (
    <Section
      title={t("charges.steps")}
      description={
        <>
          {t("charges.steps_lead")}
          {story.shown.count > story.steps.length ? (
            <span className="block font-medium">{t("charges.more_steps", story.shown)}</span>
          ) : null}
        </>
      }
    >
      <Table
        caption={t("charges.steps")}
        rows={story.steps}
        rowKey={({ transaction_id }) => transaction_id}
        href={({ transaction_id }) => `/operator/ledger/transactions/${transaction_id}`}
        columns={[
          {
            id: "what",
            head: t("charges.what"),
            title: true,
            cell: ({ kind, collaboration_id, movement_id }) => {
              const stripe_id = movement_id ? story.stripe_ids[movement_id] : story.payment.charge_id;
              const who = collaboration_id ? (names.get(collaboration_id) ?? collaboration_id) : null;
              return (
                <>
                  {tWords(`kind.${kind}`)}
                  {who ? <span className="font-normal text-ink-soft"> · {who}</span> : null}
                  {stripe_id && (movement_id || kind === "capture") ? (
                    <span className="block font-normal text-ink-faint">
                      <Id>{stripe_id}</Id>
                    </span>
                  ) : null}
                </>
              );
            },
          },
          {
            id: "at",
            head: t("charges.at"),
            cell: ({ at }) => <DateTime at={at} style="minute_of_year" className="whitespace-nowrap" />,
          },
          {
            id: "way",
            head: t("charges.way"),
            cell: (step) => <Way step={step} currency={currency} />,
          },
          {
            id: "amount",
            head: t("charges.moved"),
            align: "end",
            cell: ({ amount_minor }) => <Money minor={amount_minor} currency={currency} />,
          },
          {
            id: "rest",
            head: t("charges.rest"),
            align: "end",
            cell: ({ rest_minor }) => (
              <Money minor={rest_minor} currency={currency} className="font-semibold" />
            ),
          },
        ]}
      />
    </Section>
  );
}

/** "Held → Creators 80.00, Postbond’s fee 10.00": each place with its part where there are several. */
function Way({ step, currency }: { step: Step; currency: string }) {
  const changes = Object.entries(step.shift) as Array<[ChargePlace, number]>;
  const from = changes.filter(([, minor]) => minor < 0);
  const to = changes.filter(([, minor]) => minor > 0);
  if (changes.length === 0) return <Still kind={step.kind} />;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-1.5 md:justify-start">
      <Places places={from} currency={currency} />
      <ArrowRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      <Places places={to} currency={currency} />
    </span>
  );
}

/** Nothing of the charge has changed its place: what was booked is said in words. */
function Still({ kind }: { kind: Step["kind"] }) {
  const t = useTexts(booksPagesTexts);
  if (kind !== "dispute_moved" && kind !== "clawback") return "–";
  return <span className="text-ink-soft">{t(`charges.still.${kind}`)}</span>;
}

function Places({ places, currency }: { places: Array<[ChargePlace, number]>; currency: string }) {
  const t = useTexts(booksWordsTexts);
  return (
    <span>
      {places.map(([place, minor], index) => (
        <span key={place}>
          {index > 0 ? " + " : null}
          {t(`place.${place}`)}
          {places.length > 1 ? (
            <>
              {" "}
              <Money minor={Math.abs(minor)} currency={currency} className="text-ink-faint" />
            </>
          ) : null}
        </span>
      ))}
    </span>
  );
}
