/** Titles of the account pages, in the page's language. */
import type { MetaFunction } from "@remix-run/node";
import { anyInstance, instanceFor } from "@/app/i18n/instance";
import { isLocale } from "@/app/i18n/locales";

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
    const instance = isLocale(root?.locale) ? instanceFor(root.locale) : anyInstance();
    const name = instance.getFixedT(null, "common")("name");
    return [
      { title: `${instance.getFixedT(null, "account")(key)} · ${name}` },
      { name: "robots", content: "noindex" },
    ];
  };
}
