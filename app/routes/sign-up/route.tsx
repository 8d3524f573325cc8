/** Opening an account. A taken e-mail gets the same answer as a free one; its owner is told by letter. */

import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { homePath } from "@/app/auth/home-path";
import { hashPassword } from "@/app/auth/password";
import { passwordFault } from "@/app/auth/password-rules";
import { rememberPendingEmail } from "@/app/auth/pending-email";
import { attempt } from "@/app/auth/rate-limits";
import { getUser } from "@/app/auth/session";
import { plainEmail } from "@/app/domain/account/email";
import { signUp } from "@/app/domain/account/sign-up";
import { accountTitle } from "@/app/i18n/account-title";
import accountTexts from "@/app/i18n/en/account";
import { getLocale } from "@/app/i18n/server";
import { useTexts } from "@/app/i18n/use-texts";
import { anybody, formAction } from "@/app/lib/forms/form-action";
import { AccountFrame } from "@/app/ui/account-frame";
import { transact } from "@/db/transact";
import { signUpSchema } from "./form";
import { NeighbourLink, Promises, SignUpForm } from "./parts";

export const meta = accountTitle("sign_up.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await getUser(request);
  if (user) throw redirect(homePath(user.role));
  const role = new URL(request.url).searchParams.get("role");
  const wanted: "brand" | "creator" | null = role === "brand" || role === "creator" ? role : null;
  return { role: wanted };
}

export const action = formAction({
  authorize: anybody,
  schema: signUpSchema,
  run: async ({ request, context, input }) => {
    const { password, role, name, email } = input;
    const fault = passwordFault(password, email);
    if (fault) return { errors: { password: [fault] } };
    await attempt("sign_up", { address: context.clientAddress, account: plainEmail(email) });
    const password_hash = await hashPassword(password);
    const locale = await getLocale(request);
    await transact((tx) => signUp(tx, { role, name, email, password_hash, locale }));
    return redirect("/confirm-email", {
      headers: { "set-cookie": await rememberPendingEmail(plainEmail(email)) },
    });
  },
});

export default function SignUpPage() {
  const t = useTexts(accountTexts);
  const { role } = useLoaderData<typeof loader>();
  return (
    <AccountFrame
      title={t("sign_up.title")}
      lead={t("sign_up.lead")}
      beside={<Promises />}
      below={
        <NeighbourLink to="/sign-in" question={t("sign_up.have_account")} label={t("sign_up.sign_in")} />
      }
    >
      <SignUpForm role={role} />
    </AccountFrame>
  );
}
