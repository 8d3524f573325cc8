/** What the sign-up page is made of. */

import { Form, Link } from "@remix-run/react";
import { Banknote, BellOff, Camera, ScanSearch, Store } from "lucide-react";
import type { ReactNode } from "react";
import accountTexts from "@/app/i18n/en/account";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Checkbox, Field, FormErrors, RadioCards, TextInput, useAnswer, useForm } from "@/app/ui/form";
import { PasswordInput } from "@/app/ui/form/password-input";

export function SignUpForm({ role }: { role: "brand" | "creator" | null }) {
  const t = useTexts(accountTexts);
  const form = useForm({ answer: useAnswer(), stored: role ? { role } : {} });
  return (
    <Form method="post" {...form.props} className="space-y-5">
      <FormErrors form={form} />
      <Field meta={form.field("role")} label={t("sign_up.role")} group>
        <RadioCards
          choices={[
            {
              value: "creator",
              label: t("sign_up.creator"),
              hint: t("sign_up.creator_hint"),
              icon: <Camera aria-hidden className="size-5" />,
            },
            {
              value: "brand",
              label: t("sign_up.brand"),
              hint: t("sign_up.brand_hint"),
              icon: <Store aria-hidden className="size-5" />,
            },
          ]}
        />
      </Field>
      <Field meta={form.field("name")} label={t("name")}>
        <TextInput autoComplete="name" required maxLength={80} />
      </Field>
      <Field meta={form.field("email")} label={t("email")}>
        <TextInput
          type="email"
          required
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Field meta={form.field("password")} label={t("password")} hint={t("sign_up.password_hint")}>
        <PasswordInput autoComplete="new-password" />
      </Field>
      <Field meta={form.field("terms")} label={t("sign_up.terms_label")} label_hidden>
        <Checkbox value="on" label={<span className="text-sm text-ink-soft">{t("sign_up.terms")}</span>} />
      </Field>
      <SubmitButton size="lg" wide>
        {t("sign_up.submit")}
      </SubmitButton>
    </Form>
  );
}

const PROMISES = [
  ["promise_1", Banknote],
  ["promise_2", ScanSearch],
  ["promise_3", BellOff],
] as const;

export function Promises() {
  const t = useTexts(accountTexts);
  return (
    <>
      <h2 className="text-lg font-semibold">{t("sign_up.promise_title")}</h2>
      <ul className="mt-4 space-y-4">
        {PROMISES.map(([key, Icon]) => (
          <li key={key} className="flex gap-3">
            <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />
            <span className="text-ink-soft">{t(`sign_up.${key}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** "Have an account already? Sign in" */
export function NeighbourLink({
  to,
  question,
  label,
}: {
  to: string;
  question: ReactNode;
  label: ReactNode;
}) {
  return (
    <>
      {question}{" "}
      <Link to={to} className="font-semibold text-primary hover:underline">
        {label}
      </Link>
    </>
  );
}
