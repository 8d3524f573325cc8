/** Choosing a new password by a link from a letter. Afterwards one signs in with it: a link alone never opens an account. */
import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { KeyRound, MailX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { AccountFrame } from "@/app/auth/account-frame";
import { answerFindings, answerRefusal } from "@/app/auth/answer-form";
import { accountTitle } from "@/app/auth/page-title";
import { hashPassword } from "@/app/auth/password";
import { PasswordInput } from "@/app/auth/password-input";
import { passwordFault } from "@/app/auth/password-rules";
import { attempt } from "@/app/auth/rate-limits";
import { endSession } from "@/app/auth/session";
import { readEmailToken } from "@/app/domain/account/email-token";
import { resetPassword } from "@/app/domain/account/reset-password";
import { zodMessages } from "@/app/i18n/form-messages";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { isRefusal } from "@/app/lib/refusal";
import { newPasswordField } from "@/app/routes/sign-up/form";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Field, FormErrors } from "@/app/ui/form";
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
      { email: null, reason: refusalText(await getT(request, "errors"), error) },
      { status: error.status },
    );
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const submission = parseWithZod(await request.formData(), {
    schema,
    error: zodMessages(await getT(request, "errors")),
  });
  if (submission.status !== "success") return answerFindings(submission);
  try {
    const owner = await readEmailToken(db, "reset_password", token);
    const fault = passwordFault(submission.value.password, owner.email);
    if (fault) return answerFindings(submission, { password: [fault] });
    await attempt("password", { address: context.clientAddress, account: owner.user_id });
    const password_hash = await hashPassword(submission.value.password);
    await transact((tx) => resetPassword(tx, { token, password_hash }));
  } catch (error) {
    return answerRefusal(request, submission, error);
  }
  return redirect("/sign-in?password-set", { headers: { "set-cookie": await endSession(request) } });
}

export default function ResetPasswordPage() {
  const { t } = useTranslation("account");
  const { email, reason } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
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
      <ResetForm answer={answer?.reply} email={email} />
    </AccountFrame>
  );
}

function ResetForm({
  answer,
  email,
}: {
  answer: SubmissionResult<string[]> | null | undefined;
  email: string;
}) {
  const { t } = useTranslation("account");
  const { t: errors } = useTranslation("errors");
  const [form, fields] = useForm({
    lastResult: answer,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema, error: zodMessages(errors) }),
    shouldRevalidate: "onInput",
  });
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-5">
      <FormErrors form={form} />
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field meta={fields.password} label={t("reset.new_password")} hint={t("sign_up.password_hint")}>
        <PasswordInput autoComplete="new-password" />
      </Field>
      <SubmitButton size="lg" wide>
        {t("reset.submit")}
      </SubmitButton>
    </Form>
  );
}
