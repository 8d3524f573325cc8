/** What a form's action answers when there is something to say on the same page. Plain data: browsers need no schema to show it. */
import type { Refused } from "@/app/i18n/refusal-text";

/** What was typed, by field name. */
export type Values = Record<string, string | string[]>;

/** What is wrong, by field name, in the reader's language; whatever concerns no single field stands under "". */
export type FieldErrors = Record<string, string[]>;

export type FormAnswer = {
  /** Which of a page's forms was sent; null where the page has only one. */
  intent: string | null;
  /** Only fields that the form asks for, and never a password. */
  values: Values;
  errors: FieldErrors;
  /** The refusal behind `errors[""]`, for a page that shows more than its text. */
  refusal: Refused | null;
  /** What was done; null when nothing was. */
  done: string | null;
};
