/** Signing in, and on to the page that asked for it. */
import { getFormProps, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { AccountFrame } from "@/app/auth/account-frame";
import { answerFindings, answerRefusal } from "@/app/auth/answer-form";
import { checkCredentials } from "@/app/auth/credentials";
import { homePath } from "@/app/auth/home-path";
import { safeNext } from "@/app/auth/next-page";
import { accountTitle } from "@/app/auth/page-title";
import { PasswordInput } from "@/app/auth/password-input";
import { beginSession, getUser } from "@/app/auth/session";
import { zodMessages } from "@/app/i18n/form-messages";
import { getT } from "@/app/i18n/server";
import { NeighbourLink } from "@/app/routes/sign-up/parts";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Field, FormErrors, TextInput } from "@/app/ui/form";

export const meta = accountTitle("sign_in.title");

const schema = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(1_000),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get("next"), "");
  const user = await getUser(request);
  if (user) throw redirect(next || homePath(user.role));
  return { next, password_set: searchParams.has("password-set") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), {
    schema,
    error: zodMessages(await getT(request, "errors")),
  });
  if (submission.status !== "success") return answerFindings(submission);
  try {
    const { id, role } = await checkCredentials({ ...submission.value, address: context.clientAddress });
    const next = safeNext(new URL(request.url).searchParams.get("next"), homePath(role));
    // A new document: the account may speak another language than the page before.
    return redirectDocument(next, {
      headers: { "set-cookie": await beginSession(request, id, context.clientAddress) },
    });
  } catch (error) {
    return answerRefusal(request, submission, error);
  }
}

export default function SignInPage() {
  const { t } = useTranslation("account");
  const { t: errors } = useTranslation("errors");
  const { next, password_set } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm({
    lastResult: answer?.reply,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema, error: zodMessages(errors) }),
    shouldRevalidate: "onInput",
  });
  return (
    <AccountFrame
      title={t("sign_in.title")}
      lead={next ? t("sign_in.go_on") : t("sign_in.lead")}
      below={<NeighbourLink to="/sign-up" question={t("sign_in.no_account")} label={t("sign_in.sign_up")} />}
    >
      {password_set ? <Callout tone="success">{t("sign_in.password_set")}</Callout> : null}
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
        <div className="-mb-1">
          <Field meta={fields.password} label={t("password")}>
            <PasswordInput autoComplete="current-password" />
          </Field>
          <p className="text-right text-sm">
            <Link
              to="/forgotten-password"
              className="inline-flex min-h-11 items-center font-semibold text-primary hover:underline"
            >
              {t("sign_in.forgotten")}
            </Link>
          </p>
        </div>
        <SubmitButton size="lg" wide>
          {t("sign_in.submit")}
        </SubmitButton>
      </Form>
    </AccountFrame>
  );
}
