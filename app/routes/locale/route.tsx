/** Takes the language that somebody chose: kept on this device, and with their account when they are signed in. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safeNext } from "@/app/auth/next-page";
import { getUser } from "@/app/auth/session";
import { chooseLocale } from "@/app/domain/account/choose-locale";
import { isLocale } from "@/app/i18n/locales";
import { LOCALE_COOKIE } from "@/app/i18n/server";
import { preferenceCookie } from "@/app/lib/cookie";
import { transact } from "@/db/transact";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = form.get("locale");
  const back = safeNext(String(form.get("next") ?? "/"), "/");
  if (!isLocale(locale)) return redirect(back);
  const user = await getUser(request);
  if (user && user.locale !== locale) await transact((tx) => chooseLocale(tx, user.id, locale));
  return redirect(back, { status: 303, headers: { "set-cookie": preferenceCookie(LOCALE_COOKIE, locale) } });
}

export function loader() {
  return redirect("/");
}
