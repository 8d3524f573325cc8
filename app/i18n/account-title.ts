/** Titles of the account pages, in the page's language. */
import type { MetaFunction } from "@remix-run/node";
import accountTexts from "@/app/i18n/en/account";
import { metaT } from "@/app/i18n/page-meta";

type TitleKey =
  | "sign_up.title"
  | "sign_in.title"
  | "confirm.title"
  | "confirm.question"
  | "forgotten.title"
  | "reset.title"
  | "settings.title";

export function accountTitle(key: TitleKey): MetaFunction {
  return ({ matches }) => [
    { title: `${metaT(matches, accountTexts)(key)} · Postbond` },
    { name: "robots", content: "noindex" },
  ];
}
