/** More slots for an offer that is out: what each costs is said before anything is paid. */

import { Form } from "@remix-run/react";
import { useState } from "react";
import { MAX_SLOTS, slotTotal } from "@/app/domain/offer/fee";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card } from "@/app/ui/card";
import { Field, TextInput } from "@/app/ui/form";
import { Money } from "@/app/ui/money";
import type { OfferPage } from "./props";

export function TopUpCard({ page }: { page: OfferPage }) {
  const t = useTexts(brandOfferTexts);
  const format = useFormat();
  const { offer } = page;
  const open = page.payments.find(({ status }) => status === "pending");
  const [slots, setSlots] = useState(open?.slots ?? 1);
  const free_slots = MAX_SLOTS - offer.slots;
  if (free_slots <= 0 || !page.email_verified) return null;
  const each_minor = slotTotal(offer);
  return (
    <Card as="section" className="space-y-4">
      <div>
        <h2 className="text-lg font-semibold">{t("top_up")}</h2>
        <p className="mt-1 max-w-prose text-sm text-ink-soft">
          {t("top_up_lead", { amount: format.money(each_minor, offer.currency) })}
        </p>
      </div>
      {open ? <OpenPayment slots={open.slots} /> : null}
      <Form method="post" className="flex flex-wrap items-end gap-x-5 gap-y-4">
        <Field
          meta={{ name: "slots", initialValue: String(slots), errors: undefined }}
          label={t("top_up_slots")}
          className="w-36"
        >
          <TextInput
            type="number"
            min={1}
            max={free_slots}
            required
            readOnly={Boolean(open)}
            inputMode="numeric"
            onChange={(event) => setSlots(Math.max(0, Math.floor(Number(event.currentTarget.value) || 0)))}
          />
        </Field>
        <SubmitButton name="intent" value="top_up" variant="secondary">
          {t("top_up_pay")}
        </SubmitButton>
        <p className="py-2.5 text-sm text-ink-soft" aria-live="polite">
          {t("total")}{" "}
          <strong className="text-ink">
            <Money minor={slots * each_minor} currency={offer.currency} />
          </strong>
        </p>
      </Form>
    </Card>
  );
}

/** A pay page that was left open: one goes on with it, or gives it up. */
export function OpenPayment({ slots }: { slots: number }) {
  const t = useTexts(brandOfferTexts);
  return (
    <Callout tone="info">
      <Form method="post" className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p>{t("payment_open", { count: slots })}</p>
        <SubmitButton name="intent" value="cancel_payment" variant="quiet" size="sm">
          {t("cancel_payment")}
        </SubmitButton>
      </Form>
    </Callout>
  );
}
