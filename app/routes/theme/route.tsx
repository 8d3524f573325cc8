/** Takes the appearance or the amount of motion that somebody chose for this device. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safeNext } from "@/app/auth/next-page";
import { preferenceCookie } from "@/app/lib/cookie";
import { isMotion, isTheme, MOTION_COOKIE, THEME_COOKIE } from "@/app/ui/theme";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const theme = form.get("theme");
  const motion = form.get("motion");
  const headers = new Headers();
  if (isTheme(theme)) headers.append("set-cookie", preferenceCookie(THEME_COOKIE, theme));
  if (isMotion(motion)) headers.append("set-cookie", preferenceCookie(MOTION_COOKIE, motion));
  return redirect(safeNext(String(form.get("next") ?? "/"), "/"), { status: 303, headers });
}

export function loader() {
  return redirect("/");
}
