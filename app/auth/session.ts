/** Who is asking: sessions in a cookie, and the gates that routes put in front of their work. */

import { data, redirect } from "@remix-run/node";
import { eq } from "drizzle-orm";
import type { UserRole } from "@/app/domain/account/vocabulary";
import type { BrandActor, CreatorActor, OperatorActor } from "@/app/domain/actor";
import { BRAND_ROLES, type BrandRole } from "@/app/domain/brand/vocabulary";
import { readCookie } from "@/app/lib/cookie";
import type { UserId } from "@/app/lib/ids";
import { oncePerRequest } from "@/app/lib/once-per-request";
import type { RefusalCode } from "@/app/lib/refusal-codes";
import { db } from "@/db/client";
import { brand_members } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import { lucia } from "./lucia";
import { signInPath } from "./next-page";

export type SignedInUser = {
  id: UserId;
  email: string;
  name: string;
  role: UserRole;
  locale: "en" | "zh";
  email_verified: boolean;
};

export const NEW_ORGANISATION_PATH = "/brand/organisation/new";
export const NEW_PROFILE_PATH = "/creator/profile/new";

/** The id that `request` brings along; null for what none of ours can be, such as `%ff`. */
function broughtId(request: Request): string | null {
  const id = readCookie(request, lucia().sessionCookieName);
  return id && /^[a-z0-9]{20,80}$/.test(id) ? id : null;
}

/** The session of `request`, asked for once however many loaders want it; null when there is none or it has ended. */
async function validated(request: Request) {
  const id = broughtId(request);
  if (!id) return null;
  return oncePerRequest(`session ${id}`, async () => {
    const { session, user } = await lucia().validateSession(id);
    return session ? { session, user } : null;
  });
}

/** Who is signed in, or null. */
export async function getUser(request: Request): Promise<SignedInUser | null> {
  return (await validated(request))?.user ?? null;
}

/** The id of the running session: a bearer secret, to be compared and never shown. Null when nobody is signed in. */
export async function currentSessionId(request: Request): Promise<string | null> {
  return (await validated(request))?.session.id ?? null;
}

/**
 * The signed-in user.
 *
 * @throws a redirect to the sign-in page that comes back here · 403 `{ code: "wrong_role" }` for another role
 */
export async function requireUser(
  request: Request,
  options: { role?: UserRole } = {},
): Promise<SignedInUser> {
  const user = await getUser(request);
  if (!user) throw redirect(signInPath(request));
  if (options.role && user.role !== options.role) throw refused("wrong_role");
  return user;
}

/**
 * Like `requireUser`, for what moves money or promises something: the e-mail must be confirmed first.
 *
 * @throws a redirect to the page that asks for the confirmation
 */
export async function requireConfirmedEmail(
  request: Request,
  options: { role?: UserRole } = {},
): Promise<SignedInUser> {
  const user = await requireUser(request, options);
  if (!user.email_verified) throw redirect("/confirm-email");
  return user;
}

/**
 * The signed-in member of a brand who has at least the rights of `min_role` (owner > manager > finance > viewer).
 *
 * @throws redirects to sign in or to make the organisation · 403 `wrong_role` or `brand_role_too_low`
 */
export async function requireBrand(request: Request, min_role: BrandRole = "viewer"): Promise<BrandActor> {
  const user = await requireUser(request, { role: "brand" });
  const [member] = await db
    .select({ brand_id: brand_members.brand_id, role: brand_members.role })
    .from(brand_members)
    .where(eq(brand_members.user_id, user.id));
  if (!member) throw redirect(NEW_ORGANISATION_PATH);
  if (BRAND_ROLES.indexOf(member.role) > BRAND_ROLES.indexOf(min_role)) throw refused("brand_role_too_low");
  return { kind: "brand", user_id: user.id, brand_id: member.brand_id, role: member.role };
}

/** @throws redirects to sign in or to make the profile · 403 `wrong_role` */
export async function requireCreator(request: Request): Promise<CreatorActor> {
  const user = await requireUser(request, { role: "creator" });
  const [creator] = await db.select({ id: creators.id }).from(creators).where(eq(creators.user_id, user.id));
  if (!creator) throw redirect(NEW_PROFILE_PATH);
  return { kind: "creator", user_id: user.id, creator_id: creator.id };
}

/** @throws a redirect to sign in · 403 `wrong_role` */
export async function requireOperator(request: Request): Promise<OperatorActor> {
  const user = await requireUser(request, { role: "operator" });
  return { kind: "operator", user_id: user.id };
}

/**
 * Begins a session for `user_id` and answers its `Set-Cookie`. A session that the browser brought along ends: whoever planted
 * its cookie gains nothing by somebody signing in. `client_address` is the server's word for it (`context.clientAddress`).
 */
export async function beginSession(
  request: Request,
  user_id: UserId,
  client_address: string,
): Promise<string> {
  const brought = broughtId(request);
  if (brought) await lucia().invalidateSession(brought);
  const session = await lucia().createSession(user_id, {
    user_agent: request.headers.get("user-agent")?.slice(0, 400) ?? "",
    client_address,
  });
  return lucia().createSessionCookie(session.id).serialize();
}

/** Ends the session of `request`, here and in the database, and answers the `Set-Cookie` that forgets it. */
export async function endSession(request: Request): Promise<string> {
  const id = broughtId(request);
  if (id) await lucia().invalidateSession(id);
  return lucia().createBlankSessionCookie().serialize();
}

/** What a route's error boundary gets: the code of a text in the `errors` namespace. */
function refused(code: RefusalCode) {
  return data({ code, params: {} }, { status: 403 });
}
