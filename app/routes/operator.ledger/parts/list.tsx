/** What lists of the books share: a filter that is the address, a file of everything it lets through, and a page that is empty. */

import { Form, useLocation, useSubmit } from "@remix-run/react";
import { Download } from "lucide-react";
import type { ChangeEvent, ReactNode } from "react";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import { useTexts } from "@/app/i18n/use-texts";
import { buttonClass, SubmitButton } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { Field, type Option, Select } from "@/app/ui/form";

/** A plain GET form. With a script, a choice takes effect at once; text is sent with the button or the Enter key. */
export function FilterBar({ children, list }: { children: ReactNode; list: BookList }) {
  const t = useTexts(booksPagesTexts);
  const { search } = useLocation();
  const submit = useSubmit();
  const atOnce = (event: ChangeEvent<HTMLFormElement>) => {
    const field = event.target as unknown;
    if (
      field instanceof HTMLSelectElement ||
      (field instanceof HTMLInputElement && field.type === "checkbox")
    )
      submit(event.currentTarget, { replace: true, preventScrollReset: true });
  };
  return (
    <Form
      // A new address brings new values into the fields.
      key={search}
      method="get"
      role="search"
      onChange={atOnce}
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      {children}
      <div className="col-span-2 flex gap-3 sm:ml-auto">
        <SubmitButton variant="secondary" className="flex-1">
          {t("show")}
        </SubmitButton>
        <CsvLink list={list} />
      </div>
    </Form>
  );
}

export type BookList =
  | "accounts"
  | "entries"
  | "transactions"
  | "movements"
  | "charges"
  | "charge"
  | "ages"
  | "incidents";

/** The same list as a file: the filter goes along, the page one is on does not. */
export function CsvLink({ list, given }: { list: BookList; given?: Record<string, string> }) {
  const t = useTexts(booksPagesTexts);
  const { search } = useLocation();
  const asked = new URLSearchParams(given ?? search);
  asked.delete("after");
  const query = asked.toString();
  return (
    // A plain link: the file is for the browser, not for the router.
    <a
      href={`/operator/ledger/csv/${list}${query ? `?${query}` : ""}`}
      download
      title={t("csv_hint")}
      className={buttonClass("secondary", "md")}
    >
      <Download aria-hidden className="size-4.5" />
      {t("csv")}
    </a>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
  /** Without the empty first choice. */
  required?: boolean;
};

export function Choice({ name, label, value, options, required = false }: ChoiceProps) {
  const t = useTexts(booksPagesTexts);
  return (
    <Field meta={{ name, initialValue: value }} label={label} className="min-w-0 sm:w-56">
      <Select options={options} placeholder={required ? undefined : t("all")} />
    </Field>
  );
}

export function NothingFits() {
  const t = useTexts(booksPagesTexts);
  return (
    <EmptyState scene="search" title={t("none_found_title")}>
      {t("none_found")}
    </EmptyState>
  );
}
