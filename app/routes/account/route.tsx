/** A person's own account: name and language, password, and where they are signed in. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { currentSessionId, requireUser } from "@/app/auth/session";
import { listSessions, sessionName } from "@/app/domain/account/queries/sessions";
import { accountTitle } from "@/app/i18n/account-title";
import accountTexts from "@/app/i18n/en/account";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { cursorOf, cursorText } from "@/app/lib/page";
import { PageHeader, Section } from "@/app/ui/card";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { perform } from "./actions";
import { deviceOf } from "./device-name";
import { ACCOUNT_FORMS } from "./forms";
import { PasswordForm, ProfileForm, SessionList } from "./parts";

export const meta = accountTitle("settings.title");

/** @throws a redirect to sign in when the session ended between two looks at it */
async function signedIn(request: Request) {
  const user = await requireUser(request);
  const session_id = await currentSessionId(request);
  if (!session_id) throw redirect("/sign-in?next=/account");
  return { user, session_id };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, session_id } = await signedIn(request);
  const here = sessionName(session_id);
  const { searchParams } = new URL(request.url);
  const { rows, next } = await listSessions(db, user.id, cursorOf(searchParams));
  const sessions = rows
    .map(({ user_agent, ...session }) => ({
      ...session,
      device: deviceOf(user_agent),
      here: session.name === here,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here));
  return { user, sessions, next: cursorText(next), saved: searchParams.has("saved") };
}

export const action = formAction({
  authorize: signedIn,
  schema: ACCOUNT_FORMS,
  field_of: { wrong_password: "present_password" },
  run: perform,
});

export default function AccountPage() {
  const t = useTexts(accountTexts);
  const { user, sessions, next, saved } = useLoaderData<typeof loader>();
  return (
    <PageBody narrow>
      <PageHeader title={t("settings.title")} />
      <Section title={t("settings.profile")} description={t("settings.profile_hint")}>
        <ProfileForm user={user} saved={saved} />
      </Section>
      <Section title={t("settings.password")} description={t("settings.password_hint")}>
        <PasswordForm email={user.email} />
      </Section>
      <Section title={t("settings.sessions")} description={t("settings.sessions_hint")}>
        <SessionList sessions={sessions} />
        <Pagination next={next} />
      </Section>
    </PageBody>
  );
}
