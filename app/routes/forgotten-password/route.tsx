/** Asking for a link to set a new password. The answer is the same for every address. */
import { getFormProps, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { MailCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { AccountFrame } from "@/app/auth/account-frame";
import { answerFindings, answerRefusal } from "@/app/auth/answer-form";
import { accountTitle } from "@/app/auth/page-title";
import { attempt } from "@/app/auth/rate-limits";
import { plainEmail } from "@/app/domain/account/email";
import { requestPasswordReset } from "@/app/domain/account/request-password-reset";
import { zodMessages } from "@/app/i18n/form-messages";
import { getT } from "@/app/i18n/server";
import { emailField } from "@/app/routes/sign-up/form";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Field, FormErrors, TextInput } from "@/app/ui/form";
import { transact } from "@/db/transact";

export const meta = accountTitle("forgotten.title");

const schema = z.object({ email: emailField });

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), {
    schema,
    error: zodMessages(await getT(request, "errors")),
  });
  if (submission.status !== "success") return answerFindings(submission);
  const email = plainEmail(submission.value.email);
  try {
    await attempt("mail", { address: context.clientAddress, account: email });
  } catch (error) {
    return answerRefusal(request, submission, error);
  }
  await transact((tx) => requestPasswordReset(tx, { email }));
  return data({ reply: null, done: email });
}

export default function ForgottenPasswordPage() {
  const { t } = useTranslation("account");
  const { t: errors } = useTranslation("errors");
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm({
    lastResult: answer?.reply,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema, error: zodMessages(errors) }),
    shouldRevalidate: "onInput",
  });
  if (answer?.done) {
    return (
      <AccountFrame
        icon={<MailCheck aria-hidden className="size-6" />}
        title={t("forgotten.sent_title")}
        lead={t("forgotten.sent", { email: answer.done })}
      >
        <div className="flex flex-col gap-3">
          <LinkButton to="/sign-in" variant="primary" wide>
            {t("forgotten.back")}
          </LinkButton>
          <LinkButton to="/forgotten-password" variant="quiet" wide reloadDocument>
            {t("forgotten.again")}
          </LinkButton>
        </div>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t("forgotten.title")} lead={t("forgotten.lead")}>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors form={form} />
        <Field meta={fields.email} label={t("email")}>
          <TextInput
            type="email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <SubmitButton size="lg" wide>
          {t("forgotten.submit")}
        </SubmitButton>
        <LinkButton to="/sign-in" variant="quiet" wide>
          {t("forgotten.back")}
        </LinkButton>
      </Form>
    </AccountFrame>
  );
}
