/** The filter form: a plain GET form whose state is the address. With a script, a choice takes effect at once. */

import { Form, useSubmit } from "@remix-run/react";
import { Search, SlidersHorizontal } from "lucide-react";
import type { ChangeEvent } from "react";
import { CATEGORIES, PLATFORMS } from "@/app/domain/creator/vocabulary";
import { SAMPLE_MODES } from "@/app/domain/offer/vocabulary";
import commonTexts from "@/app/i18n/en/common";
import offersBrowseTexts from "@/app/i18n/en/offers/browse";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { CURRENCIES } from "@/app/lib/money";
import { Badge } from "@/app/ui/badge";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Disclosure } from "@/app/ui/disclosure";
import { Field, type Option, Select, TextInput } from "@/app/ui/form";
import { countActive, type FilterForm } from "./filter";

/** Where products of our brands are sold: the countries with a marketplace of their own. */
const COUNTRIES = [
  "US",
  "CA",
  "MX",
  "BR",
  "GB",
  "DE",
  "FR",
  "IT",
  "ES",
  "NL",
  "BE",
  "SE",
  "PL",
  "IE",
  "TR",
  "AE",
  "SA",
  "IN",
  "JP",
  "KR",
  "SG",
  "HK",
  "TW",
  "CN",
  "AU",
  "NZ",
  "ZA",
] as const;

export function Filters({ form }: { form: FilterForm }) {
  const t = useTexts(offersBrowseTexts);
  const tCommon = useTexts(commonTexts);
  const submit = useSubmit();
  const active = countActive(form);
  const atOnce = (event: ChangeEvent<HTMLFormElement>) => {
    // Text is sent with the button or the Enter key, not at every letter.
    if ((event.target as unknown) instanceof HTMLSelectElement)
      submit(event.currentTarget, { replace: true, preventScrollReset: true });
  };
  return (
    <Form method="get" role="search" onChange={atOnce} className="space-y-4">
      <div className="flex gap-2">
        <div className="flex-1">
          <Field meta={{ name: "text", initialValue: form.text }} label={t("text")} label_hidden>
            <TextInput
              type="search"
              maxLength={100}
              placeholder={t("text")}
              before={<Search aria-hidden className="size-4.5" />}
            />
          </Field>
        </div>
        <SubmitButton>{tCommon("action.search")}</SubmitButton>
      </div>
      <Disclosure
        look="box"
        open={active > 0}
        className="bg-surface shadow-sm"
        label={
          <span className="flex items-center gap-2.5">
            <SlidersHorizontal aria-hidden className="size-4.5 text-ink-faint" />
            {t("filters")}
            {active > 0 ? <Badge tone="primary">{t("active", { count: active })}</Badge> : null}
          </span>
        }
      >
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Choices form={form} />
        </div>
        {active > 0 ? (
          <LinkButton to="/offers" variant="quiet" size="sm" className="mt-3 -ml-3">
            {t("show_all")}
          </LinkButton>
        ) : null}
      </Disclosure>
    </Form>
  );
}

function Choices({ form }: { form: FilterForm }) {
  const t = useTexts(offersBrowseTexts);
  const tCommon = useTexts(commonTexts);
  const format = useFormat();
  const any = t("any");
  const selects: ReadonlyArray<
    [keyof FilterForm & ("channel" | "category" | "country" | "sample_mode"), Option[]]
  > = [
    ["channel", PLATFORMS.map((value) => ({ value, label: tCommon(`platform.${value}`) }))],
    ["category", CATEGORIES.map((value) => ({ value, label: tCommon(`category.${value}`) }))],
    ["country", COUNTRIES.map((value) => ({ value, label: format.country(value) }))],
    ["sample_mode", SAMPLE_MODES.map((value) => ({ value, label: tCommon(`sample_mode.${value}`) }))],
  ];
  return (
    <>
      {selects.map(([name, options]) => (
        <Field key={name} meta={{ name, initialValue: form[name] }} label={t(`${name}`)}>
          <Select options={options} placeholder={any} />
        </Field>
      ))}
      <Field meta={{ name: "fee", initialValue: form.fee }} label={t("fee")}>
        <div className="grid grid-cols-[1fr_6.5rem] gap-2">
          <TextInput inputMode="decimal" placeholder="100" maxLength={12} />
          <Select
            id="fee-currency"
            name="currency"
            aria-label={t("currency")}
            defaultValue={form.currency}
            options={CURRENCIES.map((value) => ({ value, label: value }))}
          />
        </div>
      </Field>
      <Field meta={{ name: "sort", initialValue: form.sort }} label={t("sort")}>
        <Select
          options={[
            { value: "newest", label: t("newest") },
            { value: "fee", label: t("by_fee") },
          ]}
        />
      </Field>
    </>
  );
}
