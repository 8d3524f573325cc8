/** Waiting for the confirmation: whom we wrote to, and once more on request. Answers the same for every address. */

import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { MailCheck } from "lucide-react";
import { z } from "zod";
import { homePath } from "@/app/auth/home-path";
import { pendingEmail } from "@/app/auth/pending-email";
import { attempt } from "@/app/auth/rate-limits";
import { getUser } from "@/app/auth/session";
import { plainEmail } from "@/app/domain/account/email";
import { requestConfirmation } from "@/app/domain/account/request-confirmation";
import { accountTitle } from "@/app/i18n/account-title";
import accountTexts from "@/app/i18n/en/account";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { NeighbourLink } from "@/app/routes/sign-up/parts";
import { AccountFrame } from "@/app/ui/account-frame";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { FormErrors, useAnswer } from "@/app/ui/form";
import { transact } from "@/db/transact";

export const meta = accountTitle("confirm.title");

/** @throws redirects when nobody is waiting here */
async function waitingEmail(request: Request): Promise<{ email: string; signed_in: boolean }> {
  const user = await getUser(request);
  if (user?.email_verified) throw redirect(homePath(user.role));
  const email = user?.email ?? (await pendingEmail(request));
  if (!email) throw redirect("/sign-in");
  return { email, signed_in: user !== null };
}

export async function loader({ request }: LoaderFunctionArgs) {
  return waitingEmail(request);
}

export const action = formAction({
  authorize: waitingEmail,
  schema: z.object({}),
  run: async ({ context, actor: { email } }) => {
    await attempt("mail", { address: context.clientAddress, account: plainEmail(email) });
    await transact((tx) => requestConfirmation(tx, { email }));
    return { done: "sent" };
  },
});

export default function ConfirmEmailPage() {
  const t = useTexts(accountTexts);
  const { email, signed_in } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <AccountFrame
      icon={<MailCheck aria-hidden className="size-6" />}
      title={t("confirm.title")}
      lead={
        <>
          {t("confirm.lead")} <strong className="wrap-anywhere text-ink">{email}</strong>
        </>
      }
      below={
        signed_in ? null : (
          <NeighbourLink
            to="/sign-up"
            question={t("confirm.wrong_address")}
            label={t("confirm.sign_up_again")}
          />
        )
      }
    >
      <div className="space-y-3">
        <p>{t("confirm.body")}</p>
        <p className="text-ink-soft">{t("confirm.why")}</p>
      </div>
      <Form method="post" className="space-y-4 border-t border-line pt-5">
        <FormErrors form={answer} />
        {answer?.done ? <Callout tone="success">{t("confirm.sent_again")}</Callout> : null}
        <p className="text-sm text-ink-soft">{t("confirm.nothing")}</p>
        <SubmitButton variant="secondary" wide>
          {t("confirm.resend")}
        </SubmitButton>
      </Form>
    </AccountFrame>
  );
}
