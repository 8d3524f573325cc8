/** The first step of a new creator: who they are. */
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireUser } from "@/app/auth/session";
import { createProfile, profileSchema } from "@/app/domain/creator/profile";
import { zodMessages } from "@/app/i18n/form-messages";
import { getT } from "@/app/i18n/server";
import { isRefusal } from "@/app/lib/refusal";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { transact } from "@/db/transact";
import { ProfileForm } from "../creator.profile/profile-form";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request, { role: "creator" });
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request, { role: "creator" });
  const submission = parseWithZod(await request.formData(), {
    schema: profileSchema,
    error: zodMessages(await getT(request, "errors")),
  });
  if (submission.status !== "success")
    return data({ result: submission.reply(), refusal: null }, { status: 422 });
  try {
    await transact((tx) => createProfile(tx, user.id, submission.value));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.code !== "profile_exists")
      return data(
        { result: submission.reply(), refusal: { code: error.code, params: error.params } },
        { status: error.status },
      );
  }
  return redirect("/creator");
}

export default function NewProfile() {
  const { t } = useTranslation("creator");
  const answered = useActionData<typeof action>();
  return (
    <PageBody narrow>
      <PageHeader title={t("profile.new_title")} description={t("profile.new_lead")} />
      <ProfileForm answered={answered} stored={null} />
    </PageBody>
  );
}
