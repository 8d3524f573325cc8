/** Choosing a new password by a link from a letter. Afterwards one signs in with it: a link alone never opens an account. */

import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { KeyRound, MailX } from "lucide-react";
import { z } from "zod";
import { hashPassword } from "@/app/auth/password";
import { passwordFault } from "@/app/auth/password-rules";
import { attempt } from "@/app/auth/rate-limits";
import { endSession } from "@/app/auth/session";
import { readEmailToken } from "@/app/domain/account/email-token";
import { resetPassword } from "@/app/domain/account/reset-password";
import { accountTitle } from "@/app/i18n/account-title";
import accountTexts from "@/app/i18n/en/account";
import { refusalText } from "@/app/i18n/refusal-text";
import { getLocale } from "@/app/i18n/server";
import { useTexts } from "@/app/i18n/use-texts";
import { anybody, formAction } from "@/app/lib/forms/form-action";
import { isRefusal } from "@/app/lib/refusal";
import { newPasswordField } from "@/app/routes/sign-up/form";
import { AccountFrame } from "@/app/ui/account-frame";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Field, FormErrors, useAnswer, useForm } from "@/app/ui/form";
import { PasswordInput } from "@/app/ui/form/password-input";
import { db } from "@/db/client";
import { transact } from "@/db/transact";

export const meta = accountTitle("reset.title");

const schema = z.object({ password: newPasswordField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  try {
    const { email } = await readEmailToken(db, "reset_password", params.token ?? "");
    return data({ email, reason: null });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return data(
      { email: null, reason: refusalText(await getLocale(request), error) },
      { status: error.status },
    );
  }
}

export const action = formAction({
  authorize: anybody,
  schema,
  run: async ({ request, params, context, input }) => {
    const token = params.token ?? "";
    const owner = await readEmailToken(db, "reset_password", token);
    const fault = passwordFault(input.password, owner.email);
    if (fault) return { errors: { password: [fault] } };
    await attempt("password", { address: context.clientAddress, account: owner.user_id });
    const password_hash = await hashPassword(input.password);
    await transact((tx) => resetPassword(tx, { token, password_hash }));
    return redirect("/sign-in?password-set", { headers: { "set-cookie": await endSession(request) } });
  },
});

export default function ResetPasswordPage() {
  const t = useTexts(accountTexts);
  const { email, reason } = useLoaderData<typeof loader>();
  if (!email) {
    return (
      <AccountFrame icon={<MailX aria-hidden className="size-6" />} title={t("confirm.failed")} lead={reason}>
        <LinkButton to="/forgotten-password" variant="primary" wide>
          {t("confirm.new_link")}
        </LinkButton>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      icon={<KeyRound aria-hidden className="size-6" />}
      title={t("reset.title")}
      lead={t("reset.lead", { email })}
    >
      <ResetForm email={email} />
    </AccountFrame>
  );
}

function ResetForm({ email }: { email: string }) {
  const t = useTexts(accountTexts);
  const form = useForm({ answer: useAnswer() });
  return (
    <Form method="post" {...form.props} className="space-y-5">
      <FormErrors form={form} />
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field meta={form.field("password")} label={t("reset.new_password")} hint={t("sign_up.password_hint")}>
        <PasswordInput autoComplete="new-password" />
      </Field>
      <SubmitButton size="lg" wide>
        {t("reset.submit")}
      </SubmitButton>
    </Form>
  );
}
