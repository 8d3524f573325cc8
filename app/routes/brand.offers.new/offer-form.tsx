/** One form for the whole offer, in sections one can jump between. It needs no script, and comes back with everything that was typed. */
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { POLICY_LIMITS, type PolicyTerm } from "@/app/domain/policy/policy";
import { useFormat } from "@/app/i18n/use-format";
import { CURRENCIES } from "@/app/lib/money";
import { COUNTRIES } from "@/app/lib/places";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import {
  Checkbox,
  CheckboxGroup,
  Field,
  type FieldMeta,
  FileInput,
  FormErrors,
  RadioCards,
  Select,
  TextArea,
  TextInput,
} from "@/app/ui/form";
import { usePolicyValue } from "@/app/ui/policy-terms";
import { CATEGORIES, PLATFORMS } from "@/db/schema/creator";
import { SAMPLE_MODES } from "@/db/schema/offer";
import type { OfferAnswer, Typed } from "./read-form";

const SECTIONS = ["product", "brief", "terms", "who", "sample", "rules"] as const;
const TERMS = Object.keys(POLICY_LIMITS) as PolicyTerm[];

type Props = { answer: OfferAnswer | undefined; stored: Typed; photo_ids: readonly string[] };

export function OfferForm({ answer, stored, photo_ids }: Props) {
  const { t } = useTranslation(["brand", "common"]);
  const typed = answer?.typed ?? stored;
  const errors = answer?.errors ?? {};
  const shown_photo_ids = answer ? ((typed.photo_ids as string[] | undefined) ?? []) : photo_ids;
  const field = (name: string): FieldMeta => ({ name, initialValue: typed[name], errors: errors[name] });
  const props = { field, typed };
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[12rem_minmax(0,1fr)]">
      <nav
        aria-label={t("form.steps")}
        className="-mx-4 overflow-x-auto px-4 lg:sticky lg:top-24 lg:mx-0 lg:overflow-visible lg:px-0"
      >
        <ol className="flex gap-1 lg:block lg:space-y-1">
          {SECTIONS.map((section, index) => (
            <li key={section}>
              <a
                href={`#${section}`}
                className="block whitespace-nowrap rounded-md border border-line bg-surface px-3 py-2 text-sm font-medium text-ink-soft no-underline hover:bg-sunken hover:text-ink lg:border-transparent lg:bg-transparent lg:whitespace-normal"
              >
                {index + 1}. {t(`form.section.${section}`)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <Form method="post" encType="multipart/form-data" className="min-w-0 space-y-6" noValidate>
        <FormErrors
          errors={errors.form}
          field_count={Object.keys(errors).filter((name) => name !== "form").length}
        />
        <Part id="product">
          <Product {...props} photo_ids={shown_photo_ids} />
        </Part>
        <Part id="brief">
          <Brief {...props} />
        </Part>
        <Part id="terms">
          <Terms {...props} />
        </Part>
        <Part id="who">
          <Who {...props} />
        </Part>
        <Part id="sample">
          <Sample {...props} />
        </Part>
        <Part id="rules">
          <Rules {...props} errors={errors.policy} />
        </Part>
        <SubmitButton size="lg">{t("form.save")}</SubmitButton>
      </Form>
    </div>
  );
}

function Part({ id, children }: { id: (typeof SECTIONS)[number]; children: ReactNode }) {
  const { t } = useTranslation("brand");
  return (
    <Card as="section">
      <h2 id={id} className="mb-5 scroll-mt-24 text-lg font-semibold">
        {t(`form.section.${id}`)}
      </h2>
      <div className="space-y-5">{children}</div>
    </Card>
  );
}

type PartProps = { field: (name: string) => FieldMeta; typed: Typed };

function Product({ field, photo_ids }: PartProps & { photo_ids: readonly string[] }) {
  const { t } = useTranslation(["brand", "common"]);
  const format = useFormat();
  return (
    <>
      <Field meta={field("title")} label={t("form.title")} hint={t("form.title_hint")}>
        <TextInput maxLength={120} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field meta={field("product_title")} label={t("form.product_title")}>
          <TextInput maxLength={200} />
        </Field>
        <Field meta={field("category")} label={t("form.category")}>
          <Select
            placeholder
            options={CATEGORIES.map((value) => ({ value, label: t(`common:category.${value}`) }))}
          />
        </Field>
        <Field meta={field("asin")} label={t("form.asin")} hint={t("form.asin_hint")} optional>
          <TextInput maxLength={10} spellCheck={false} />
        </Field>
        <Field
          meta={field("product_url")}
          label={t("form.product_url")}
          hint={t("form.product_url_hint")}
          optional
        >
          <TextInput type="url" inputMode="url" placeholder="https://" />
        </Field>
        <Field meta={field("marketplace_country")} label={t("form.country")}>
          <Select options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))} />
        </Field>
        <Field meta={field("retail_value")} label={t("form.retail_value")} optional>
          <TextInput inputMode="decimal" />
        </Field>
      </div>
      <Photos meta={{ ...field("photos"), initialValue: undefined }} photo_ids={photo_ids} />
    </>
  );
}

/** What is stored stays while its box is ticked; more can be chosen beside it. */
function Photos({ meta, photo_ids }: { meta: FieldMeta; photo_ids: readonly string[] }) {
  const { t } = useTranslation("brand");
  return (
    <>
      {photo_ids.length > 0 ? (
        <fieldset className="space-y-2">
          <legend className="text-sm font-semibold">{t("form.photos_kept")}</legend>
          <ul className="flex flex-wrap gap-3">
            {photo_ids.map((id, index) => (
              <li key={id}>
                <label className="relative block size-24 cursor-pointer overflow-hidden rounded-lg border border-line has-focus-visible:outline-2 has-focus-visible:outline-focus">
                  <input
                    type="checkbox"
                    name="photo_ids"
                    value={id}
                    defaultChecked
                    aria-label={t("form.photo_number", { number: index + 1 })}
                    className="peer absolute top-2 left-2 z-10 size-5 accent-primary"
                  />
                  <img
                    src={`/assets/${id}`}
                    alt=""
                    className="size-full object-cover opacity-35 grayscale transition peer-checked:opacity-100 peer-checked:grayscale-0"
                  />
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      <Field meta={meta} label={t("form.photos")} hint={t("form.photos_hint")} optional>
        {/* Stored pictures make a fresh control, so that no file is handed in a second time. */}
        <FileInput key={photo_ids.join()} multiple />
      </Field>
    </>
  );
}

function Brief({ field }: PartProps) {
  const { t } = useTranslation("brand");
  return (
    <>
      <Field meta={field("summary")} label={t("form.summary")} hint={t("form.summary_hint")}>
        <TextArea rows={5} maxLength={2_000} />
      </Field>
      {(["must_show", "must_say", "must_not_say"] as const).map((name) => (
        <Field key={name} meta={field(name)} label={t(`form.${name}`)} hint={t("form.one_per_line")} optional>
          <TextArea rows={3} />
        </Field>
      ))}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field meta={field("hashtags")} label={t("form.hashtags")} hint={t("form.hashtags_hint")} optional>
          <TextInput />
        </Field>
        <Field meta={field("mentions")} label={t("form.mentions")} hint={t("form.mentions_hint")} optional>
          <TextInput />
        </Field>
        <Field meta={field("min_length")} label={t("form.min_length")} hint={t("form.min_length_hint")}>
          <TextInput inputMode="numeric" />
        </Field>
      </div>
      <Checkbox
        name="require_product_link"
        defaultChecked={field("require_product_link").initialValue === "on"}
        label={t("form.require_product_link")}
      />
    </>
  );
}

function Terms({ field }: PartProps) {
  const { t } = useTranslation(["brand", "common"]);
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-3 sm:items-end">
        <Field meta={field("currency")} label={t("form.currency")}>
          <Select options={CURRENCIES.map((value) => ({ value, label: value }))} />
        </Field>
        <Field meta={field("fee")} label={t("form.fee")} hint={t("form.fee_hint")}>
          <TextInput inputMode="decimal" />
        </Field>
        <Field meta={field("slots")} label={t("form.slots")}>
          <TextInput inputMode="numeric" />
        </Field>
      </div>
      <Field meta={field("channels")} label={t("form.channels")} group>
        <CheckboxGroup
          choices={PLATFORMS.map((value) => ({ value, label: t(`common:platform.${value}`) }))}
        />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field meta={field("licence_kind")} label={t("form.licence")}>
          <Select
            options={(["organic", "paid"] as const).map((value) => ({
              value,
              label: t(`form.licence_kind.${value}`),
            }))}
          />
        </Field>
        <Field meta={field("licence_days")} label={t("form.licence_days")}>
          <TextInput inputMode="numeric" />
        </Field>
      </div>
    </>
  );
}

function Who({ field }: PartProps) {
  const { t } = useTranslation("brand");
  return (
    <>
      <Field meta={field("countries")} label={t("form.countries")} hint={t("form.countries_hint")} optional>
        <TextInput spellCheck={false} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        {(["min_followers", "min_engagement", "min_delivery", "max_open_jobs"] as const).map((name) => (
          <Field
            key={name}
            meta={field(name)}
            label={t(`form.${name}`)}
            hint={name === "max_open_jobs" ? t("form.max_open_jobs_hint") : undefined}
          >
            <TextInput inputMode="decimal" />
          </Field>
        ))}
      </div>
      <Checkbox
        name="requires_storefront"
        defaultChecked={field("requires_storefront").initialValue === "on"}
        label={t("form.requires_storefront")}
      />
    </>
  );
}

function Sample({ field }: PartProps) {
  const { t } = useTranslation("brand");
  return (
    <div className="group/sample space-y-5">
      <Field meta={field("sample_mode")} label={t("form.sample_how")} group>
        <RadioCards
          choices={SAMPLE_MODES.map((value) => ({
            value,
            label: t(`form.sample.${value}`),
            hint: t(`form.sample.${value}_hint`),
          }))}
        />
      </Field>
      <Field
        meta={field("cap")}
        label={t("form.cap")}
        hint={t("form.cap_hint")}
        className="hidden max-w-xs group-has-[[value=purchase]:checked]/sample:block"
      >
        <TextInput inputMode="decimal" />
      </Field>
      <Field
        meta={field("sample_code")}
        label={t("form.sample_code")}
        hint={t("form.sample_code_hint")}
        optional
        className="hidden max-w-xs group-has-[[value=code]:checked]/sample:block"
      >
        <TextInput autoComplete="off" />
      </Field>
    </div>
  );
}

function Rules({ field, errors }: PartProps & { errors: string[] | undefined }) {
  const { t } = useTranslation(["brand", "policy"]);
  const say = usePolicyValue();
  const wrong = Boolean(errors) || TERMS.some((term) => field(`policy.${term}`).errors);
  return (
    <>
      <p className="text-sm text-ink-soft">{t("form.rules_hint")}</p>
      <FormErrors errors={errors} />
      <details open={wrong}>
        <summary className="cursor-pointer font-semibold text-primary">{t("policy:title")}</summary>
        <div className="mt-4 grid gap-5 sm:grid-cols-2">
          {TERMS.map((term) => {
            const [least, , most] = POLICY_LIMITS[term];
            return (
              <Field
                key={term}
                meta={field(`policy.${term}`)}
                label={t(`policy:term.${term}`)}
                hint={t("policy:limits", { least: say(term, least), most: say(term, most) })}
              >
                <TextInput inputMode="numeric" />
              </Field>
            );
          })}
        </div>
      </details>
    </>
  );
}
