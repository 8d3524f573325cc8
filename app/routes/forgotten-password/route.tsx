/** Asking for a link to set a new password. The answer is the same for every address. */

import { Form } from "@remix-run/react";
import { MailCheck } from "lucide-react";
import { z } from "zod";
import { attempt } from "@/app/auth/rate-limits";
import { plainEmail } from "@/app/domain/account/email";
import { requestPasswordReset } from "@/app/domain/account/request-password-reset";
import { accountTitle } from "@/app/i18n/account-title";
import accountTexts from "@/app/i18n/en/account";
import { useTexts } from "@/app/i18n/use-texts";
import { anybody, formAction } from "@/app/lib/forms/form-action";
import { emailField } from "@/app/routes/sign-up/form";
import { AccountFrame } from "@/app/ui/account-frame";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Field, FormErrors, TextInput, useAnswer, useForm } from "@/app/ui/form";
import { transact } from "@/db/transact";

export const meta = accountTitle("forgotten.title");

const schema = z.object({ email: emailField });

export const action = formAction({
  authorize: anybody,
  schema,
  run: async ({ context, input }) => {
    const email = plainEmail(input.email);
    await attempt("mail", { address: context.clientAddress, account: email });
    await transact((tx) => requestPasswordReset(tx, { email }));
    return { done: email };
  },
});

export default function ForgottenPasswordPage() {
  const t = useTexts(accountTexts);
  const answer = useAnswer();
  const form = useForm({ answer });
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
      <Form method="post" {...form.props} className="space-y-5">
        <FormErrors form={form} />
        <Field meta={form.field("email")} label={t("email")}>
          <TextInput
            type="email"
            required
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
