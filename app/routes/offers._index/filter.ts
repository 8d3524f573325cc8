/** The filters of the browse page as they stand in its address. What makes no sense there is left out, never an error. */

import { CATEGORIES, PLATFORMS } from "@/app/domain/creator/vocabulary";
import type { BrowseFilter } from "@/app/domain/discovery/browse-offers";
import { SAMPLE_MODES } from "@/app/domain/offer/vocabulary";
import { CURRENCIES } from "@/app/lib/money";
import { type Cursor, cursorOf } from "@/app/lib/page";
import { parseMoney } from "@/app/ui/form/money-text";

/** As typed, so that the form shows it again. */
export type FilterForm = {
  text: string;
  channel: string;
  category: string;
  country: string;
  sample_mode: string;
  fee: string;
  currency: string;
  sort: string;
};

export function readForm(params: URLSearchParams): FilterForm {
  const value = (name: string) => (params.get(name) ?? "").trim().slice(0, 100);
  return {
    text: value("text"),
    channel: oneOf(PLATFORMS, value("channel")) ?? "",
    category: oneOf(CATEGORIES, value("category")) ?? "",
    country: /^[A-Z]{2}$/.test(value("country")) ? value("country") : "",
    sample_mode: oneOf(SAMPLE_MODES, value("sample_mode")) ?? "",
    fee: value("fee"),
    currency: oneOf(CURRENCIES, value("currency")) ?? "USD",
    sort: value("sort") === "fee" ? "fee" : "newest",
  };
}

export function filterOf(form: FilterForm): BrowseFilter {
  const min_fee_minor = form.fee ? (parseMoney(form.fee, form.currency) ?? undefined) : undefined;
  return {
    text: form.text || undefined,
    channel: oneOf(PLATFORMS, form.channel),
    category: oneOf(CATEGORIES, form.category),
    country: form.country || undefined,
    sample_mode: oneOf(SAMPLE_MODES, form.sample_mode),
    // Amounts of different currencies cannot be compared: a least fee also chooses its currency.
    ...(min_fee_minor === undefined ? {} : { min_fee_minor, currency: form.currency }),
    sort: form.sort === "fee" ? "fee" : "newest",
  };
}

/** How many filters narrow the list (the words in the search field and the order are seen anyway). */
export function countActive(form: FilterForm): number {
  return [form.channel, form.category, form.country, form.sample_mode, form.fee].filter(Boolean).length;
}

/** The cursor in the address; null (the first page) when it does not fit the order. */
export function readCursor(search: URLSearchParams, sort: string): Cursor | null {
  const after =
    sort === "fee" ? cursorOf(search, { isKey: (key) => /^\d{1,15}$/.test(key) }) : cursorOf(search);
  return after && /^offer_[0-9a-z]{26}$/.test(after.id) ? after : null;
}

function oneOf<T extends string>(values: readonly T[], value: string): T | undefined {
  return values.find((known) => known === value);
}
