/** What each form of the account page does. */
import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirectDocument } from "@remix-run/node";
import { answerFindings, answerRefusal } from "@/app/auth/answer-form";
import { checkPresentPassword } from "@/app/auth/credentials";
import { hashPassword } from "@/app/auth/password";
import { passwordFault } from "@/app/auth/password-rules";
import type { SignedInUser } from "@/app/auth/session";
import { changePassword } from "@/app/domain/account/change-password";
import { endOtherSessions, endSessionNamed } from "@/app/domain/account/end-sessions";
import { updateProfile } from "@/app/domain/account/update-profile";
import { zodMessages } from "@/app/i18n/form-messages";
import { getLocale, getT, LOCALE_COOKIE } from "@/app/i18n/server";
import { preferenceCookie } from "@/app/lib/cookie";
import { isRefusal } from "@/app/lib/refusal";
import { transact } from "@/db/transact";
import { passwordSchema, profileSchema, sessionSchema } from "./forms";

export type Asked = {
  request: Request;
  form: FormData;
  user: SignedInUser;
  session_id: string;
  client_address: string;
};

export type Done = "profile_saved" | "password_changed" | "session_ended" | "others_ended";

/** `done` names what was done; `reply` goes back to the form that `intent` names. */
export type Answer = { intent: string; reply: SubmissionResult<string[]> | null; done: Done | null };

const done = (intent: string, what: Done) => data<Answer>({ intent, reply: null, done: what });

const parse = async ({ request }: Asked) => ({ error: zodMessages(await getT(request, "errors")) });

export async function saveProfile(asked: Asked) {
  const submission = parseWithZod(asked.form, { schema: profileSchema, ...(await parse(asked)) });
  if (submission.status !== "success") return answerFindings(submission);
  const { intent, name, locale } = submission.value;
  const spoken = await getLocale(asked.request);
  await transact((tx) => updateProfile(tx, asked.user.id, { name, locale }));
  if (locale === spoken) return done(intent, "profile_saved");
  // A new document, since only one language is loaded; and a cookie, since a choice made on this device wins over the account's.
  return redirectDocument("/account?saved", {
    headers: { "set-cookie": preferenceCookie(LOCALE_COOKIE, locale) },
  });
}

export async function savePassword(asked: Asked) {
  const { user, session_id, client_address } = asked;
  const submission = parseWithZod(asked.form, { schema: passwordSchema, ...(await parse(asked)) });
  if (submission.status !== "success") return answerFindings(submission);
  const { intent, present_password, new_password } = submission.value;
  const fault = passwordFault(new_password, user.email);
  if (fault) return answerFindings(submission, { new_password: [fault] });
  try {
    const present_hash = await checkPresentPassword(user.id, present_password, client_address);
    const new_hash = await hashPassword(new_password);
    await transact((tx) => changePassword(tx, user.id, { present_hash, new_hash, session_id }));
  } catch (error) {
    const field = isRefusal(error) && error.code === "wrong_password" ? "present_password" : undefined;
    return answerRefusal(asked.request, submission, error, field);
  }
  return done(intent, "password_changed");
}

export async function endSession(asked: Asked) {
  const submission = parseWithZod(asked.form, { schema: sessionSchema });
  if (submission.status !== "success") return answerFindings(submission);
  try {
    await transact((tx) => endSessionNamed(tx, asked.user.id, submission.value.session));
  } catch (error) {
    // It has ended by itself in the meantime, which is what was asked for.
    if (!isRefusal(error) || error.status !== 404) throw error;
  }
  return done("end_session", "session_ended");
}

export async function endOthers({ user, session_id }: Asked) {
  await transact((tx) => endOtherSessions(tx, user.id, session_id));
  return done("end_others", "others_ended");
}
