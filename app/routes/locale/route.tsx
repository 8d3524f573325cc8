/** Takes the language that somebody chose: kept on this device, and with their account when they are signed in. */
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { safeNext } from "@/app/auth/next-page";
import { getUser } from "@/app/auth/session";
import { chooseLocale } from "@/app/domain/account/choose-locale";
import { isLocale } from "@/app/i18n/locales";
import { LOCALE_COOKIE } from "@/app/i18n/request-locale";
import { preferenceCookie } from "@/app/lib/cookie";
import { anybody, formAction } from "@/app/lib/forms/form-action";
import { transact } from "@/db/transact";

const schema = z.object({ locale: z.string().optional(), next: z.string().default("/") });

export const action = formAction({
  authorize: anybody,
  schema,
  run: async ({ request, input: { locale, next } }) => {
    const back = safeNext(next, "/");
    if (!isLocale(locale)) return redirect(back);
    const user = await getUser(request);
    if (user && user.locale !== locale) await transact((tx) => chooseLocale(tx, user.id, locale));
    return redirect(back, {
      status: 303,
      headers: { "set-cookie": preferenceCookie(LOCALE_COOKIE, locale) },
    });
  },
});

export function loader() {
  return redirect("/");
}
