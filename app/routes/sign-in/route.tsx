/** Signing in, and on to the page that asked for it. */

import { type LoaderFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checkCredentials } from "@/app/auth/credentials";
import { homePath } from "@/app/auth/home-path";
import { safeNext } from "@/app/auth/next-page";
import { beginSession, getUser } from "@/app/auth/session";
import { accountTitle } from "@/app/i18n/account-title";
import accountTexts from "@/app/i18n/en/account";
import { useTexts } from "@/app/i18n/use-texts";
import { anybody, formAction } from "@/app/lib/forms/form-action";
import { NeighbourLink } from "@/app/routes/sign-up/parts";
import { AccountFrame } from "@/app/ui/account-frame";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Field, FormErrors, TextInput, useAnswer, useForm } from "@/app/ui/form";
import { PasswordInput } from "@/app/ui/form/password-input";

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

export const action = formAction({
  authorize: anybody,
  schema,
  run: async ({ request, context, input }) => {
    const { id, role } = await checkCredentials({ ...input, address: context.clientAddress });
    const next = safeNext(new URL(request.url).searchParams.get("next"), homePath(role));
    // A new document: the account may speak another language than the page before.
    return redirectDocument(next, {
      headers: { "set-cookie": await beginSession(request, id, context.clientAddress) },
    });
  },
});

export default function SignInPage() {
  const t = useTexts(accountTexts);
  const { next, password_set } = useLoaderData<typeof loader>();
  const form = useForm({ answer: useAnswer() });
  return (
    <AccountFrame
      title={t("sign_in.title")}
      lead={next ? t("sign_in.go_on") : t("sign_in.lead")}
      below={<NeighbourLink to="/sign-up" question={t("sign_in.no_account")} label={t("sign_in.sign_up")} />}
    >
      {password_set ? <Callout tone="success">{t("sign_in.password_set")}</Callout> : null}
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
        <div className="-mb-1">
          <Field meta={form.field("password")} label={t("password")}>
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
