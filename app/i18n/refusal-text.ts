/** What a person reads when they are refused: the text of the refusal's code, with its params put into words. */
import offersTexts from "./en/brand/offers";
import commonTexts from "./en/common";
import fieldTexts from "./en/errors/field";
import pageTexts from "./en/errors/page";
import refusalTexts from "./en/errors/refusals";
import lifecycleTexts from "./en/lifecycle";
import type { Locale } from "./locales";
import { type Formatter, makeTranslator, type Translator, translator } from "./texts";
import type { Texts } from "./translations";

/** A Refusal, or what an error boundary or action data kept of one. */
export type Refused = { code: string; params?: Record<string, string | number> };

/** `{{state, state}}`, `{{platform, platform}}`, …: a code that comes as data is looked up among the texts that name it. */
const FORMATTERS: Readonly<Record<string, Formatter>> = {
  state: (value, locale) => named(lifecycleTexts, `state.${value}`, locale) ?? value,
  platform: (value, locale) => named(commonTexts, `platform.${value}`, locale) ?? value,
  offer_status: (value, locale) => named(offersTexts, `status.${value}`, locale) ?? value,
  reasons: (value, locale) =>
    value
      .split(",")
      .map((code) => {
        const t = refusals(locale);
        const key = `reason.${code}`;
        return t.has(key) ? t(key) : t("reason.other");
      })
      .join(locale === "zh" ? "；" : "; "),
};

const made = new Map<Locale, Translator<typeof refusalTexts>>();

function refusals(locale: Locale): Translator<typeof refusalTexts> {
  const t = made.get(locale) ?? makeTranslator(refusalTexts, locale, FORMATTERS);
  made.set(locale, t);
  return t;
}

function named(texts: Texts, key: string, locale: Locale): string | null {
  const t = translator(texts, locale);
  return t.has(key) ? t(key) : null;
}

/**
 * The text of `refused`; a code may also be what a field says or a reason of ineligibility. One without any text gets the general
 * sentence rather than its bare name.
 */
export function refusalText(locale: Locale, { code, params = {} }: Refused): string {
  const t = refusals(locale);
  const page = translator(pageTexts, locale);
  const field = translator(fieldTexts, locale);
  if (t.has(code)) return t(code, params);
  const whole = `refused.${code}`;
  if (page.has(whole)) return page(whole);
  if (field.has(code)) return field(code, params);
  const reason = `reason.${code}`;
  return t.has(reason) ? t(reason, params) : t("unknown_refusal");
}
