/** What each form of the account page does. */
import { redirectDocument } from "@remix-run/node";
import { checkPresentPassword } from "@/app/auth/credentials";
import { hashPassword } from "@/app/auth/password";
import { passwordFault } from "@/app/auth/password-rules";
import type { SignedInUser } from "@/app/auth/session";
import { changePassword } from "@/app/domain/account/change-password";
import { endOtherSessions, endSessionNamed } from "@/app/domain/account/end-sessions";
import { updateProfile } from "@/app/domain/account/update-profile";
import { LOCALE_COOKIE } from "@/app/i18n/request-locale";
import { getLocale } from "@/app/i18n/server";
import { preferenceCookie } from "@/app/lib/cookie";
import type { Outcome, Sent } from "@/app/lib/forms/form-action";
import { isRefusal } from "@/app/lib/refusal";
import { transact } from "@/db/transact";
import type { ACCOUNT_FORMS } from "./forms";

type Asked = Sent<{ user: SignedInUser; session_id: string }, typeof ACCOUNT_FORMS>;
type Input<Intent> = Extract<Asked["input"], { intent: Intent }>;

export type Done = "profile_saved" | "password_changed" | "session_ended" | "others_ended";

const done = (what: Done): Outcome => ({ done: what });

export async function perform(asked: Asked): Promise<Outcome> {
  const { input } = asked;
  switch (input.intent) {
    case "save_profile":
      return saveProfile(asked, input);
    case "change_password":
      return savePassword(asked, input);
    case "end_session":
      return endSession(asked, input);
    case "end_others":
      return endOthers(asked);
  }
}

async function saveProfile({ request, actor }: Asked, { name, locale }: Input<"save_profile">) {
  const spoken = await getLocale(request);
  await transact((tx) => updateProfile(tx, actor.user.id, { name, locale }));
  if (locale === spoken) return done("profile_saved");
  // A new document, since only one language is loaded; and a cookie, since a choice made on this device wins over the account's.
  return redirectDocument("/account?saved", {
    headers: { "set-cookie": preferenceCookie(LOCALE_COOKIE, locale) },
  });
}

async function savePassword({ actor, context }: Asked, input: Input<"change_password">): Promise<Outcome> {
  const { user, session_id } = actor;
  const fault = passwordFault(input.new_password, user.email);
  if (fault) return { errors: { new_password: [fault] } };
  const present_hash = await checkPresentPassword(user.id, input.present_password, context.clientAddress);
  const new_hash = await hashPassword(input.new_password);
  await transact((tx) => changePassword(tx, user.id, { present_hash, new_hash, session_id }));
  return done("password_changed");
}

async function endSession({ actor }: Asked, { session }: Input<"end_session">) {
  try {
    await transact((tx) => endSessionNamed(tx, actor.user.id, session));
  } catch (error) {
    // It has ended by itself in the meantime, which is what was asked for.
    if (!isRefusal(error) || error.code !== "not_found") throw error;
  }
  return done("session_ended");
}

async function endOthers({ actor: { user, session_id } }: Asked) {
  await transact((tx) => endOtherSessions(tx, user.id, session_id));
  return done("others_ended");
}
