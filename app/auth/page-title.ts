/** Titles of the account pages, in the page's language. */
import type { MetaFunction } from "@remix-run/node";
import { instanceFor } from "@/app/i18n/instance";
import { DEFAULT_LOCALE, isLocale } from "@/app/i18n/locales";

type TitleKey =
  | "sign_up.title"
  | "sign_in.title"
  | "confirm.title"
  | "confirm.question"
  | "forgotten.title"
  | "reset.title"
  | "settings.title";

export function accountTitle(key: TitleKey): MetaFunction {
  return ({ matches }) => {
    const root = matches.find(({ id }) => id === "root")?.data as { locale?: unknown } | undefined;
    const instance = instanceFor(isLocale(root?.locale) ? root.locale : DEFAULT_LOCALE);
    const name = instance.getFixedT(null, "common")("name");
    return [
      { title: `${instance.getFixedT(null, "account")(key)} · ${name}` },
      { name: "robots", content: "noindex" },
    ];
  };
}
