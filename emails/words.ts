/** What a letter is written with: the words of one language, and amounts and instants as its readers write them. */
import { createInstance, type TFunction } from "i18next";
import en from "@/app/i18n/en/emails";
import zh from "@/app/i18n/zh/emails";
import { decimalsOf } from "@/app/lib/money";

export type Locale = "en" | "zh";

export type Words = {
  locale: Locale;
  /** Keys of the `emails` namespace. */
  t: TFunction<"emails">;
  /** An amount in minor units with its currency. */
  money: (minor: number, currency: string) => string;
  /** An instant to the minute in an IANA zone, which is always named. */
  instant: (iso: string, time_zone: string) => string;
};

const TAGS: Readonly<Record<Locale, string>> = { en: "en-US", zh: "zh-CN" };

const i18n = createInstance({
  lng: "en",
  fallbackLng: "en",
  ns: ["emails"],
  defaultNS: "emails",
  resources: { en: { emails: en }, zh: { emails: zh } },
  // React and the plain-text part need the words as they are.
  interpolation: { escapeValue: false },
});
void i18n.init();

export function wordsOf(locale: Locale): Words {
  const tag = TAGS[locale];
  return {
    locale,
    t: i18n.getFixedT(locale, "emails"),
    money: (minor, currency) =>
      new Intl.NumberFormat(tag, { style: "currency", currency }).format(minor / 10 ** decimalsOf(currency)),
    instant: (iso, time_zone) =>
      new Intl.DateTimeFormat(tag, {
        weekday: "short",
        month: "short",
        day: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone: time_zone,
        timeZoneName: "short",
      }).format(new Date(iso)),
  };
}
