/**
 * The address somebody has just signed up with, remembered in their browser for the page that asks them to look into their inbox.
 * It opens nothing: whoever forges it can only have a letter sent, as anybody can.
 */
import { createCookie } from "@remix-run/node";
import { env } from "@/app/lib/env";

const ONE_DAY_S = 24 * 60 * 60;

const cookie = () =>
  createCookie("postbond_pending_email", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: ONE_DAY_S,
    secure: env.APP_URL.startsWith("https://"),
  });

export async function pendingEmail(request: Request): Promise<string | null> {
  const kept: unknown = await cookie().parse(request.headers.get("cookie"));
  return typeof kept === "string" && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(kept) && kept.length <= 254
    ? kept
    : null;
}

export function rememberPendingEmail(email: string): Promise<string> {
  return cookie().serialize(email);
}

export function forgetPendingEmail(): Promise<string> {
  return cookie().serialize("", { maxAge: 0 });
}
