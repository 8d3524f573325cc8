/** Takes the appearance or the amount of motion that somebody chose for this device. */
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { safeNext } from "@/app/auth/next-page";
import { preferenceCookie } from "@/app/lib/cookie";
import { anybody, formAction } from "@/app/lib/forms/form-action";
import { isMotion, isTheme, MOTION_COOKIE, THEME_COOKIE } from "@/app/ui/theme";

const schema = z.object({
  theme: z.string().optional(),
  motion: z.string().optional(),
  next: z.string().default("/"),
});

export const action = formAction({
  authorize: anybody,
  schema,
  run: async ({ input: { theme, motion, next } }) => {
    const headers = new Headers();
    if (isTheme(theme)) headers.append("set-cookie", preferenceCookie(THEME_COOKIE, theme));
    if (isMotion(motion)) headers.append("set-cookie", preferenceCookie(MOTION_COOKIE, motion));
    return redirect(safeNext(next, "/"), { status: 303, headers });
  },
});

export function loader() {
  return redirect("/");
}
