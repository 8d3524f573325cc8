/** What the account page is made of. */

import { Form, Link } from "@remix-run/react";
import { Monitor, Smartphone } from "lucide-react";
import { useEffect } from "react";
import type { SignedInUser } from "@/app/auth/session";
import accountTexts from "@/app/i18n/en/account";
import { LOCALE_NAMES, LOCALES } from "@/app/i18n/locales";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card } from "@/app/ui/card";
import { Field, FieldRow, FormErrors, Select, TextInput, useAnswer, useForm } from "@/app/ui/form";
import { PasswordInput } from "@/app/ui/form/password-input";
import { DateTime } from "@/app/ui/moments";
import type { Done } from "./actions";
import type { Device } from "./device-name";

/** What was done last on this page. */
const useDone = () => useAnswer()?.done as Done | null | undefined;

export function ProfileForm({ user, saved }: { user: SignedInUser; saved: boolean }) {
  const t = useTexts(accountTexts);
  const done = useDone();
  const form = useForm({
    id: "profile",
    answer: useAnswer("save_profile"),
    stored: { name: user.name, locale: user.locale },
  });
  return (
    <Card>
      <Form method="post" {...form.props} className="space-y-5">
        <FormErrors form={form} />
        {(done === undefined ? saved : done === "profile_saved") ? (
          <Callout tone="success">{t("settings.saved")}</Callout>
        ) : null}
        <Address user={user} />
        <FieldRow>
          <Field meta={form.field("name")} label={t("name")}>
            <TextInput autoComplete="name" required maxLength={80} />
          </Field>
          <Field meta={form.field("locale")} label={t("settings.language")}>
            <Select options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))} />
          </Field>
        </FieldRow>
        <SubmitButton name="intent" value="save_profile">
          {t("settings.save")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

function Address({ user }: { user: SignedInUser }) {
  const t = useTexts(accountTexts);
  return (
    <div className="space-y-1">
      <p className="text-sm font-semibold">{t("email")}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="wrap-anywhere">{user.email}</span>
        {user.email_verified ? (
          <Badge tone="success">{t("settings.email_confirmed")}</Badge>
        ) : (
          <>
            <Badge tone="warn">{t("settings.email_unconfirmed")}</Badge>
            <Link to="/confirm-email" className="text-sm font-semibold text-primary hover:underline">
              {t("settings.confirm_now")}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

export function PasswordForm({ email }: { email: string }) {
  const t = useTexts(accountTexts);
  const form = useForm({ id: "password", answer: useAnswer("change_password") });
  const changed = useDone() === "password_changed";
  const { ref } = form.props;
  useEffect(() => {
    if (changed) ref.current?.reset();
  }, [changed, ref]);
  return (
    <Card>
      <Form method="post" {...form.props} className="space-y-5">
        <FormErrors form={form} />
        {changed ? <Callout tone="success">{t("settings.password_changed")}</Callout> : null}
        {/* Tells password managers whose password this is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <div className="max-w-sm space-y-5">
          <Field meta={form.field("present_password")} label={t("settings.present_password")}>
            <PasswordInput autoComplete="current-password" />
          </Field>
          <Field
            meta={form.field("new_password")}
            label={t("settings.new_password")}
            hint={t("sign_up.password_hint")}
          >
            <PasswordInput autoComplete="new-password" />
          </Field>
        </div>
        <SubmitButton name="intent" value="change_password">
          {t("settings.change_password")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

type SessionRow = {
  name: string;
  device: Device | null;
  client_address: string;
  created_at: Date;
  here: boolean;
};

export function SessionList({ sessions }: { sessions: SessionRow[] }) {
  const t = useTexts(accountTexts);
  const done = useDone();
  const ended = done === "session_ended" || done === "others_ended" ? done : null;
  return (
    <Card padded={false}>
      {ended ? (
        <div className="p-4">
          <Callout tone="success">{t(`settings.${ended}`)}</Callout>
        </div>
      ) : null}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionItem key={session.name} session={session} />
        ))}
      </ul>
      <div className="border-t border-line bg-sunken px-5 py-4">
        {sessions.length > 1 ? (
          <Form method="post">
            <SubmitButton variant="secondary" size="sm" name="intent" value="end_others">
              {t("settings.end_others")}
            </SubmitButton>
          </Form>
        ) : (
          <p className="text-sm text-ink-soft">{t("settings.only_here")}</p>
        )}
      </div>
    </Card>
  );
}

function SessionItem({ session }: { session: SessionRow }) {
  const t = useTexts(accountTexts);
  const { device } = session;
  const Icon = device?.handheld ? Smartphone : Monitor;
  return (
    <li className="flex items-center gap-4 px-5 py-4">
      <Icon aria-hidden className="size-6 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
          {device ? t("settings.device", { ...device }) : t("settings.unknown_device")}
          {session.here ? <Badge tone="primary">{t("settings.this_device")}</Badge> : null}
        </p>
        <p className="text-sm text-ink-soft">
          {t("settings.since")} <DateTime at={session.created_at} style="minute" /> ·{" "}
          {session.client_address || t("settings.address_unknown")}
        </p>
      </div>
      {session.here ? null : (
        <Form method="post">
          <input type="hidden" name="session" value={session.name} />
          <SubmitButton variant="secondary" size="sm" name="intent" value="end_session">
            {t("settings.end_session")}
          </SubmitButton>
        </Form>
      )}
    </li>
  );
}
