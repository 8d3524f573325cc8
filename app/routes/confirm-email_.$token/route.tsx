/** The link from the letter. Opening it changes nothing (mail scanners open it too); pressing the button confirms and signs in. */

import { data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { MailCheck, MailX } from "lucide-react";
import { z } from "zod";
import { homePath } from "@/app/auth/home-path";
import { forgetPendingEmail } from "@/app/auth/pending-email";
import { beginSession } from "@/app/auth/session";
import { confirmEmail } from "@/app/domain/account/confirm-email";
import { readEmailToken } from "@/app/domain/account/email-token";
import { accountTitle } from "@/app/i18n/account-title";
import accountTexts from "@/app/i18n/en/account";
import { refusalText } from "@/app/i18n/refusal-text";
import { getLocale } from "@/app/i18n/server";
import { useTexts } from "@/app/i18n/use-texts";
import { anybody, formAction } from "@/app/lib/forms/form-action";
import { isRefusal } from "@/app/lib/refusal";
import { AccountFrame } from "@/app/ui/account-frame";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { useAnswer } from "@/app/ui/form";
import { db } from "@/db/client";
import { transact } from "@/db/transact";

export const meta = accountTitle("confirm.question");

export async function loader({ request, params }: LoaderFunctionArgs) {
  try {
    const { email } = await readEmailToken(db, "confirm_email", params.token ?? "");
    return data({ email, code: null, reason: null });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const reason = refusalText(await getLocale(request), error);
    return data({ email: null, code: error.code, reason }, { status: error.status });
  }
}

export const action = formAction({
  authorize: anybody,
  schema: z.object({}),
  run: async ({ request, params, context }) => {
    const { user_id, role } = await transact((tx) => confirmEmail(tx, { token: params.token ?? "" }));
    const headers = new Headers();
    headers.append("set-cookie", await beginSession(request, user_id, context.clientAddress));
    headers.append("set-cookie", await forgetPendingEmail());
    return redirectDocument(homePath(role), { headers });
  },
});

export default function ConfirmLinkPage() {
  const t = useTexts(accountTexts);
  const link = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const { email, code, reason } = answer
    ? { email: null, code: answer.refusal?.code, reason: answer.errors[""]?.join(" ") }
    : link;
  if (!email) {
    return (
      <AccountFrame icon={<MailX aria-hidden className="size-6" />} title={t("confirm.failed")} lead={reason}>
        <div className="flex flex-col gap-3">
          {code === "link_used" ? null : (
            <LinkButton to="/confirm-email" variant="primary" wide>
              {t("confirm.new_link")}
            </LinkButton>
          )}
          <LinkButton to="/sign-in" variant={code === "link_used" ? "primary" : "secondary"} wide>
            {t("sign_up.sign_in")}
          </LinkButton>
        </div>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      icon={<MailCheck aria-hidden className="size-6" />}
      title={t("confirm.question")}
      lead={t("confirm.question_body")}
    >
      <p className="rounded-lg bg-sunken px-4 py-3 font-semibold wrap-anywhere">{email}</p>
      <Form method="post">
        <SubmitButton size="lg" wide>
          {t("confirm.yes")}
        </SubmitButton>
      </Form>
    </AccountFrame>
  );
}
