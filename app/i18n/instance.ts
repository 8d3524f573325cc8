/** One i18next instance per language that this process has loaded: both on the server, the reader's own in a browser. */
import { createInstance, type i18n } from "i18next";
import { formatDate } from "./format";
import { hanSpacing } from "./han-spacing";
import { LANGUAGE_TAGS, type Locale } from "./locales";

/** Texts by namespace. */
export type Texts = Record<string, object>;

const instances = new Map<Locale, i18n>();

/** A country's name from its ISO 3166-1 alpha-2 code; the code itself where none is known. */
export function countryName(instance: i18n, code: string): string {
  return instance.exists(`countries:${code}`) ? String(instance.t(`countries:${code}` as never)) : code;
}

export function addLanguage(locale: Locale, texts: Texts): void {
  const instance = createInstance().use(hanSpacing);
  void instance.init({
    lng: locale,
    // A missing text must show in a test, not hide behind the other language.
    fallbackLng: false,
    resources: { [locale]: texts },
    defaultNS: "common",
    ns: Object.keys(texts),
    // React escapes already; mails and plain text must not be escaped.
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
    postProcess: locale === "zh" ? [hanSpacing.name] : false,
    react: { useSuspense: false },
  });
  // What a refusal carries as data is put into words here: `{{until, instant}}`, `{{state, state}}`, ….
  instance.services.formatter?.add("instant", (value: string) => formatDate(value, locale, "minute_long"));
  for (const [name, keys] of [
    ["state", "lifecycle:state"],
    ["platform", "common:platform"],
    ["offer_status", "brand:offers.status"],
  ] as const)
    instance.services.formatter?.add(name, (value: string) =>
      instance.exists(`${keys}.${value}`) ? String(instance.t(`${keys}.${value}` as never)) : value,
    );
  instance.services.formatter?.add("country", (value: string) => countryName(instance, value));
  instance.services.formatter?.add("reasons", (value: string) =>
    value
      .split(",")
      .map((code) => instance.t([`errors:reason.${code}`, "errors:reason.other"] as never))
      .join(locale === "zh" ? "；" : "; "),
  );
  instances.set(locale, instance);
}

/** @throws Error when the language was not loaded: an entry forgot `addLanguage` */
export function instanceFor(locale: Locale): i18n {
  const instance = instances.get(locale);
  if (!instance) throw new Error(`The texts of ${LANGUAGE_TAGS[locale]} are not loaded.`);
  return instance;
}

/** For titles of pages whose root loader has failed: the default language, or in a browser the only one it has. */
export function anyInstance(): i18n {
  const [first] = instances.values();
  if (!first) throw new Error("No texts are loaded.");
  return first;
}
